import type { Path } from '../path/path'
import { Crossings } from './crossings'
import { countSegments, forEachSegments } from './flatten'

interface Span {
  readonly left: number
  readonly right: number
  readonly y: number
}

/** The winding of a fill's boundary. */
export interface Winding {
  /** 1 or -1: the sign of the winding numbers over most of the filled area. */
  readonly sign: 1 | -1
  /** Horizontal spans in px where the winding number has the opposite sign. */
  readonly spots: readonly Span[]
  /** Whether every winding number is -1, 0 or 1. */
  readonly single: boolean
}

/** More reversed spans than these are not a drawing error: their number in one shape, and their share of the filled length. */
const MAX_SPANS = 256
const MAX_SHARE = 0.02

/** Segments and crossings that one reader may visit: real pictures need up to half a million, ten thousand paths two million. */
const BUDGET = 4_000_000

/**
 * Finds the winding numbers of fills along horizontal scan lines. Exact along each line, but misses what is between two lines: with a pitch
 * of 1/4096 of the picture, up to a quarter of a pixel at 1024 px.
 */
export class WindingReader {
  readonly #rows: number
  readonly #pitch: number
  readonly #tolerance: number
  readonly #downs: Crossings
  readonly #ups: Crossings
  #budget = BUDGET

  /** Scan lines are `pitch` px apart, from 0 to `height` px; curves are flattened to within `tolerance` px. */
  constructor(height: number, pitch: number, tolerance: number) {
    this.#rows = Math.ceil(height / pitch)
    this.#pitch = pitch
    this.#tolerance = tolerance
    this.#downs = new Crossings(this.#rows)
    this.#ups = new Crossings(this.#rows)
  }

  /** Returns null if much of the path is reversed, or if the path is too long. */
  read(path: Path): Winding | null {
    this.#budget -= countSegments(path, this.#tolerance)
    if (this.#budget < 0) return null
    let doubledArea = 0
    forEachSegments(path, this.#tolerance, true, (segments, count) => {
      for (let i = 0; i < count; i += 4) {
        const x0 = segments[i] ?? 0
        const y0 = segments[i + 1] ?? 0
        const x1 = segments[i + 2] ?? 0
        const y1 = segments[i + 3] ?? 0
        doubledArea += x0 * y1 - x1 * y0
        const first = this.#rowAfter(Math.min(y0, y1))
        const end = this.#rowAfter(Math.max(y0, y1))
        if (first < end) (y1 > y0 ? this.#downs : this.#ups).count(first, end)
      }
    })
    this.#budget -= this.#downs.place() + this.#ups.place()
    const winding = this.#budget < 0 ? null : this.#cross(path, doubledArea)
    this.#downs.clear()
    this.#ups.clear()
    return winding
  }

  #cross(path: Path, doubledArea: number): Winding | null {
    this.#downs.reserve()
    this.#ups.reserve()
    forEachSegments(path, this.#tolerance, true, (segments, count) => {
      for (let i = 0; i < count; i += 4) {
        const x0 = segments[i] ?? 0
        const y0 = segments[i + 1] ?? 0
        const x1 = segments[i + 2] ?? 0
        const y1 = segments[i + 3] ?? 0
        const first = this.#rowAfter(Math.min(y0, y1))
        const end = this.#rowAfter(Math.max(y0, y1))
        const slope = (x1 - x0) / (y1 - y0)
        const crossings = y1 > y0 ? this.#downs : this.#ups
        for (let row = first; row < end; row += 1) {
          crossings.put(row, x0 + slope * ((row + 0.5) * this.#pitch - y0))
        }
      }
    })
    return this.#scan(doubledArea >= 0 ? 1 : -1)
  }

  /** The first row whose line is at or below `y`, within the canvas. */
  #rowAfter(y: number): number {
    return Math.max(0, Math.min(this.#rows, Math.ceil(y / this.#pitch - 0.5)))
  }

  /** Assumes that most of the area has this sign; if that is wrong, starts over with the other. */
  #scan(sign: 1 | -1): Winding | null {
    const spots: Span[] = []
    let most = 0
    let least = 0
    let single = true
    const downs = this.#downs
    const ups = this.#ups
    const top = Math.min(downs.top, ups.top)
    const bottom = Math.max(downs.bottom, ups.bottom)
    for (let row = top; row < bottom; row += 1) {
      downs.sort(row)
      ups.sort(row)
      const y = (row + 0.5) * this.#pitch
      let d = downs.start
      let u = ups.start
      // Clockwise on the screen is positive, as for the signed area; multiplied by `sign` so that most of it is positive.
      let winding = 0
      let left = 0
      while (d < downs.end || u < ups.end) {
        const down = d < downs.end ? (downs.x[d] ?? 0) : Number.POSITIVE_INFINITY
        const up = u < ups.end ? (ups.x[u] ?? 0) : Number.POSITIVE_INFINITY
        const right = Math.min(down, up)
        // Coincident edges may cross a line in either order, due to rounding: that is not a span.
        if (winding !== 0 && right - left > this.#pitch * 1e-6) {
          if (Math.abs(winding) > 1) single = false
          if (winding > 0) most += right - left
          else {
            least += right - left
            if (spots.length <= MAX_SPANS) spots.push({ left, right, y })
          }
        }
        if (down <= up) {
          d += 1
          winding -= sign
        } else {
          u += 1
          winding += sign
        }
        left = right
      }
    }
    if (least > most) return this.#scan(sign === 1 ? -1 : 1)
    if (spots.length > MAX_SPANS || least > MAX_SHARE * (most + least)) return null
    return { sign, spots, single }
  }
}
