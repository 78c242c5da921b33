import { appendArc } from './arc'
import { type Path, PathBuilder } from './path'
import { directionOf, partOf, type Segment, segmentsOf } from './segments'

/** How a line is drawn along a path. */
export interface LineStyle {
  readonly width: number
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
  readonly miterLimit: number
}

/** Maximum angle by which a piece of a curve may turn, in radians, so that its offset is nearly exact. */
const MAX_TURN = Math.PI / 8

/** Maximum number of pieces of a cubic. */
const MAX_PIECES = 16

/** Smaller differences of direction need no join. */
const STRAIGHT = 1e-3

/** Returns the area that a stroke covers, for fill rule `nonzero`. */
export function outlineOf(path: Path, style: LineStyle): Path {
  const pen = new OutlinePen(style)
  for (const { x, y, segments, isDrawn, isClosed } of segmentsOf(path)) {
    const pieces = segments.flatMap(divided)
    if (!isDrawn) continue
    if (pieces.length === 0) pen.point(x, y)
    else if (isClosed) pen.ring(pieces)
    else pen.line(pieces)
  }
  return pen.finish()
}

/** Divides a cubic into pieces that hardly turn. */
function divided(segment: Segment): Segment[] {
  if (segment.length === 4) return [segment]
  let turn = 0
  let last: readonly [number, number] | null = null
  for (let i = 0; i + 3 < segment.length; i += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = segment.slice(i, i + 4)
    const [dx, dy] = [x1 - x0, y1 - y0]
    if (Math.hypot(dx, dy) < 1e-9) continue
    if (last) turn += Math.abs(Math.atan2(last[0] * dy - last[1] * dx, last[0] * dx + last[1] * dy))
    last = [dx, dy]
  }
  const count = Math.min(MAX_PIECES, Math.max(1, Math.ceil(turn / MAX_TURN)))
  return Array.from({ length: count }, (_, i) => partOf(segment, i / count, (i + 1) / count))
}

const reversed = (segment: Segment): Segment => {
  const turned: number[] = []
  for (let i = segment.length - 2; i >= 0; i -= 2) turned.push(segment[i] ?? 0, segment[i + 1] ?? 0)
  return turned
}

class OutlinePen {
  readonly #builder = new PathBuilder()
  readonly #style: LineStyle
  readonly #half: number

  constructor(style: LineStyle) {
    this.#style = style
    this.#half = style.width / 2
  }

  finish = (): Path => this.#builder.finish()

  /** A subpath without length only has caps. */
  point(x: number, y: number): void {
    const { cap } = this.#style
    const half = this.#half
    if (cap === 'butt') return
    const builder = this.#builder
    const corners = [
      [x, y - half],
      [x - half, y],
      [x, y + half],
      [x + half, y],
    ] as const
    if (cap === 'round') {
      builder.move(x + half, y)
      let last: readonly [number, number] = [x + half, y]
      for (const corner of corners) {
        this.#arc(...last, ...corner)
        last = corner
      }
    } else {
      builder.move(x - half, y - half)
      builder.line(x + half, y - half)
      builder.line(x + half, y + half)
      builder.line(x - half, y + half)
    }
    builder.close()
  }

  ring(pieces: readonly Segment[]): void {
    for (const side of [pieces, pieces.map(reversed).reverse()]) {
      this.#side(side, true)
      this.#builder.close()
    }
  }

  line(pieces: readonly Segment[]): void {
    this.#side(pieces, false)
    this.#cap(pieces.at(-1) ?? [])
    const back = pieces.map(reversed).reverse()
    this.#side(back, false, true)
    this.#cap(back.at(-1) ?? [])
    this.#builder.close()
  }

  /** Draws one side of the pieces, offset by half the width. */
  #side(pieces: readonly Segment[], isRing: boolean, isContinued = false): void {
    for (const [i, piece] of pieces.entries()) {
      if (i === 0 && !isContinued) this.#builder.move(...this.#beside(piece, false))
      this.#offset(piece)
      const next = pieces[i + 1] ?? (isRing ? pieces[0] : undefined)
      if (next) this.#join(piece, next)
    }
  }

  /** Returns the offset point at the start or end of a piece. */
  #beside(piece: Segment, end: boolean): [number, number] {
    const [dx, dy] = directionOf(piece, end)
    const at = end ? piece.length - 2 : 0
    return [(piece[at] ?? 0) - dy * this.#half, (piece[at + 1] ?? 0) + dx * this.#half]
  }

  #offset(piece: Segment): void {
    const [x0, y0] = this.#beside(piece, false)
    const [x3, y3] = this.#beside(piece, true)
    if (piece.length === 4) return this.#builder.line(x3, y3)
    const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = piece
    const chord = Math.hypot(dx - ax, dy - ay)
    const scale = chord > 0 ? Math.hypot(x3 - x0, y3 - y0) / chord : 1
    // If the offset runs backward, so do its handles.
    const sign = (x3 - x0) * (dx - ax) + (y3 - y0) * (dy - ay) < 0 ? -scale : scale
    this.#builder.cubic(
      x0 + (bx - ax) * sign,
      y0 + (by - ay) * sign,
      x3 + (cx - dx) * sign,
      y3 + (cy - dy) * sign,
      x3,
      y3,
    )
  }

  #join(piece: Segment, next: Segment): void {
    const builder = this.#builder
    const [inX, inY] = directionOf(piece, true)
    const [outX, outY] = directionOf(next, false)
    const cross = inX * outY - inY * outX
    const dot = inX * outX + inY * outY
    const [endX, endY] = this.#beside(next, false)
    if (Math.abs(cross) < STRAIGHT && dot > 0) return builder.line(endX, endY)
    const [x = 0, y = 0] = next
    if (cross > 0) {
      // The inner side goes through the corner, so that it never leaves the stroke.
      builder.line(x, y)
      return builder.line(endX, endY)
    }
    const { join, miterLimit } = this.#style
    const half = this.#half
    if (join === 'round') {
      const [fromX, fromY] = this.#beside(piece, true)
      const [midX, midY] = dot > -1 + STRAIGHT ? [inX + outX, inY + outY] : [inX, inY]
      const length = dot > -1 + STRAIGHT ? Math.hypot(midX, midY) : 1
      // The middle of the arc lies where the bisector of the two normals points.
      const [nx, ny] = dot > -1 + STRAIGHT ? [-midY / length, midX / length] : [inX, inY]
      this.#arc(fromX, fromY, x + nx * half, y + ny * half)
      return this.#arc(x + nx * half, y + ny * half, endX, endY)
    }
    // The miter is 1 / cos(φ / 2) times as long as the line is wide.
    if (join === 'miter' && 2 / (1 + dot) <= miterLimit * miterLimit) {
      const factor = half / (1 + dot)
      builder.line(x - (inY + outY) * factor, y + (inX + outX) * factor)
    }
    builder.line(endX, endY)
  }

  #cap(piece: Segment): void {
    const { cap } = this.#style
    const half = this.#half
    const [dx, dy] = directionOf(piece, true)
    const [x, y] = [piece.at(-2) ?? 0, piece.at(-1) ?? 0]
    const [leftX, leftY] = [x - dy * half, y + dx * half]
    const [rightX, rightY] = [x + dy * half, y - dx * half]
    const [tipX, tipY] = [x + dx * half, y + dy * half]
    if (cap === 'round') {
      this.#arc(leftX, leftY, tipX, tipY)
      return this.#arc(tipX, tipY, rightX, rightY)
    }
    if (cap === 'square') {
      this.#builder.line(leftX + dx * half, leftY + dy * half)
      this.#builder.line(rightX + dx * half, rightY + dy * half)
    }
    this.#builder.line(rightX, rightY)
  }

  #arc(x0: number, y0: number, x: number, y: number): void {
    const half = this.#half
    appendArc(this.#builder, x0, y0, { rx: half, ry: half, rotation: 0, large: false, sweep: false, x, y })
  }
}
