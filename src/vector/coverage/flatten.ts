import { CLOSE, CUBIC, LINE, type Path } from '../path/path'

/** Receives segments as x0, y0, x1, y1 in the items before `end`. The array is only valid during the call. */
export type VisitSegments = (segments: Float64Array, end: number) => void

/** Maximum number of pieces of one cubic: enough for any curve near the canvas, and a limit for all others. */
const MAX_PIECES = 1024

/** Segments are visited in batches of this size, because a call for each would take longer than the work on it. */
const BATCH_SIZE = 1024

/** The next batch. Shared by all paths. */
const batch = new Float64Array(4 * (BATCH_SIZE + MAX_PIECES))

/**
 * Visits the path in batches of line segments within `tolerance` px of its curves. With `closed`, open subpaths are closed, as
 * for a fill in SVG. The segments are never collected, because a malicious path may have hundreds of millions. `visit` must
 * not flatten another path.
 */
export function forEachSegments(path: Path, tolerance: number, closed: boolean, visit: VisitSegments): void {
  const { commands, coords } = path
  let count = 0
  let at = 0
  let x = 0
  let y = 0
  let startX = 0
  let startY = 0
  for (let i = 0; i < commands.length; i += 1) {
    const command = commands[i]
    if (command === CUBIC) {
      count = putCurve(count, x, y, coords, at, tolerance)
      at += 6
    } else if (command === CLOSE) {
      count = put(count, x, y, startX, startY)
    } else {
      const nextX = coords[at] ?? 0
      const nextY = coords[at + 1] ?? 0
      if (command === LINE) count = put(count, x, y, nextX, nextY)
      else {
        if (closed && (x !== startX || y !== startY)) count = put(count, x, y, startX, startY)
        startX = nextX
        startY = nextY
      }
      at += 2
    }
    x = command === CLOSE ? startX : (coords[at - 2] ?? 0)
    y = command === CLOSE ? startY : (coords[at - 1] ?? 0)
    if (count < 4 * BATCH_SIZE) continue
    visit(batch, count)
    count = 0
  }
  if (closed && (x !== startX || y !== startY)) count = put(count, x, y, startX, startY)
  if (count > 0) visit(batch, count)
}

/** Returns an upper bound of the number of segments that `forEachSegments` visits. */
export function countSegments({ commands, coords }: Path, tolerance: number): number {
  let count = 1
  let at = 0
  for (let i = 0; i < commands.length; i += 1) {
    const command = commands[i]
    const cubic = command === CUBIC
    count += cubic ? piecesOf(coords[at - 2] ?? 0, coords[at - 1] ?? 0, coords, at, tolerance) : 1
    at += cubic ? 6 : command === CLOSE ? 0 : 2
  }
  return count
}

/** The error of n chords is at most |B''| / 8n², and |B''| at most 6 times the larger bend of the control polygon. */
function piecesOf(x0: number, y0: number, coords: Float64Array, at: number, tolerance: number): number {
  const x1 = coords[at] ?? 0
  const y1 = coords[at + 1] ?? 0
  const x2 = coords[at + 2] ?? 0
  const y2 = coords[at + 3] ?? 0
  const x3 = coords[at + 4] ?? 0
  const y3 = coords[at + 5] ?? 0
  const bend = Math.max(
    Math.abs(x0 - 2 * x1 + x2) + Math.abs(y0 - 2 * y1 + y2),
    Math.abs(x1 - 2 * x2 + x3) + Math.abs(y1 - 2 * y2 + y3),
  )
  return Math.max(1, Math.min(MAX_PIECES, Math.ceil(Math.sqrt((0.75 * bend) / tolerance))))
}

/** Adds a segment to the batch after `count` numbers and returns the new count. */
function put(count: number, x0: number, y0: number, x1: number, y1: number): number {
  batch[count] = x0
  batch[count + 1] = y0
  batch[count + 2] = x1
  batch[count + 3] = y1
  return count + 4
}

/** Adds chords at even steps of the parameter. */
function putCurve(
  from: number,
  x0: number,
  y0: number,
  coords: Float64Array,
  at: number,
  tolerance: number,
): number {
  const pieces = piecesOf(x0, y0, coords, at, tolerance)
  const x3 = coords[at + 4] ?? 0
  const y3 = coords[at + 5] ?? 0
  if (pieces === 1) return put(from, x0, y0, x3, y3)
  // Coefficients of the polynomial.
  const bx = 3 * ((coords[at] ?? 0) - x0)
  const by = 3 * ((coords[at + 1] ?? 0) - y0)
  const cx = 3 * ((coords[at + 2] ?? 0) - (coords[at] ?? 0)) - bx
  const cy = 3 * ((coords[at + 3] ?? 0) - (coords[at + 1] ?? 0)) - by
  const dx = x3 - x0 - bx - cx
  const dy = y3 - y0 - by - cy
  let count = from
  let fromX = x0
  let fromY = y0
  for (let i = 1; i < pieces; i += 1) {
    const t = i / pieces
    const x = ((dx * t + cx) * t + bx) * t + x0
    const y = ((dy * t + cy) * t + by) * t + y0
    count = put(count, fromX, fromY, x, y)
    fromX = x
    fromY = y
  }
  return put(count, fromX, fromY, x3, y3)
}
