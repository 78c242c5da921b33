import { Dropped } from '../protocol/pictures'
import type { Drop } from './insert/choose-place'
import { isPicture } from './recipe'

/** Whether the drop is only the panel's check that drops arrive (`src/ui/check`). */
export const isTrial = ({ dropMetadata }: DropEvent): boolean =>
  typeof dropMetadata === 'object' && dropMetadata !== null && 'inkwrightCheck' in dropMetadata

/** Reads the pictures that the panel attached to a drag. Null if the drop did not come from the panel. */
export function droppedPictures({ items, dropMetadata }: DropEvent): Dropped | null {
  const isOurs = typeof dropMetadata === 'object' && dropMetadata !== null && 'inkwright' in dropMetadata
  if (!isOurs || items.length === 0) return null
  const parsed = Dropped.safeParse(dropMetadata.inkwright)
  return parsed.success ? parsed.data : null
}

/**
 * Returns where the picture was dropped. Pictures are never put into our own pictures: if dropped onto one, it goes in front of
 * it, into the same parent.
 */
export function dropPoint({ node, x, y, absoluteX, absoluteY }: DropEvent): Drop {
  let picture: BaseNode | null = null
  for (let around: BaseNode | null = node; around && around.type !== 'PAGE'; around = around.parent) {
    if (isPicture(around)) picture = around
  }
  let target = picture?.parent
  while (target?.type === 'GROUP' && target.parent) target = target.parent
  if (!target) return { target: node, x, y }
  const [[a, c, e], [b, d, f]] = 'absoluteTransform' in target ? target.absoluteTransform : IDENTITY
  const determinant = a * d - b * c
  const [dx, dy] = [absoluteX - e, absoluteY - f]
  return { target, x: (d * dx - c * dy) / determinant, y: (a * dy - b * dx) / determinant }
}

const IDENTITY: Transform = [
  [1, 0, 0],
  [0, 1, 0],
]
