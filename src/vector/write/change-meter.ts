import { forEachSegments } from '../coverage/flatten'
import type { Drawing } from '../drawing'
import { CHANNELS, type LineColors, lineColors, ScanLines, WHITE } from './scan-lines'

/** Maximum number of pixels to paint in total, which takes about a second. */
const MAX_PAINTED_PIXELS = 20_000_000

/** Longer lines (in px) are painted again for each comparison: caching them all would take more than 10 MB. */
const MAX_CACHED_LENGTH = 8192

/** Largest distance of a flattened curve from the true one, in px of the rendering: too little to see. */
const TOLERANCE = 0.1

/** The squared difference above which pixelmatch counts a pixel as changed, at its threshold of 0.1. */
const MIN_DIFFERENCE = 35_215 * 0.1 ** 2

/**
 * A scan line crosses an oblique edge at an angle, so the edge appears to move farther along the line than it does in
 * pixels, by a factor of up to √2. The squared difference must then be twice as large to count.
 */
const OBLIQUE_FACTOR = 2

/** The result of `ScanLines.paint`. */
interface PaintedLine {
  readonly pixels: Float32Array
  readonly marks: Uint8Array
  readonly painted: number
}

/** Estimates the share of a drawing's pixels that change when its points move, from horizontal and vertical scan lines. */
export class ChangeMeter {
  readonly #colors: LineColors
  readonly #scale: number
  readonly #lines: number
  readonly #before: readonly ScanLines[]
  /** Cached lines of each direction. */
  readonly #beforePainted: readonly PaintedLine[][] = [[], []]
  #painted = 0

  /**
   * `side` is the longer side of the rendering in px; the drawing's own size is used if that is larger. `lines` is the
   * number of scan lines in each direction.
   */
  constructor(drawing: Drawing, side: number, lines: number) {
    this.#colors = lineColors(drawing)
    this.#scale = Math.max(1, side / Math.max(drawing.width, drawing.height))
    this.#lines = Math.max(1, Math.min(lines, Math.floor(Math.min(drawing.width, drawing.height))))
    this.#before = this.#trace(drawing)
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
    for (const [i, { length }] of this.#before.entries()) {
      const pixels = this.#lines * length
      left -= this.#changedPixels(i, after[i], left * pixels) / pixels
      if (left < 0) return false
    }
    return true
  }

  #trace(drawing: Drawing): ScanLines[] {
    const across = new ScanLines(drawing, this.#colors, this.#lines, this.#scale, false)
    const down = new ScanLines(drawing, this.#colors, this.#lines, this.#scale, true)
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
  #changedPixels(direction: number, after: ScanLines | undefined, most: number): number {
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
      if (this.#painted > MAX_PAINTED_PIXELS) return Number.POSITIVE_INFINITY
      for (let px = 0; px < length; px += 1) {
        const at = CHANNELS * px
        const y = (one[at] ?? 0) - (other[at] ?? 0)
        const i = (one[at + 1] ?? 0) - (other[at + 1] ?? 0)
        const q = (one[at + 2] ?? 0) - (other[at + 2] ?? 0)
        const difference = y * y + i * i + q * q
        if (difference <= MIN_DIFFERENCE) continue
        const isAlong = marks[px] === 1 || otherMarks[px] === 1
        if (isAlong || difference > MIN_DIFFERENCE * OBLIQUE_FACTOR) changed += 1
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
    if (marks.length <= MAX_CACHED_LENGTH) this.#beforePainted[direction]?.push(made)
    return made
  }
}

/** A line of white pixels. */
function whiteLine(length: number): Float32Array {
  const pixels = new Float32Array(CHANNELS * length)
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = WHITE[i % CHANNELS] ?? 0
  return pixels
}
