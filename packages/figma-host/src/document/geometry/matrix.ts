import type { Rect, Transform, Vector } from '@figma/plugin-typings/plugin-api-standalone'

/** The identity transform. */
export const IDENTITY: Transform = [
  [1, 0, 0],
  [0, 1, 0],
]

/** Returns a translation by (x, y), in px. */
export function translation(x: number, y: number): Transform {
  return [
    [1, 0, x],
    [0, 1, y],
  ]
}

/** Returns a scale about the origin. */
export function scaling(x: number, y: number): Transform {
  return [
    [x, 0, 0],
    [0, y, 0],
  ]
}

/** Returns the transform that applies `inner` first, then `outer`. */
export function multiply(outer: Transform, inner: Transform): Transform {
  const [[a, c, e], [b, d, f]] = outer
  const [[g, i, k], [h, j, l]] = inner
  return [
    [a * g + c * h, a * i + c * j, a * k + c * l + e],
    [b * g + d * h, b * i + d * j, b * k + d * l + f],
  ]
}

/** Returns the factor by which a transform scales areas; negative if it mirrors. */
export function determinant([[a, c], [b, d]]: Transform): number {
  return a * d - b * c
}

/** Returns the inverse transform; null if there is none, because the area becomes 0. */
export function inverse(transform: Transform): Transform | null {
  const [[a, c, e], [b, d, f]] = transform
  const det = determinant(transform)
  if (!Number.isFinite(1 / det)) return null
  return [
    [d / det, -c / det, (c * f - d * e) / det],
    [-b / det, a / det, (b * e - a * f) / det],
  ]
}

/** Returns the transformed point. */
export function applyTo([[a, c, e], [b, d, f]]: Transform, { x, y }: Vector): Vector {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/** Returns the bounding box of a transformed rectangle. */
export function boxOf(transform: Transform, { x, y, width, height }: Rect): Rect {
  return boxAround(
    [
      { x, y },
      { x: x + width, y },
      { x, y: y + height },
      { x: x + width, y: y + height },
    ].map((corner) => applyTo(transform, corner)),
  )
}

/** Returns the bounding box of points. Requires at least one. */
function boxAround(points: readonly Vector[]): Rect {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const x = Math.min(...xs)
  const y = Math.min(...ys)
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** Returns the union of boxes; null if there are none. */
export function unionOf(boxes: readonly Rect[]): Rect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top }
}
