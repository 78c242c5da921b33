import { CUBIC, LINE, MOVE, type Path } from '../path/path'
import { norm } from './norm'

/** The path from one MOVE to the next, as windows on the same arrays. */
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
 * How thick what a subpath encloses is, in px: twice its area by its outline's length. The width of a thin line, the radius
 * of a disc, half of a square's side. 0 where the parts that it winds around either way cancel out.
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
    // A CLOSE takes no coordinates: it leads back.
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
      // The integral of a cubic's B × B', from its first point.
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
