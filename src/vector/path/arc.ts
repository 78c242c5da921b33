import type { PathBuilder } from './path'

export interface ArcTo {
  readonly rx: number
  readonly ry: number
  /** Degrees. */
  readonly rotation: number
  readonly large: boolean
  readonly sweep: boolean
  readonly x: number
  readonly y: number
}

/**
 * Appends an elliptical arc from (x0, y0) as cubics of at most 90°, using the conversion from endpoint to center parameterization of SVG
 * 1.1, appendix F.6. The error of such a cubic is less than 0.03 % of the radius.
 */
export function appendArc(builder: PathBuilder, x0: number, y0: number, arc: ArcTo): void {
  const { x, y } = arc
  let rx = Math.abs(arc.rx)
  let ry = Math.abs(arc.ry)
  if (x0 === x && y0 === y) return
  if (rx === 0 || ry === 0) return builder.line(x, y)

  const phi = (arc.rotation * Math.PI) / 180
  const cos = Math.cos(phi)
  const sin = Math.sin(phi)
  const dx = (x0 - x) / 2
  const dy = (y0 - y) / 2
  const px = cos * dx + sin * dy
  const py = -sin * dx + cos * dy
  // Radii that are too small to reach the end are scaled up.
  const stretch = (px / rx) ** 2 + (py / ry) ** 2
  if (stretch > 1) {
    rx *= Math.sqrt(stretch)
    ry *= Math.sqrt(stretch)
  }
  const denominator = (rx * py) ** 2 + (ry * px) ** 2
  const root = Math.sqrt(Math.max(0, (rx * ry) ** 2 / denominator - 1)) * (arc.large === arc.sweep ? -1 : 1)
  const centerX = (root * rx * py) / ry
  const centerY = (-root * ry * px) / rx
  const cx = cos * centerX - sin * centerY + (x0 + x) / 2
  const cy = sin * centerX + cos * centerY + (y0 + y) / 2

  const start = Math.atan2((py - centerY) / ry, (px - centerX) / rx)
  const end = Math.atan2((-py - centerY) / ry, (-px - centerX) / rx)
  let sweep = end - start
  if (arc.sweep && sweep < 0) sweep += 2 * Math.PI
  if (!arc.sweep && sweep > 0) sweep -= 2 * Math.PI

  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9))
  const step = sweep / count
  const reach = (4 / 3) * Math.tan(step / 4)
  const point = (u: number, v: number): [number, number] => [
    cx + cos * rx * u - sin * ry * v,
    cy + sin * rx * u + cos * ry * v,
  ]
  for (let i = 0; i < count; i += 1) {
    const a = start + i * step
    const b = a + step
    const [x1, y1] = point(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a))
    const [x2, y2] = point(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b))
    // The last piece ends exactly at the given point.
    const [ex, ey] = i === count - 1 ? [x, y] : point(Math.cos(b), Math.sin(b))
    builder.cubic(x1, y1, x2, y2, ex, ey)
  }
}
