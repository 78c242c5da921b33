import { Picture } from '../protocol/contract'
import type { Drop } from './insert/insert'
import { isPicture } from './recipe'

interface Dropped {
  readonly picture: Picture
  /** Whose picture it is, where the panel says so. */
  readonly job: string | null
}

/** What the panel says of a picture that is dragged out of it: all but where it goes. Null for what is not ours. */
export function droppedPicture({ items, dropMetadata }: DropEvent): Dropped | null {
  const isOurs = typeof dropMetadata === 'object' && dropMetadata !== null && 'inkwright' in dropMetadata
  if (!isOurs || items.length === 0) return null
  const parsed = Picture.safeParse(dropMetadata.inkwright)
  const { job } = dropMetadata
  return parsed.success ? { picture: parsed.data, job: typeof job === 'string' ? job : null } : null
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
