import type { Drawing, Paint } from '../drawing'

/**
 * Renderers look at a few lines in each px only (resvg and older Skia: four): an edge along the grid changes by a quarter at once.
 * Others cross these lines anywhere. Parts of a px, and the slope from which on an edge is not along the grid.
 */
const SUBPIXELS = 4
const ALONG = 0.06

/** Numbers of a px of a line: a color, weighed so that distances are what pixel comparisons take them for. */
export const CHANNELS = 3

/** A drawing as it looks along parallel lines that are evenly spaced over it. Strokes are not looked at. */
export class Lines {
  /** Of each line, in px of the rendering. */
  readonly length: number
  readonly #drawing: Drawing
  readonly #weights: readonly (readonly number[])[]
  readonly #pitch: number
  readonly #scale: number
  /** For each line where outlines cross it, and which: the shape's number from 1 on, negative where it winds the other way. */
  readonly #at: number[][]
  readonly #by: number[][]
  /** Whether that edge is along the grid. */
  readonly #along: boolean[][]
  readonly #upright: boolean
  #crossings = 0

  /** `upright`: lines from top to bottom. `scale`: px of the rendering for one of the drawing. `colors`: of each shape. */
  constructor(drawing: Drawing, colors: LineColors, count: number, scale: number, upright: boolean) {
    const [span, breadth] = upright ? [drawing.height, drawing.width] : [drawing.width, drawing.height]
    this.#drawing = drawing
    this.#weights = colors
    this.#upright = upright
    this.#scale = scale
    this.length = Math.ceil(span * scale)
    this.#pitch = breadth / count
    this.#at = Array.from({ length: count }, () => [])
    this.#by = Array.from({ length: count }, () => [])
    this.#along = Array.from({ length: count }, () => [])
  }

  get crossings(): number {
    return this.#crossings
  }

  /** Notes where a piece of a shape's outline crosses the lines. Shapes come in their order, counted from 1. */
  cross(shape: number, x0: number, y0: number, x1: number, y1: number): void {
    if (this.#upright) this.#cross(shape, y0, x0, y1, x1)
    else this.#cross(shape, x0, y0, x1, y1)
  }

  /** x is along the lines. */
  #cross(shape: number, x0: number, y0: number, x1: number, y1: number): void {
    const first = Math.max(0, Math.ceil(Math.min(y0, y1) / this.#pitch - 0.5))
    const end = Math.min(this.#at.length, Math.ceil(Math.max(y0, y1) / this.#pitch - 0.5))
    const isAlong = Math.abs(x1 - x0) <= ALONG * Math.abs(y1 - y0)
    for (let line = first; line < end; line += 1) {
      const y = (line + 0.5) * this.#pitch
      const x = (x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) * this.#scale
      this.#at[line]?.push(isAlong ? Math.round(x * SUBPIXELS) / SUBPIXELS : x)
      this.#along[line]?.push(isAlong)
      this.#by[line]?.push(y1 > y0 ? shape : -shape)
      this.#crossings += 1
    }
  }

  /**
   * Paints a line as anti-aliasing does: CHANNELS numbers a px. Marks the px where an edge along the grid ends.
   * Gives the number of px painted.
   */
  paint(line: number, pixels: Float32Array, marks: Uint8Array): number {
    const at = this.#at[line] ?? []
    const by = this.#by[line] ?? []
    const order = at.map((_, i) => i)
    // Shapes in their order, for each the crossings along the line.
    order.sort((a, b) => Math.abs(by[a] ?? 0) - Math.abs(by[b] ?? 0) || (at[a] ?? 0) - (at[b] ?? 0))
    let painted = 0
    let winding = 0
    let from = 0
    for (const i of order) {
      const index = Math.abs(by[i] ?? 0) - 1
      const shape = this.#drawing.shapes[index]
      const evenOdd = shape?.fillRule === 'evenodd'
      const before = evenOdd ? winding & 1 : winding
      winding += Math.sign(by[i] ?? 0)
      const after = evenOdd ? winding & 1 : winding
      if (this.#along[line]?.[i]) marks[Math.floor(at[i] ?? 0)] = 1
      const to = Math.min(this.length, Math.max(0, at[i] ?? 0))
      if (before === 0 && after !== 0) from = to
      if (before === 0 || after !== 0 || to <= from) continue
      put(pixels, from, to, this.#weights[index] ?? [], shape?.opacity ?? 1)
      painted += to - from
    }
    return painted
  }
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
