import type { Drawing } from '../drawing'
import type { LinePixels } from './line-pixels'

/**
 * Renderers sample only a few lines in each px (resvg and older Skia: four), so the coverage of an edge along the grid
 * changes in quarters.
 */
const SUBPIXELS = 4

/** Edges with at most this slope count as along the grid. Steeper ones cross the sampled lines anywhere. */
const MAX_SLOPE_ALONG_GRID = 0.06

/** Up to this many items, insertion sort is faster than the engine's sort. */
const INSERTION_SORT_LIMIT = 24

/** Maximum number of crossings in one direction: a picture of 10,000 paths has a third of this. */
const MAX_CROSSINGS = 400_000

/** Colors of a drawing along parallel, evenly spaced scan lines. Strokes are ignored. */
export class ScanLines {
  /** Length of each line, in px of the rendering. */
  readonly length: number
  readonly #drawing: Drawing
  readonly #count: number
  readonly #pitch: number
  readonly #scale: number
  readonly #vertical: boolean
  /** For each crossing: its line, its position on the line, and the number of the shape from 1, negative if the edge runs upward. */
  #line = new Int32Array(1024)
  #at = new Float64Array(1024)
  #by = new Int32Array(1024)
  /** For each crossing: 1 if the edge is along the grid. */
  #along = new Uint8Array(1024)
  #crossings = 0
  /** The crossings sorted by line, shape and position, and the start of each line in that list; see `#sort`. */
  #order = new Int32Array(0)
  #starts: Int32Array | null = null

  /** `vertical`: lines from top to bottom. `scale`: px of the rendering per px of the drawing. */
  constructor(drawing: Drawing, count: number, scale: number, vertical: boolean) {
    const [span, breadth] = vertical ? [drawing.height, drawing.width] : [drawing.width, drawing.height]
    this.#drawing = drawing
    this.#vertical = vertical
    this.#scale = scale
    this.#count = count
    this.length = Math.ceil(span * scale)
    this.#pitch = breadth / count
  }

  /** Whether there are too many crossings; not all are recorded then. */
  get isFull(): boolean {
    return this.#crossings > MAX_CROSSINGS
  }

  /** Records where a segment of a shape's outline crosses the lines. Call it for shapes in their order; `shape` counts from 1. */
  cross(shape: number, x0: number, y0: number, x1: number, y1: number): void {
    if (this.#vertical) this.#cross(shape, y0, x0, y1, x1)
    else this.#cross(shape, x0, y0, x1, y1)
  }

  /** x runs along the lines. */
  #cross(shape: number, x0: number, y0: number, x1: number, y1: number): void {
    const first = Math.max(0, Math.ceil(Math.min(y0, y1) / this.#pitch - 0.5))
    const end = Math.min(this.#count, Math.ceil(Math.max(y0, y1) / this.#pitch - 0.5))
    if (first >= end || this.isFull) return
    if (this.#crossings + end - first > this.#at.length) this.#grow(end - first)
    const isAlong = Math.abs(x1 - x0) <= MAX_SLOPE_ALONG_GRID * Math.abs(y1 - y0)
    for (let line = first; line < end; line += 1) {
      const y = (line + 0.5) * this.#pitch
      const x = (x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) * this.#scale
      const crossing = this.#crossings++
      this.#line[crossing] = line
      this.#at[crossing] = isAlong ? Math.round(x * SUBPIXELS) / SUBPIXELS : x
      this.#by[crossing] = y1 > y0 ? shape : -shape
      this.#along[crossing] = isAlong ? 1 : 0
    }
  }

  #grow(by: number): void {
    const size = 2 * (this.#at.length + by)
    const grown = <T extends Int32Array | Float64Array | Uint8Array>(to: T, from: T): T => {
      to.set(from)
      return to
    }
    this.#line = grown(new Int32Array(size), this.#line)
    this.#at = grown(new Float64Array(size), this.#at)
    this.#by = grown(new Int32Array(size), this.#by)
    this.#along = grown(new Uint8Array(size), this.#along)
  }

  /** Sorts the crossings into `#order`. Returns for each line the index of its first crossing. */
  #sort(): Int32Array {
    const starts = new Int32Array(this.#count + 2)
    // Counting sort: counts are stored two places ahead, so that they have become the starts once all items are placed.
    for (let i = 0; i < this.#crossings; i += 1) increase(starts, (this.#line[i] ?? 0) + 2)
    for (let line = 2; line < starts.length; line += 1)
      starts[line] = (starts[line] ?? 0) + (starts[line - 1] ?? 0)
    const order = new Int32Array(this.#crossings)
    for (let i = 0; i < this.#crossings; i += 1) order[increase(starts, (this.#line[i] ?? 0) + 1)] = i
    this.#order = order
    for (let line = 0; line < this.#count; line += 1) {
      const lineEnd = starts[line + 1] ?? 0
      for (let from = starts[line] ?? 0; from < lineEnd; ) {
        const shape = Math.abs(this.#by[order[from] ?? 0] ?? 0)
        let end = from + 1
        while (end < lineEnd && Math.abs(this.#by[order[end] ?? 0] ?? 0) === shape) end += 1
        this.#sortAlong(from, end)
        from = end
      }
    }
    return starts
  }

  /** Sorts the crossings of one shape with one line. Stable. */
  #sortAlong(from: number, end: number): void {
    const at = this.#at
    const order = this.#order
    if (end - from > INSERTION_SORT_LIMIT) {
      const sorted = [...order.subarray(from, end)].sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0))
      order.set(sorted, from)
      return
    }
    for (let i = from + 1; i < end; i += 1) {
      const crossing = order[i] ?? 0
      const x = at[crossing] ?? 0
      let to = i
      for (; to > from && (at[order[to - 1] ?? 0] ?? 0) > x; to -= 1) order[to] = order[to - 1] ?? 0
      order[to] = crossing
    }
  }

  /** Paints a line with anti-aliasing, after clearing the pixels. Returns the number of px painted. */
  paint(line: number, pixels: LinePixels): number {
    pixels.clear()
    this.#starts ??= this.#sort()
    const starts = this.#starts
    let painted = 0
    let winding = 0
    let from = 0
    for (let i = starts[line] ?? 0; i < (starts[line + 1] ?? 0); i += 1) {
      const crossing = this.#order[i] ?? 0
      const by = this.#by[crossing] ?? 0
      const at = this.#at[crossing] ?? 0
      const index = Math.abs(by) - 1
      const shape = this.#drawing.shapes[index]
      const evenOdd = shape?.fillRule === 'evenodd'
      const before = evenOdd ? winding & 1 : winding
      winding += Math.sign(by)
      const after = evenOdd ? winding & 1 : winding
      if (this.#along[crossing] === 1) pixels.mark(Math.floor(at))
      const to = Math.min(this.length, Math.max(0, at))
      if (before === 0 && after !== 0) from = to
      if (before === 0 || after !== 0 || to <= from) continue
      pixels.paint(from, to, index, shape?.opacity ?? 1)
      painted += to - from
    }
    return painted
  }
}

/** Adds one and returns the previous value. */
function increase(list: Int32Array, index: number): number {
  const value = list[index] ?? 0
  list[index] = value + 1
  return value
}
