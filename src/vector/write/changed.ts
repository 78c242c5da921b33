import { eachSegments } from '../coverage/flatten'
import type { Drawing } from '../drawing'
import { CHANNELS, type LineColors, Lines, lineColors, WHITE } from './lines'

/** Crossings of all lines of one direction, at most: a picture of 10,000 paths has a third of it. */
const MOST_CROSSINGS = 400_000

/** Pixels painted in all, at most, which takes about a second. */
const MOST_PAINTED = 20_000_000

/** How far a flattened curve may lie from the true one, in px of the rendering: too little to be seen. */
const TOLERANCE = 0.1

/** The squared difference from which on pixelmatch counts a pixel, at its threshold of 0.1. */
const COUNTED = 35_215 * 0.1 ** 2

/**
 * A line passes an oblique edge at a slant, and sees it moved further than a pixel does: up to by the root of 2. So squares count
 * from twice as much on, but for edges along the grid.
 */
const OBLIQUE = 2

/** Tells how much of a drawing's pixels change when its points move, from lines across it and down. */
export class ChangeMeter {
  readonly #colors: LineColors
  readonly #scale: number
  readonly #lines: number
  readonly #before: readonly Lines[]
  #painted = 0

  /** `side`: the longer side of the rendering, in px; the drawing's own where that is larger. `lines`: in each direction. */
  constructor(drawing: Drawing, side: number, lines: number) {
    this.#colors = lineColors(drawing)
    this.#scale = Math.max(1, side / Math.max(drawing.width, drawing.height))
    this.#lines = Math.max(1, Math.min(lines, Math.floor(Math.min(drawing.width, drawing.height))))
    this.#before = this.#trace(drawing)
  }

  /**
   * Whether at most this share of the pixels differs in a drawing of the same shapes. Lines of both directions cross an edge in
   * proportion to the pixels that it passes, so that their shares add up. False where there is too much to look at.
   */
  isWithin(share: number, moved: Drawing): boolean {
    if (this.#painted > MOST_PAINTED) return false
    const after = this.#trace(moved)
    let left = share
    for (const [i, lines] of this.#before.entries()) {
      const other = after[i]
      if (!other || Math.max(lines.crossings, other.crossings) > MOST_CROSSINGS) return false
      const pixels = this.#lines * lines.length
      left -= this.#changedPixels(lines, other, left * pixels) / pixels
      if (left < 0) return false
    }
    return true
  }

  #trace(drawing: Drawing): Lines[] {
    const directions = [false, true].map(
      (upright) => new Lines(drawing, this.#colors, this.#lines, this.#scale, upright),
    )
    for (const [index, { path, fill }] of drawing.shapes.entries()) {
      if (!fill) continue
      eachSegments(path, TOLERANCE / this.#scale, true, (segments, end) => {
        for (let i = 0; i < end; i += 4) {
          const x0 = segments[i] ?? 0
          const y0 = segments[i + 1] ?? 0
          const x1 = segments[i + 2] ?? 0
          const y1 = segments[i + 3] ?? 0
          for (const lines of directions) lines.cross(index + 1, x0, y0, x1, y1)
        }
      })
      if (directions.some(({ crossings }) => crossings > MOST_CROSSINGS)) break
    }
    return directions
  }

  /** Stops at `most`; infinite where there is too much to paint. */
  #changedPixels(before: Lines, after: Lines, most: number): number {
    const one = new Float32Array(CHANNELS * before.length)
    const other = new Float32Array(CHANNELS * before.length)
    const ground = Float32Array.from(one, (_, i) => WHITE[i % CHANNELS] ?? 0)
    const marks = new Uint8Array(before.length)
    let changed = 0
    for (let line = 0; line < this.#lines && changed <= most; line += 1) {
      one.set(ground)
      other.set(ground)
      marks.fill(0)
      this.#painted += before.paint(line, one, marks) + after.paint(line, other, marks)
      if (this.#painted > MOST_PAINTED) return Number.POSITIVE_INFINITY
      for (let px = 0; px < before.length; px += 1) {
        const at = CHANNELS * px
        const y = (one[at] ?? 0) - (other[at] ?? 0)
        const i = (one[at + 1] ?? 0) - (other[at + 1] ?? 0)
        const q = (one[at + 2] ?? 0) - (other[at + 2] ?? 0)
        if (y * y + i * i + q * q > COUNTED * (marks[px] === 1 ? 1 : OBLIQUE)) changed += 1
      }
    }
    return changed
  }
}
