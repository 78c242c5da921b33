import { eachSegments } from '../coverage/flatten'
import type { Drawing } from '../drawing'
import { CHANNELS, type LineColors, Lines, lineColors, WHITE } from './lines'

/** Pixels painted in all, at most, which takes about a second. */
const MOST_PAINTED = 20_000_000

/** Lines of more px are painted anew for each comparison: to keep them all would take more than 10 MB. */
const LONGEST_KEPT = 8192

/** How far a flattened curve may lie from the true one, in px of the rendering: too little to be seen. */
const TOLERANCE = 0.1

/** The squared difference from which on pixelmatch counts a pixel, at its threshold of 0.1. */
const COUNTED = 35_215 * 0.1 ** 2

/**
 * A line passes an oblique edge at a slant, and sees it moved further than a pixel does: up to by the root of 2. So squares count
 * from twice as much on, but for edges along the grid.
 */
const OBLIQUE = 2

/** A painted line: see `Lines.paint`. */
interface PaintedLine {
  readonly pixels: Float32Array
  readonly marks: Uint8Array
  readonly painted: number
}

/** Tells how much of a drawing's pixels change when its points move, from lines across it and down. */
export class ChangeMeter {
  readonly #colors: LineColors
  readonly #scale: number
  readonly #lines: number
  readonly #before: readonly Lines[]
  /** For each direction the lines that were compared. */
  readonly #beforePainted: readonly PaintedLine[][] = [[], []]
  #painted = 0

  /** `side`: the longer side of the rendering, in px; the drawing's own where that is larger. `lines`: in each direction. */
  constructor(drawing: Drawing, side: number, lines: number) {
    this.#colors = lineColors(drawing)
    this.#scale = Math.max(1, side / Math.max(drawing.width, drawing.height))
    this.#lines = Math.max(1, Math.min(lines, Math.floor(Math.min(drawing.width, drawing.height))))
    this.#before = this.#trace(drawing)
  }

  /** There is too much to compare: `isWithin` is false whatever is moved. */
  get isFull(): boolean {
    return this.#painted > MOST_PAINTED || this.#before.some(({ isFull }) => isFull)
  }

  /**
   * Whether at most this share of the pixels differs in a drawing of the same shapes. Lines of both directions cross an edge in
   * proportion to the pixels that it passes, so that their shares add up. False where there is too much to compare.
   */
  isWithin(share: number, moved: Drawing): boolean {
    if (this.isFull) return false
    const after = this.#trace(moved)
    if (after.some(({ isFull }) => isFull)) return false
    let left = share
    for (const [i, { length }] of this.#before.entries()) {
      const pixels = this.#lines * length
      left -= this.#changedPixels(i, after[i], left * pixels) / pixels
      if (left < 0) return false
    }
    return true
  }

  #trace(drawing: Drawing): Lines[] {
    const across = new Lines(drawing, this.#colors, this.#lines, this.#scale, false)
    const down = new Lines(drawing, this.#colors, this.#lines, this.#scale, true)
    for (const [index, { path, fill }] of drawing.shapes.entries()) {
      if (across.isFull || down.isFull) break
      if (!fill) continue
      eachSegments(path, TOLERANCE / this.#scale, true, (segments, end) => {
        if (across.isFull || down.isFull) return
        for (let i = 0; i < end; i += 4) {
          const x0 = segments[i] ?? 0
          const y0 = segments[i + 1] ?? 0
          const x1 = segments[i + 2] ?? 0
          const y1 = segments[i + 3] ?? 0
          across.cross(index + 1, x0, y0, x1, y1)
          down.cross(index + 1, x0, y0, x1, y1)
        }
      })
    }
    return [across, down]
  }

  /** Stops at `most`; infinite where there is too much to paint. */
  #changedPixels(direction: number, after: Lines | undefined, most: number): number {
    const length = after?.length ?? 0
    const other = new Float32Array(CHANNELS * length)
    const ground = whiteLine(length)
    const otherMarks = new Uint8Array(length)
    let changed = 0
    for (let line = 0; line < this.#lines && changed <= most; line += 1) {
      const { pixels: one, marks, painted } = this.#paintBefore(direction, line, ground)
      other.set(ground)
      otherMarks.fill(0)
      this.#painted += painted + (after?.paint(line, other, otherMarks) ?? 0)
      if (this.#painted > MOST_PAINTED) return Number.POSITIVE_INFINITY
      for (let px = 0; px < length; px += 1) {
        const at = CHANNELS * px
        const y = (one[at] ?? 0) - (other[at] ?? 0)
        const i = (one[at + 1] ?? 0) - (other[at + 1] ?? 0)
        const q = (one[at + 2] ?? 0) - (other[at + 2] ?? 0)
        const difference = y * y + i * i + q * q
        if (difference <= COUNTED) continue
        const isAlong = marks[px] === 1 || otherMarks[px] === 1
        if (isAlong || difference > COUNTED * OBLIQUE) changed += 1
      }
    }
    return changed
  }

  #paintBefore(direction: number, line: number, ground: Float32Array): PaintedLine {
    const known = this.#beforePainted[direction]?.[line]
    if (known) return known
    const pixels = ground.slice()
    const marks = new Uint8Array(pixels.length / CHANNELS)
    const painted = this.#before[direction]?.paint(line, pixels, marks) ?? 0
    const made = { pixels, marks, painted }
    if (marks.length <= LONGEST_KEPT) this.#beforePainted[direction]?.push(made)
    return made
  }
}

/** A line of white pixels. */
function whiteLine(length: number): Float32Array {
  const pixels = new Float32Array(CHANNELS * length)
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = WHITE[i % CHANNELS] ?? 0
  return pixels
}
