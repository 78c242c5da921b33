import { apply, type Matrix } from '../matrix'

/**
 * Maps the axis of a linear gradient so that every point keeps its color. A non-uniform scale tilts the lines of equal color,
 * which SVG draws perpendicular to the axis, so the new axis follows the mapped normal, not the mapped end point. Null for an
 * axis of zero length. `m` must be invertible. Coordinates that overflow become NaN or infinite.
 */
export function mapAxis(m: Matrix, x1: number, y1: number, x2: number, y2: number) {
  const determinant = m.a * m.d - m.b * m.c
  const [vx, vy] = [x2 - x1, y2 - y1]
  const square = vx * vx + vy * vy
  if (square === 0) return null
  // The gradient of t in the new coordinates: the inverse transpose of the matrix applied to the gradient in the old ones.
  const gx = (m.d * vx - m.b * vy) / determinant / square
  const gy = (-m.c * vx + m.a * vy) / determinant / square
  const length = gx * gx + gy * gy
  const [startX, startY] = apply(m, x1, y1)
  return { x1: startX, y1: startY, x2: startX + gx / length, y2: startY + gy / length }
}
