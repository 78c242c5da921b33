import { Dropped } from '../protocol/pictures'
import type { Drop } from './insert/choose-place'
import { isPicture } from './recipe'

/** What the panel says of pictures that are dragged out of it: all but where they go. Null for what is not ours. */
export function droppedPictures({ items, dropMetadata }: DropEvent): Dropped | null {
  const isOurs = typeof dropMetadata === 'object' && dropMetadata !== null && 'inkwright' in dropMetadata
  if (!isOurs || items.length === 0) return null
  const parsed = Dropped.safeParse(dropMetadata.inkwright)
  return parsed.success ? parsed.data : null
}

/**
 * Where it was dropped. Nothing goes into a picture of ours: what is dropped onto one lies in front of it, at the pointer, in
 * what that one lies in.
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
  const size = a * d - b * c
  const [dx, dy] = [absoluteX - e, absoluteY - f]
  return { target, x: (d * dx - c * dy) / size, y: (a * dy - b * dx) / size }
}

const IDENTITY: Transform = [
  [1, 0, 0],
  [0, 1, 0],
]
