/** Numbers that bound a hull: the minimum and maximum along each axis and each diagonal. */
const SIDES = 8

/** Number of lines across a hull that approximate its area: accurate enough to compare sizes. */
const STEPS = 24

/** Minimum and maximum along x, y, x + y, and x − y: a convex outline with up to eight corners. In cells. */
export type Hull = Float64Array

export function emptyHull(): Hull {
  const hull = new Float64Array(SIDES)
  for (let i = 0; i < SIDES; i += 2) {
    hull[i] = Number.POSITIVE_INFINITY
    hull[i + 1] = Number.NEGATIVE_INFINITY
  }
  return hull
}

/** Extends the hull to include the cell at (x, y). */
export function addCell(hull: Hull, x: number, y: number): void {
  widen(hull, 0, x, x + 1)
  widen(hull, 2, y, y + 1)
  widen(hull, 4, x + y, x + y + 2)
  widen(hull, 6, x - y - 1, x - y + 1)
}

/** Extends the hull to include another one. */
export function addHull(hull: Hull, other: Hull): void {
  for (let i = 0; i < SIDES; i += 2) widen(hull, i, other[i] ?? 0, other[i + 1] ?? 0)
}

function widen(hull: Hull, at: number, least: number, most: number): void {
  if (least < (hull[at] ?? 0)) hull[at] = least
  if (most > (hull[at + 1] ?? 0)) hull[at + 1] = most
}

/** Returns how many sides of the hulls' bounding boxes are aligned, 0 to 4. */
export function commonSides(a: Hull, b: Hull, within: number): number {
  let count = 0
  for (let i = 0; i < 4; i += 1) if (Math.abs((a[i] ?? 0) - (b[i] ?? 0)) <= within) count += 1
  return count
}

/** Returns the area of the intersection of two hulls. */
export function commonArea(a: Hull, b: Hull): number {
  const both = new Float64Array(SIDES)
  for (let i = 0; i < SIDES; i += 2) {
    both[i] = Math.max(a[i] ?? 0, b[i] ?? 0)
    both[i + 1] = Math.min(a[i + 1] ?? 0, b[i + 1] ?? 0)
  }
  return hullArea(both)
}

/** Returns the area of a hull: of its bounding box minus the corners that the diagonals cut off. */
export function hullArea(hull: Hull): number {
  const [left = 0, right = 0, top = 0, bottom = 0, least = 0, most = 0, low = 0, high = 0] = hull
  const width = right - left
  const height = bottom - top
  if (!(width > 0 && height > 0)) return 0
  let area = 0
  for (let i = 0; i < STEPS; i += 1) {
    const y = top + ((i + 0.5) / STEPS) * height
    const from = Math.max(left, least - y, low + y)
    const to = Math.min(right, most - y, high + y)
    if (to > from) area += to - from
  }
  return (area * height) / STEPS
}
