import type { Drawing, Paint } from '../drawing'

/**
 * Renderers look at a few lines in each px only (resvg and older Skia: four): an edge along the grid changes by a quarter at once.
 * Others cross these lines anywhere. Parts of a px, and the slope from which on an edge is not along the grid.
 */
const SUBPIXELS = 4
const ALONG = 0.06

/** Numbers of a px of a line: a color, weighed so that distances are what pixel comparisons take them for. */
export const CHANNELS = 3

/** Up to here, moving each crossing to its place beats the engine's own sort. */
const MANY = 24

/** Crossings of all lines of one direction, at most: a picture of 10,000 paths has a third of it. */
const MOST_CROSSINGS = 400_000

/** A drawing as it looks along parallel lines that are evenly spaced over it. Strokes are ignored. */
export class Lines {
  /** Of each line, in px of the rendering. */
  readonly length: number
  readonly #drawing: Drawing
  readonly #weights: readonly (readonly number[])[]
  readonly #count: number
  readonly #pitch: number
  readonly #scale: number
  readonly #upright: boolean
  /** For each crossing its line, its place on it, and the shape's number from 1 on, negative where it winds the other way. */
  #line = new Int32Array(4096)
  #at = new Float64Array(4096)
  #by = new Int32Array(4096)
  /** Whether that edge is along the grid. */
  #along = new Uint8Array(4096)
  #crossings = 0
  /** The crossings line by line, each shape's along the line, and where each line's begin; see `#sort`. */
  #order = new Int32Array(0)
  #starts: Int32Array | null = null

  /** `upright`: lines from top to bottom. `scale`: px of the rendering for one of the drawing. `colors`: of each shape. */
  constructor(drawing: Drawing, colors: LineColors, count: number, scale: number, upright: boolean) {
    const [span, breadth] = upright ? [drawing.height, drawing.width] : [drawing.width, drawing.height]
    this.#drawing = drawing
    this.#weights = colors
    this.#upright = upright
    this.#scale = scale
    this.#count = count
    this.length = Math.ceil(span * scale)
    this.#pitch = breadth / count
  }

  /** There were more crossings than are recorded. */
  get isFull(): boolean {
    return this.#crossings > MOST_CROSSINGS
  }

  /** Records where a segment of a shape's outline crosses the lines. Shapes come in their order, counted from 1. */
  cross(shape: number, x0: number, y0: number, x1: number, y1: number): void {
    if (this.#upright) this.#cross(shape, y0, x0, y1, x1)
    else this.#cross(shape, x0, y0, x1, y1)
  }

  /** x is along the lines. */
  #cross(shape: number, x0: number, y0: number, x1: number, y1: number): void {
    const first = Math.max(0, Math.ceil(Math.min(y0, y1) / this.#pitch - 0.5))
    const end = Math.min(this.#count, Math.ceil(Math.max(y0, y1) / this.#pitch - 0.5))
    if (first >= end || this.isFull) return
    if (this.#crossings + end - first > this.#at.length) this.#grow(end - first)
    const isAlong = Math.abs(x1 - x0) <= ALONG * Math.abs(y1 - y0)
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

  /** Gives for each line where its crossings begin in `#order`. */
  #sort(): Int32Array {
    const starts = new Int32Array(this.#count + 2)
    // Counted two places on: once placed, the counts have become the starts.
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

  /** Sorts crossings of one shape with one line; equal ones stay as they are. */
  #sortAlong(from: number, end: number): void {
    const at = this.#at
    const order = this.#order
    if (end - from > MANY) {
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

  /**
   * Paints a line as anti-aliasing does: CHANNELS numbers a px. Marks the px where an edge along the grid ends.
   * Gives the number of px painted.
   */
  paint(line: number, pixels: Float32Array, marks: Uint8Array): number {
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
      if (this.#along[crossing] === 1) marks[Math.floor(at)] = 1
      const to = Math.min(this.length, Math.max(0, at))
      if (before === 0 && after !== 0) from = to
      if (before === 0 || after !== 0 || to <= from) continue
      put(pixels, from, to, this.#weights[index] ?? [], shape?.opacity ?? 1)
      painted += to - from
    }
    return painted
  }
}

/** Adds one and gives the value before. */
function increase(list: Int32Array, index: number): number {
  const value = list[index] ?? 0
  list[index] = value + 1
  return value
}

/** Lays a color over the px from one place to another, in part over those at the ends. */
function put(
  pixels: Float32Array,
  from: number,
  to: number,
  color: readonly number[],
  opacity: number,
): void {
  const first = Math.floor(from)
  const last = Math.floor(to)
  if (first === last) return blend(pixels, first, color, opacity * (to - from))
  blend(pixels, first, color, opacity * (first + 1 - from))
  if (to > last) blend(pixels, last, color, opacity * (to - last))
  if (opacity < 1) {
    for (let px = first + 1; px < last; px += 1) blend(pixels, px, color, opacity)
    return
  }
  const [y = 0, i = 0, q = 0] = color
  for (let at = CHANNELS * (first + 1); at < CHANNELS * last; at += CHANNELS) {
    pixels[at] = y
    pixels[at + 1] = i
    pixels[at + 2] = q
  }
}

function blend(pixels: Float32Array, px: number, color: readonly number[], part: number): void {
  for (let channel = 0; channel < CHANNELS; channel += 1) {
    const at = CHANNELS * px + channel
    const below = pixels[at] ?? 0
    pixels[at] = below + ((color[channel] ?? 0) - below) * part
  }
}

/** For each shape of a drawing its color as numbers of a px. */
export type LineColors = readonly (readonly number[])[]

export const WHITE = weigh('#ffffff')

export const lineColors = ({ shapes }: Drawing): LineColors =>
  shapes.map(({ fill }) => (fill ? meanOf(fill) : WHITE))

/** Of a gradient the mean of its stops. */
function meanOf(paint: Paint): readonly number[] {
  if (paint.type === 'solid') return weigh(paint.color)
  const stops = paint.stops.map(({ color }) => weigh(color))
  return WHITE.map((_, i) => stops.reduce((sum, stop) => sum + (stop[i] ?? 0), 0) / Math.max(1, stops.length))
}

/** YIQ as pixelmatch weighs it (Kotsarenko and Ramos 2010): squared distances add up to its difference of two colors. */
function weigh(hex: string): readonly number[] {
  const value = Number.parseInt(hex.slice(1), 16)
  const [r, g, b] = [value >> 16, (value >> 8) & 255, value & 255]
  return [
    Math.sqrt(0.5053) * (0.29889531 * r + 0.58662247 * g + 0.11448223 * b),
    Math.sqrt(0.299) * (0.59597799 * r - 0.2741761 * g - 0.32180189 * b),
    Math.sqrt(0.1957) * (0.21147017 * r - 0.52261711 * g + 0.31114694 * b),
  ]
}
