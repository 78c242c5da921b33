import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { PathCommand } from '../document/geometry/path-data'

/** Largest piece of an arc that becomes one cubic. At 45° the two differ by less than 1e-5 of the radius. */
const LARGEST_PIECE = Math.PI / 4

/** An elliptical arc as an SVG path has it. Radii in px, the rotation of its x axis in degrees. */
export interface Arc {
  readonly from: Vector
  readonly to: Vector
  readonly radii: Vector
  readonly rotation: number
  readonly large: boolean
  readonly sweep: boolean
}

/** An arc as cubics, by the center parameterization of the SVG specification (appendix B.2.4). */
export function arcToCubics({ from, to, radii, rotation, large, sweep }: Arc): PathCommand[] {
  let [rx, ry] = [Math.abs(radii.x), Math.abs(radii.y)]
  if (from.x === to.x && from.y === to.y) return []
  if (rx === 0 || ry === 0) return [{ type: 'L', points: [to] }]
  const [cos, sin] = [Math.cos((rotation * Math.PI) / 180), Math.sin((rotation * Math.PI) / 180)]
  const [dx, dy] = [(from.x - to.x) / 2, (from.y - to.y) / 2]
  const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx]
  const stretch = Math.sqrt((x / rx) ** 2 + (y / ry) ** 2)
  if (stretch > 1) [rx, ry] = [rx * stretch, ry * stretch]
  const square = ((rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2) / ((rx * y) ** 2 + (ry * x) ** 2)
  const factor = Math.sqrt(Math.max(0, square)) * (large === sweep ? -1 : 1)
  const [cx, cy] = [(factor * rx * y) / ry, (-factor * ry * x) / rx]
  const center = {
    x: cos * cx - sin * cy + (from.x + to.x) / 2,
    y: sin * cx + cos * cy + (from.y + to.y) / 2,
  }
  const start = Math.atan2((y - cy) / ry, (x - cx) / rx)
  let turn = Math.atan2((-y - cy) / ry, (-x - cx) / rx) - start
  if (sweep && turn < 0) turn += 2 * Math.PI
  if (!sweep && turn > 0) turn -= 2 * Math.PI
  const place = (u: number, v: number): Vector => ({
    x: center.x + cos * rx * u - sin * ry * v,
    y: center.y + sin * rx * u + cos * ry * v,
  })
  return unitArc(start, turn).map((points, at, all) => ({
    type: 'C',
    // The very last point is the one given, so that no rounding opens the path.
    points: points.map(({ x, y }, point) => (at === all.length - 1 && point === 2 ? to : place(x, y))),
  }))
}

/** An arc of the unit circle as cubics, without the starting point of each. Angles in radians. */
function unitArc(start: number, turn: number): Vector[][] {
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / LARGEST_PIECE - 1e-9))
  const step = turn / pieces
  const handle = (4 / 3) * Math.tan(step / 4)
  return Array.from({ length: pieces }, (_, piece) => {
    const [a, b] = [start + piece * step, start + (piece + 1) * step]
    return [
      { x: Math.cos(a) - handle * Math.sin(a), y: Math.sin(a) + handle * Math.cos(a) },
      { x: Math.cos(b) + handle * Math.sin(b), y: Math.sin(b) - handle * Math.cos(b) },
      { x: Math.cos(b), y: Math.sin(b) },
    ]
  })
}
