import type { Drawing, Paint } from '../drawing'
import { countSegments, eachSegments } from '../layers/flatten'

/** Lines across the picture in each direction. */
const LINES = 48
/** Samples of a line for each px, and at most. */
const DENSITY = 4
const MOST_SAMPLES = 16_384
/** A visible piece of a line is thin if it is shorter, in px: about as much as pixelmatch sees of what is around. */
const THIN = 2.5
/** How far a flattened curve may lie from the true one, in px. */
const TOLERANCE = 0.25
/** What is looked at, at most: a picture of 10,000 paths has a seventh of it. */
const MOST_SEGMENTS = 2_000_000
const MOST_CROSSINGS = 250_000
const MOST_PAINTED = 100_000_000

/**
 * How much of the picture is thin: the number of visible pieces that are lighter, or darker, than what is to both sides of
 * them and less than 2.5 px wide, weighted by the contrast (0 to 1), for each px of 48 lines across and 48 down. That is
 * where rounding shows: elsewhere an edge that moves by less than a px is only anti-aliased in another way.
 * Infinite where it is too much to look at. Strokes are not looked at.
 */
export function thinShare(drawing: Drawing): number {
  const segments = drawing.shapes.reduce((sum, { path }) => sum + countSegments(path, TOLERANCE), 0)
  if (segments > MOST_SEGMENTS) return Number.POSITIVE_INFINITY
  const across = new Lines(drawing, drawing.width, drawing.height)
  const down = new Lines(drawing, drawing.height, drawing.width)
  drawing.shapes.forEach(({ path, fill }, index) => {
    if (!fill) return
    eachSegments(path, TOLERANCE, true, (segments, end) => {
      for (let i = 0; i < end && !across.isFull && !down.isFull; i += 4) {
        const x0 = segments[i] ?? 0
        const y0 = segments[i + 1] ?? 0
        const x1 = segments[i + 2] ?? 0
        const y1 = segments[i + 3] ?? 0
        across.cross(index + 1, x0, y0, x1, y1)
        down.cross(index + 1, y0, x0, y1, x1)
      }
    })
  })
  if (across.isFull || down.isFull) return Number.POSITIVE_INFINITY
  return (across.contrast() + down.contrast()) / (across.length + down.length)
}

/** Parallel lines through the picture: `span` px long, evenly spaced over its `breadth`. */
class Lines {
  readonly #drawing: Drawing
  readonly #span: number
  readonly #pitch: number
  /** For each line where outlines cross it, and which: the shape's number from 1 on, negative where it winds the other way. */
  readonly #at: number[][]
  readonly #by: number[][]
  #crossings = 0

  constructor(drawing: Drawing, span: number, breadth: number) {
    this.#drawing = drawing
    this.#span = span
    const count = Math.max(1, Math.min(LINES, Math.floor(breadth)))
    this.#pitch = breadth / count
    this.#at = Array.from({ length: count }, () => [])
    this.#by = Array.from({ length: count }, () => [])
  }

  /** In px, all lines together. */
  get length(): number {
    return this.#span * this.#at.length
  }

  /** More crosses the lines than is looked at. */
  get isFull(): boolean {
    return this.#crossings > MOST_CROSSINGS
  }

  /** Notes where a piece of an outline crosses the lines; x is along them. Shapes come in their order. */
  cross(shape: number, x0: number, y0: number, x1: number, y1: number): void {
    const first = Math.max(0, Math.ceil(Math.min(y0, y1) / this.#pitch - 0.5))
    const end = Math.min(this.#at.length, Math.ceil(Math.max(y0, y1) / this.#pitch - 0.5))
    for (let line = first; line < end; line += 1) {
      const y = (line + 0.5) * this.#pitch
      this.#at[line]?.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0))
      this.#by[line]?.push(y1 > y0 ? shape : -shape)
      this.#crossings += 1
    }
  }

  /** The sum over all lines. */
  contrast(): number {
    const density = Math.min(DENSITY, MOST_SAMPLES / this.#span)
    const samples = new Float32Array(Math.max(1, Math.ceil(this.#span * density)))
    const lights = this.#drawing.shapes.map(({ fill }) => (fill ? lightness(fill) : 0))
    let painted = 0
    let sum = 0
    for (let line = 0; line < this.#at.length; line += 1) {
      if (painted > MOST_PAINTED) return Number.POSITIVE_INFINITY
      samples.fill(1)
      painted += this.#paint(line, samples, density, lights)
      sum += thinContrast(samples, THIN * density)
    }
    return sum
  }

  /** Paints the shapes onto a line, one over the other. Gives the number of samples painted. */
  #paint(line: number, samples: Float32Array, density: number, lights: readonly number[]): number {
    const at = this.#at[line] ?? []
    const by = this.#by[line] ?? []
    const order = at.map((_, i) => i)
    // Shapes in their order, for each the crossings along the line.
    order.sort((a, b) => Math.abs(by[a] ?? 0) - Math.abs(by[b] ?? 0) || (at[a] ?? 0) - (at[b] ?? 0))
    let painted = 0
    let winding = 0
    let from = 0
    for (const i of order) {
      const shape = Math.abs(by[i] ?? 0) - 1
      const evenOdd = this.#drawing.shapes[shape]?.fillRule === 'evenodd'
      const before = evenOdd ? winding & 1 : winding
      winding += Math.sign(by[i] ?? 0)
      const after = evenOdd ? winding & 1 : winding
      const sample = Math.min(samples.length, Math.max(0, Math.round((at[i] ?? 0) * density)))
      if (before === 0 && after !== 0) from = sample
      if (before === 0 || after !== 0) continue
      samples.fill(lights[shape] ?? 0, from, sample)
      painted += sample - from
    }
    return painted
  }
}

/** The contrast of all pieces of less than `thin` samples to the more alike of the two beside them. */
function thinContrast(samples: Float32Array, thin: number): number {
  let sum = 0
  let start = 0
  for (let end = 1; end < samples.length; end += 1) {
    const light = samples[end - 1] ?? 0
    const after = samples[end] ?? 0
    if (after === light) continue
    if (start > 0 && end - start < thin) {
      const [left, right] = [light - (samples[start - 1] ?? 0), light - after]
      if (left * right > 0) sum += Math.min(Math.abs(left), Math.abs(right))
    }
    start = end
  }
  return sum
}

/** Of a paint as pixelmatch weighs it (luma, Rec. 601), 0 to 1; of a gradient the mean of its stops. */
function lightness(paint: Paint): number {
  const colours = paint.type === 'solid' ? [paint.colour] : paint.stops.map(({ colour }) => colour)
  return colours.reduce((sum, colour) => sum + luma(colour), 0) / Math.max(1, colours.length)
}

function luma(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16)
  return (0.299 * (value >> 16) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255)) / 255
}
