import type { Path } from '../path/path'
import { Crossings } from './crossings'
import { countSegments, eachSegments } from './flatten'

interface Piece {
  readonly left: number
  readonly right: number
  readonly y: number
}

/** How a fill's boundary winds. */
export interface Winding {
  /** 1 or -1: the sign of the winding numbers over most of the filled area. */
  readonly sign: 1 | -1
  /** Horizontal pieces (px) where the winding numbers have the other sign. */
  readonly spots: readonly Piece[]
  /** Whether every winding number is -1, 0 or 1. */
  readonly single: boolean
}

/** What is more than a drawing error is not read: pieces of one shape, and their length as a part of the filled one. */
const MAX_PIECES = 256
const MAX_SHARE = 0.02

/** Segments and crossings that a reader looks at in its life: real pictures need up to half a million, ten thousand paths two. */
const BUDGET = 4_000_000

/**
 * Reads the winding numbers of fills along horizontal lines, exactly along each line. What lies between two lines is not
 * seen: at a pitch of 1/4096 of the picture that is a quarter of a pixel where the picture has 1024.
 */
export class WindingReader {
  readonly #rows: number
  readonly #pitch: number
  readonly #tolerance: number
  readonly #downs: Crossings
  readonly #ups: Crossings
  #budget = BUDGET

  /** Looks at lines `pitch` px apart from 0 to `height` px; curves are followed to `tolerance` px. */
  constructor(height: number, pitch: number, tolerance: number) {
    this.#rows = Math.ceil(height / pitch)
    this.#pitch = pitch
    this.#tolerance = tolerance
    this.#downs = new Crossings(this.#rows)
    this.#ups = new Crossings(this.#rows)
  }

  /** Null when much of the path winds the other way, or when it is too long to read. */
  read(path: Path): Winding | null {
    this.#budget -= countSegments(path, this.#tolerance)
    if (this.#budget < 0) return null
    let doubledArea = 0
    eachSegments(path, this.#tolerance, true, (segments, count) => {
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
    eachSegments(path, this.#tolerance, true, (segments, count) => {
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

  /** Takes `sign` for that of most of the area; where it is not, starts again with the other. */
  #scan(sign: 1 | -1): Winding | null {
    const spots: Piece[] = []
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
      // Clockwise on the screen is positive, as it is for the signed area; turned so that most is positive.
      let winding = 0
      let left = 0
      while (d < downs.end || u < ups.end) {
        const down = d < downs.end ? (downs.x[d] ?? 0) : Number.POSITIVE_INFINITY
        const up = u < ups.end ? (ups.x[u] ?? 0) : Number.POSITIVE_INFINITY
        const right = Math.min(down, up)
        // Edges that lie on each other may cross a line in either order, by rounding: that is no piece.
        if (winding !== 0 && right - left > this.#pitch * 1e-6) {
          if (Math.abs(winding) > 1) single = false
          if (winding > 0) most += right - left
          else {
            least += right - left
            if (spots.length <= MAX_PIECES) spots.push({ left, right, y })
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
    if (spots.length > MAX_PIECES || least > MAX_SHARE * (most + least)) return null
    return { sign, spots, single }
  }
}
