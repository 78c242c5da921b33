import { CUBIC, LINE, MOVE, type Path } from '../path/path'
import { norm } from './norm'

/** Splits a path at its MOVE commands. The results are views of the same arrays. */
export function subpaths(path: Path): Path[] {
  const { commands, coords } = path
  if (commands.indexOf(MOVE, 1) < 0) return [path]
  const found: Path[] = []
  let from = 0
  let coordsFrom = 0
  let at = 0
  for (let i = 0; i <= commands.length; i += 1) {
    const command = commands[i]
    if (i > from && (command === MOVE || command === undefined)) {
      found.push({ commands: commands.subarray(from, i), coords: coords.subarray(coordsFrom, at) })
      from = i
      coordsFrom = at
    }
    at += command === CUBIC ? 6 : command === LINE || command === MOVE ? 2 : 0
  }
  return found
}

/**
 * Returns the thickness of the area that a subpath encloses, in px: twice the area divided by the length of the outline.
 * That is the width of a thin line, the radius of a disc, half the side of a square. 0 if parts of opposite winding cancel out.
 */
export function thickness({ commands, coords }: Path): number {
  const startX = coords[0] ?? 0
  const startY = coords[1] ?? 0
  let at = 0
  let x = 0
  let y = 0
  let twice = 0
  let length = 0
  for (const command of commands) {
    const end = at + (command === CUBIC ? 6 : command === LINE || command === MOVE ? 2 : 0)
    // CLOSE has no coordinates and returns to the start.
    const toX = (end > at ? (coords[end - 2] ?? 0) : startX) - startX
    const toY = (end > at ? (coords[end - 1] ?? 0) : startY) - startY
    const cx = toX - x
    const cy = toY - y
    const chord = norm(cx, cy)
    twice += x * cy - y * cx
    if (command === CUBIC) {
      const ax = (coords[at] ?? 0) - startX - x
      const ay = (coords[at + 1] ?? 0) - startY - y
      const bx = (coords[at + 2] ?? 0) - startX - x
      const by = (coords[at + 3] ?? 0) - startY - y
      // The integral of B × B' over the cubic, relative to its first point.
      twice += 0.3 * (ax * by - ay * bx) + 0.3 * (ax * cy - ay * cx) + 0.6 * (bx * cy - by * cx)
      const polygon = norm(ax, ay) + norm(bx - ax, by - ay) + norm(cx - bx, cy - by)
      length += (chord + polygon) / 2
    } else length += chord
    x = toX
    y = toY
    at = end
  }
  // An open subpath is filled as if it were closed.
  return length > 0 ? Math.abs(twice) / (length + norm(x, y)) : 0
}
