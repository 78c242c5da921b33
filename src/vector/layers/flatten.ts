import { CLOSE, CUBIC, MOVE, type Path } from '../path/path'

export type VisitSegment = (x0: number, y0: number, x1: number, y1: number) => void

/** Pieces of one cubic: enough for any within reach of the canvas, and an end for what is not. */
const MAX_PIECES = 1024

/**
 * Visits the path as line segments that lie within `tolerance` px of its curves. With `closed`, open subpaths are closed,
 * as SVG's fill does; without, as its stroke does, only those that say so. Segments are not collected: hostile paths may
 * have hundreds of millions.
 */
export function eachSegment(path: Path, tolerance: number, closed: boolean, visit: VisitSegment): void {
  const { commands, coords } = path
  let at = 0
  let x = 0
  let y = 0
  let startX = 0
  let startY = 0
  for (const command of commands) {
    if (command === CLOSE) {
      visit(x, y, startX, startY)
      x = startX
      y = startY
      continue
    }
    const end = at + (command === CUBIC ? 6 : 2)
    const nextX = coords[end - 2] ?? 0
    const nextY = coords[end - 1] ?? 0
    if (command === MOVE) {
      if (closed && (x !== startX || y !== startY)) visit(x, y, startX, startY)
      startX = nextX
      startY = nextY
    } else if (command === CUBIC) {
      eachPiece(x, y, coords, at, piecesOf(x, y, coords, at, tolerance), visit)
    } else {
      visit(x, y, nextX, nextY)
    }
    x = nextX
    y = nextY
    at = end
  }
  if (closed && (x !== startX || y !== startY)) visit(x, y, startX, startY)
}

/** How many segments `eachSegment` visits at most, without visiting them. */
export function countSegments({ commands, coords }: Path, tolerance: number): number {
  let count = 1
  let at = 0
  for (const command of commands) {
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

/** Chords at even steps of the parameter. */
function eachPiece(
  x0: number,
  y0: number,
  coords: Float64Array,
  at: number,
  pieces: number,
  visit: VisitSegment,
): void {
  const x1 = coords[at] ?? 0
  const y1 = coords[at + 1] ?? 0
  const x2 = coords[at + 2] ?? 0
  const y2 = coords[at + 3] ?? 0
  const x3 = coords[at + 4] ?? 0
  const y3 = coords[at + 5] ?? 0
  let fromX = x0
  let fromY = y0
  for (let i = 1; i < pieces; i += 1) {
    const t = i / pieces
    const u = 1 - t
    const a = u * u * u
    const b = 3 * u * u * t
    const c = 3 * u * t * t
    const d = t * t * t
    const x = a * x0 + b * x1 + c * x2 + d * x3
    const y = a * y0 + b * y1 + c * y2 + d * y3
    visit(fromX, fromY, x, y)
    fromX = x
    fromY = y
  }
  visit(fromX, fromY, x3, y3)
}
