import type { Bounds } from '../coverage/bounds'
import { forEachSegments } from '../coverage/flatten'
import type { Path } from '../path/path'

interface Point {
  readonly x: number
  readonly y: number
}

/** Pairs of points whose winding numbers in paths are asked for. In px. */
export class PointPairs {
  /** Coordinates of the points, sorted by y. */
  readonly #x: Float64Array
  readonly #y: Float64Array
  /** The index of each point as it was given. */
  readonly #index: Int32Array
  readonly #windings: Int32Array

  /** `points`: two for each pair. */
  constructor(points: readonly Point[]) {
    const sorted = [...points.entries()].sort(([, a], [, b]) => a.y - b.y)
    this.#x = Float64Array.from(sorted, ([, { x }]) => x)
    this.#y = Float64Array.from(sorted, ([, { y }]) => y)
    this.#index = Int32Array.from(sorted, ([index]) => index)
    this.#windings = new Int32Array(points.length)
  }

  /**
   * Returns the number of each pair of which both points are in the path and in `bounds`, with their winding numbers. `tolerance`: the
   * largest distance of a flattened curve from the true one, in px.
   */
  windings(
    path: Path,
    { left, top, right, bottom }: Bounds,
    tolerance: number,
  ): Map<number, readonly [number, number]> {
    const found = new Map<number, readonly [number, number]>()
    const [first, end] = [this.#from(top), this.#from(bottom)]
    if (first >= end || !(left < right)) return found
    this.#windings.fill(0)
    forEachSegments(path, tolerance, true, (segments, count) => {
      for (let i = 0; i < count; i += 4) {
        this.#cross(segments[i] ?? 0, segments[i + 1] ?? 0, segments[i + 2] ?? 0, segments[i + 3] ?? 0)
      }
    })
    for (let at = first; at < end; at += 1) {
      const x = this.#x[at] ?? 0
      const pair = (this.#index[at] ?? 0) >> 1
      if (x <= left || x >= right || found.has(pair)) continue
      const one = this.#windings[2 * pair] ?? 0
      const other = this.#windings[2 * pair + 1] ?? 0
      if (one !== 0 && other !== 0) found.set(pair, [one, other])
    }
    return found
  }

  /** Counts a segment for all points to the right of it. */
  #cross(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return
    const [top, bottom, direction] = y0 < y1 ? [y0, y1, 1] : [y1, y0, -1]
    const slope = (x1 - x0) / (y1 - y0)
    const end = this.#from(bottom)
    for (let at = this.#from(top); at < end; at += 1) {
      if ((this.#x[at] ?? 0) <= x0 + slope * ((this.#y[at] ?? 0) - y0)) continue
      const index = this.#index[at] ?? 0
      this.#windings[index] = (this.#windings[index] ?? 0) + direction
    }
  }

  /** Returns the number of points above y. */
  #from(y: number): number {
    let [low, high] = [0, this.#y.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#y[middle] ?? 0) < y) low = middle + 1
      else high = middle
    }
    return low
  }
}
