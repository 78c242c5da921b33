import { CLOSE, CUBIC, LINE, MOVE, type Path } from '../path/path'
import { boundsOf } from './bounds'

/**
 * Returns the direction of an outline that goes once around the center of its bounding box without turning back: 1 clockwise on the screen,
 * −1 counterclockwise. Such an outline never crosses itself. 0 for all others, and for several subpaths. Takes far less time than
 * `WindingReader`, and most drawn shapes are of this kind.
 */
export function turnOf(path: Path): 1 | -1 | 0 {
  const { commands, coords } = path
  const { left, right, top, bottom } = boundsOf(path)
  const centerX = (left + right) / 2
  const centerY = (top + bottom) / 2
  const startX = (coords[0] ?? 0) - centerX
  const startY = (coords[1] ?? 0) - centerY
  let x = startX
  let y = startY
  let direction = 0
  let angle = 0
  let at = 2
  for (let i = 1; i <= commands.length; i += 1) {
    // An open subpath is closed by a line, as for a fill in SVG.
    const command = commands[i] ?? CLOSE
    if (command === MOVE) return 0
    const isCurve = command === CUBIC
    const endAt = isCurve ? at + 4 : at
    const endX = command === CLOSE ? startX : (coords[endAt] ?? 0) - centerX
    const endY = command === CLOSE ? startY : (coords[endAt + 1] ?? 0) - centerY
    if (x !== endX || y !== endY || isCurve) {
      const turn = isCurve
        ? curveTurn(x, y, coords, at, centerX, centerY)
        : Math.sign(x * (endY - y) - y * (endX - x))
      if (turn === 0 || turn === -direction) return 0
      direction = turn
      angle += Math.atan2(x * endY - y * endX, x * endX + y * endY)
    }
    at += isCurve ? 6 : command === LINE ? 2 : 0
    x = endX
    y = endY
    if (command === CLOSE && i < commands.length - 1) return 0
  }
  return Math.abs(Math.abs(angle) - 2 * Math.PI) < 1e-6 ? (direction as 1 | -1 | 0) : 0
}

/**
 * Returns the direction in which a curve goes around the center, by less than half a turn; 0 if it may turn back. Exact but for rounding: the
 * cross product of the curve and its derivative is a polynomial, whose Bernstein coefficients must not differ in sign.
 */
function curveTurn(
  x: number,
  y: number,
  coords: Float64Array,
  at: number,
  centerX: number,
  centerY: number,
): number {
  const x1 = (coords[at] ?? 0) - centerX
  const y1 = (coords[at + 1] ?? 0) - centerY
  const x2 = (coords[at + 2] ?? 0) - centerX
  const y2 = (coords[at + 3] ?? 0) - centerY
  const x3 = (coords[at + 4] ?? 0) - centerX
  const y3 = (coords[at + 5] ?? 0) - centerY
  const from01 = x * y1 - y * x1
  const from02 = x * y2 - y * x2
  const from03 = x * y3 - y * x3
  const from12 = x1 * y2 - y1 * x2
  const from13 = x1 * y3 - y1 * x3
  const from23 = x2 * y3 - y2 * x3
  const direction = Math.sign(from03)
  const isOneWay =
    // Every control point is on the same side of the line through the first one and the center, so the curve is, too.
    direction * from01 >= 0 &&
    direction * from02 >= 0 &&
    // The coefficients of the polynomial, except the first, which is from01.
    direction * (from01 + 2 * from02) >= 0 &&
    direction * (from03 + 2 * from02 + 3 * from12) >= 0 &&
    direction * (from03 + 2 * from13 + 3 * from12) >= 0 &&
    direction * (from23 + 2 * from13) >= 0 &&
    direction * from23 >= 0
  return isOneWay ? direction : 0
}
