import { forEachSegments } from '../coverage/flatten'
import type { Drawing } from '../drawing'
import { LinePixels, lineColors } from './line-pixels'
import { ScanLines } from './scan-lines'

/** Maximum number of pixels to paint in total, which takes about a second. */
const MAX_PAINTED_PIXELS = 32_000_000

/** Largest distance of a flattened curve from the true one, in px of the rendering: too little to see. */
const TOLERANCE = 0.1

/** The squared difference above which pixelmatch counts a pixel as changed, at its threshold of 0.1. */
const MIN_DIFFERENCE = 35_215 * 0.1 ** 2

/**
 * A scan line crosses an oblique edge at an angle, so the edge appears to move farther along the line than it does in
 * pixels, by a factor of up to √2. The squared difference must then be twice as large to count.
 */
const OBLIQUE_FACTOR = 2

/** Estimates the share of a drawing's pixels that change when its points move, from horizontal and vertical scan lines. */
export class ChangeMeter {
  readonly #scale: number
  readonly #lines: number
  readonly #before: readonly [across: ScanLines, down: ScanLines]
  /** The lines that are compared, before and after. */
  readonly #pixels: readonly [LinePixels, LinePixels]
  #painted = 0

  /**
   * `side` is the longer side of the rendering in px; the drawing's own size is used if that is larger. `lines` is the
   * number of scan lines in each direction.
   */
  constructor(drawing: Drawing, side: number, lines: number) {
    this.#scale = Math.max(1, side / Math.max(drawing.width, drawing.height))
    this.#lines = Math.max(1, Math.min(lines, Math.floor(Math.min(drawing.width, drawing.height))))
    this.#before = this.#trace(drawing)
    const length = Math.max(...this.#before.map((lines) => lines.length))
    const colors = lineColors(drawing)
    this.#pixels = [new LinePixels(length, colors), new LinePixels(length, colors)]
  }

  /** Whether there is too much to compare. `isWithin` then always returns false. */
  get isFull(): boolean {
    return this.#painted > MAX_PAINTED_PIXELS || this.#before.some(({ isFull }) => isFull)
  }

  /**
   * Whether at most this share of the pixels differs in a drawing of the same shapes. The number of scan lines of both
   * directions that cross an edge is proportional to the pixels along it, so their shares add up. False if there is too
   * much to compare.
   */
  isWithin(share: number, moved: Drawing): boolean {
    if (this.isFull) return false
    const after = this.#trace(moved)
    if (after.some(({ isFull }) => isFull)) return false
    let left = share
    for (const direction of [0, 1] as const) {
      const before = this.#before[direction]
      const pixels = this.#lines * before.length
      left -= this.#changedPixels(before, after[direction], left * pixels) / pixels
      if (left < 0) return false
    }
    return true
  }

  #trace(drawing: Drawing): [across: ScanLines, down: ScanLines] {
    const across = new ScanLines(drawing, this.#lines, this.#scale, false)
    const down = new ScanLines(drawing, this.#lines, this.#scale, true)
    for (const [index, { path, fill }] of drawing.shapes.entries()) {
      if (across.isFull || down.isFull) break
      if (!fill) continue
      forEachSegments(path, TOLERANCE / this.#scale, true, (segments, end) => {
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

  /** Stops counting at `most`. Infinite if there is too much to paint. */
  #changedPixels(before: ScanLines, after: ScanLines, most: number): number {
    const [one, other] = this.#pixels
    let changed = 0
    for (let line = 0; line < this.#lines && changed <= most; line += 1) {
      this.#painted += before.paint(line, one) + after.paint(line, other)
      if (this.#painted > MAX_PAINTED_PIXELS) return Number.POSITIVE_INFINITY
      for (let px = 0; px < before.length; px += 1) {
        const difference = one.difference(px, other)
        if (difference <= MIN_DIFFERENCE) continue
        const isAlong = one.isMarked(px) || other.isMarked(px)
        if (isAlong || difference > MIN_DIFFERENCE * OBLIQUE_FACTOR) changed += 1
      }
    }
    return changed
  }
}
