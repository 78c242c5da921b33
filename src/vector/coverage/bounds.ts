import type { Path } from '../path/path'

export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Returns the bounding box of all points, control points included, in px. For an empty path, `left` is +∞ and `right` is −∞. */
export function boundsOf({ coords }: Path): Bounds {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (let i = 0; i + 1 < coords.length; i += 2) {
    const x = coords[i] ?? 0
    const y = coords[i + 1] ?? 0
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return { left, top, right, bottom }
}
