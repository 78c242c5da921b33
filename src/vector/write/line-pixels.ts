import type { Drawing, Paint } from '../drawing'

/** Numbers per color, weighted so that distances are those of pixel comparisons. */
const CHANNELS = 3

/** The color of pixels that nothing was painted on; that of shape i is i + 1. */
const BLANK = 0
/** A pixel with a color of its own. */
const MIXED = -1

/** CHANNELS numbers for each color: white, then one color for each shape of a drawing. */
export type LineColors = Float64Array

/** The colors of the pixels of one line of a rendering. */
export class LinePixels {
  /** For each pixel, the number of its color, or MIXED. Most pixels are inside an opaque shape, where a number is painted faster than a color. */
  readonly #numbers: Int32Array
  readonly #mixed: Float32Array
  /** For each pixel, whether an edge along the grid crosses it. */
  readonly #marks: Uint8Array
  readonly #colors: LineColors

  constructor(length: number, colors: LineColors) {
    this.#numbers = new Int32Array(length)
    this.#mixed = new Float32Array(CHANNELS * length)
    this.#marks = new Uint8Array(length)
    this.#colors = colors
  }

  clear(): void {
    this.#numbers.fill(BLANK)
    this.#marks.fill(0)
  }

  /** Records that an edge along the grid crosses a pixel. */
  mark(px: number): void {
    this.#marks[px] = 1
  }

  isMarked(px: number): boolean {
    return this.#marks[px] === 1
  }

  /** Paints the color of a shape, by its index, from one position to another; the pixels at the ends are covered in part. Opacity: 0 to 1. */
  paint(from: number, to: number, shape: number, opacity: number): void {
    const first = Math.floor(from)
    const last = Math.floor(to)
    if (first === last) return this.#blend(first, shape, opacity * (to - from))
    this.#blend(first, shape, opacity * (first + 1 - from))
    if (to > last) this.#blend(last, shape, opacity * (to - last))
    if (opacity >= 1) this.#numbers.fill(shape + 1, first + 1, last)
    else for (let px = first + 1; px < last; px += 1) this.#blend(px, shape, opacity)
  }

  /** Returns the squared difference of a pixel from one of another line with the same colors. */
  difference(px: number, other: LinePixels): number {
    const number = this.#numbers[px] ?? BLANK
    if (number !== MIXED && number === other.#numbers[px]) return 0
    let sum = 0
    for (let channel = 0; channel < CHANNELS; channel += 1) {
      sum += (this.#channel(px, channel) - other.#channel(px, channel)) ** 2
    }
    return sum
  }

  #channel(px: number, channel: number): number {
    const number = this.#numbers[px] ?? BLANK
    return (
      (number === MIXED ? this.#mixed[CHANNELS * px + channel] : this.#colors[CHANNELS * number + channel]) ??
      0
    )
  }

  #blend(px: number, shape: number, part: number): void {
    const color = CHANNELS * (shape + 1)
    for (let channel = 0; channel < CHANNELS; channel += 1) {
      const below = this.#channel(px, channel)
      this.#mixed[CHANNELS * px + channel] = below + ((this.#colors[color + channel] ?? 0) - below) * part
    }
    this.#numbers[px] = MIXED
  }
}

/** Returns the colors of a drawing: of a solid fill, or the mean of a gradient's stops. */
export function lineColors({ shapes }: Drawing): LineColors {
  const colors = new Float64Array(CHANNELS * (shapes.length + 1))
  colors.set(WHITE)
  for (const [index, { fill }] of shapes.entries()) {
    colors.set(fill ? meanOf(fill) : WHITE, CHANNELS * (index + 1))
  }
  return colors
}

function meanOf(paint: Paint): readonly number[] {
  if (paint.type === 'solid') return weigh(paint.color)
  const stops = paint.stops.map(({ color }) => weigh(color))
  return WHITE.map((_, i) => stops.reduce((sum, stop) => sum + (stop[i] ?? 0), 0) / Math.max(1, stops.length))
}

/** YIQ with the weights of pixelmatch (Kotsarenko and Ramos 2010): the sum of squared distances is its color difference. */
function weigh(hex: string): readonly number[] {
  const value = Number.parseInt(hex.slice(1), 16)
  const [r, g, b] = [value >> 16, (value >> 8) & 255, value & 255]
  return [
    Math.sqrt(0.5053) * (0.29889531 * r + 0.58662247 * g + 0.11448223 * b),
    Math.sqrt(0.299) * (0.59597799 * r - 0.2741761 * g - 0.32180189 * b),
    Math.sqrt(0.1957) * (0.21147017 * r - 0.52261711 * g + 0.31114694 * b),
  ]
}

const WHITE = weigh('#ffffff')
