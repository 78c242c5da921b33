import type { Shape } from '../drawing'
import type { Path } from '../path/path'
import { boundsOf } from './bounds'
import { buffersFor } from './buffers'
import { BOUNDARY, CENTER, FULL, TOUCHED } from './cell-bits'
import { forEachSegments } from './flatten'
import type { Grid } from './grid'
import type { Spans } from './spans'

/** The bits of a filled cell away from the boundary. */
const INSIDE = TOUCHED | FULL | CENTER

/** Internal marks: the boundary passes through a neighboring cell; the boundary crosses the row's center line left of the cell's center. */
const BESIDE = 16
const TURN = 32
/** Internal marks: the stroke may reach the cell; it may reach a neighboring cell. */
const REACHED = 64
const NEAR = 128

/** A stroke that reaches farther than this, in cells, is approximated by its bounding box. */
const MAX_REACH = 8

type Line = typeof BOUNDARY | typeof REACHED

/** Largest distance of a flattened curve from the true one, in cells. Boundaries are widened by this. */
export const SLACK = 0.1

/**
 * Finds the cells that a shape covers. What is outside the grid is clipped. The buffers are shared: the result of `cover` is
 * valid until the next call of `cover` on any mask.
 */
export class Mask implements Spans {
  readonly grid: Grid
  /** The spans of the last shape. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly bits: Uint8Array
  readonly #marks: Uint8Array
  readonly #words: Uint32Array
  readonly #turns: Int32Array
  readonly #left: Int32Array
  readonly #right: Int32Array
  #top = 0
  #bottom = -1
  /** The cells marked last, to avoid repeated work: many segments are shorter than a cell. */
  #markedRow = -1
  #markedLeft = 0
  #markedRight = -1

  constructor(grid: Grid) {
    this.grid = grid
    const size = grid.columns * grid.rows
    const { starts, ends, bits, turns, words } = buffersFor(size)
    this.starts = starts
    this.ends = ends
    this.bits = bits
    this.#words = words
    this.#marks = new Uint8Array(words.buffer)
    this.#turns = turns
    this.#left = new Int32Array(grid.rows).fill(grid.columns)
    this.#right = new Int32Array(grid.rows).fill(-1)
    this.#top = grid.rows
  }

  /**
   * Marks the cells of the path's fill or, if `rule` is null, of its line, which is not closed. `reach` is the distance from
   * the line, in px, within which a stroke may paint; pass null if only CENTER is needed: the other bits are undefined then.
   * Returns the number of spans.
   */
  cover(path: Path, rule: Shape['fillRule'] | null, reach: number | null = 0): number {
    // The stroke has separate marks because it does not change which cells the fill covers.
    const stroke = (reach ?? 0) / this.grid.cell
    if (stroke > MAX_REACH) this.#box(path, stroke + SLACK)
    if (rule) this.#outline(path, reach === null ? null : SLACK, BOUNDARY)
    if (reach !== null && !(rule && reach === 0) && stroke <= MAX_REACH) {
      this.#outline(path, stroke + SLACK, REACHED)
    }
    return this.#collect(rule)
  }

  /** Marks the cells within `reach` px of the path's line, without MAX_REACH. Returns the number of spans. */
  coverStroke(path: Path, reach: number): number {
    this.#outline(path, reach / this.grid.cell + SLACK, REACHED)
    return this.#collect(null)
  }

  /** Marks the cells within `pad` cells of the path's line, unless `pad` is null. With BOUNDARY, also records where the closed path crosses the rows. */
  #outline(path: Path, pad: number | null, mark: Line): void {
    const scale = 1 / this.grid.cell
    const fill = mark === BOUNDARY
    this.#markedRow = -1
    forEachSegments(path, this.grid.cell * SLACK, fill, (segments, end) => {
      for (let i = 0; i < end; i += 4) {
        const x0 = (segments[i] ?? 0) * scale
        const y0 = (segments[i + 1] ?? 0) * scale
        const x1 = (segments[i + 2] ?? 0) * scale
        const y1 = (segments[i + 3] ?? 0) * scale
        if (y0 <= y1) {
          if (pad !== null) this.#edge(x0, y0, x1, y1, pad, mark)
          if (fill) this.#turn(x0, y0, x1, y1, 1)
        } else {
          if (pad !== null) this.#edge(x1, y1, x0, y0, pad, mark)
          if (fill) this.#turn(x1, y1, x0, y0, -1)
        }
      }
    })
  }

  /** Marks every cell within `pad` cells of the path's bounding box, and the neighboring cells. Call it before other marks. */
  #box(path: Path, pad: number): void {
    const { cell, columns, rows } = this.grid
    const box = boundsOf(path)
    const left = Math.max(0, Math.floor(box.left / cell - pad) - 1)
    const right = Math.min(columns - 1, Math.floor(box.right / cell + pad) + 1)
    const top = Math.floor(box.top / cell - pad)
    const bottom = Math.floor(box.bottom / cell + pad)
    if (left > right) return
    for (let row = Math.max(0, top - 1); row <= Math.min(rows - 1, bottom + 1); row += 1) {
      this.#extend(row, left, right)
      const reached = row >= top && row <= bottom
      this.#marks.fill(reached ? REACHED : NEAR, row * columns + left, row * columns + right + 1)
    }
  }

  /** Sets the mark on every cell within `pad` cells of the segment, and the weaker mark on the neighboring cells. Requires y0 ≤ y1. */
  #edge(x0: number, y0: number, x1: number, y1: number, pad: number, mark: Line): void {
    const { rows } = this.grid
    const around = mark === BOUNDARY ? BESIDE : NEAR
    const first = Math.max(-1, Math.floor(y0 - pad))
    const last = Math.min(rows, Math.floor(y1 + pad))
    const slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0
    // The cells that it passes in the row above, and in the one above that.
    let aboveLeft = Number.POSITIVE_INFINITY
    let aboveRight = Number.NEGATIVE_INFINITY
    let overLeft = Number.POSITIVE_INFINITY
    let overRight = Number.NEGATIVE_INFINITY
    for (let row = first; row <= last + 2; row += 1) {
      let left = Number.POSITIVE_INFINITY
      let right = Number.NEGATIVE_INFINITY
      if (row <= last) {
        const from = Math.min(Math.max(row - pad, y0), y1)
        const to = Math.max(Math.min(row + 1 + pad, y1), y0)
        const a = y1 > y0 ? x0 + slope * (from - y0) : x0
        const b = y1 > y0 ? x0 + slope * (to - y0) : x1
        left = Math.floor(Math.min(a, b) - pad)
        right = Math.floor(Math.max(a, b) + pad)
        if (first === last) {
          if (row === this.#markedRow && left === this.#markedLeft && right === this.#markedRight) return
          this.#markedRow = row
          this.#markedLeft = left
          this.#markedRight = right
        }
        this.#mark(row, left, right, mark)
      }
      this.#mark(
        row - 1,
        Math.min(left, aboveLeft, overLeft) - 1,
        Math.max(right, aboveRight, overRight) + 1,
        around,
      )
      overLeft = aboveLeft
      overRight = aboveRight
      aboveLeft = left
      aboveRight = right
    }
  }

  #mark(row: number, left: number, right: number, mark: number): void {
    const { columns, rows } = this.grid
    if (row < 0 || row >= rows) return
    const first = Math.max(0, left)
    const last = right >= columns ? columns - 1 : right
    if (first > last) return
    // The neighboring cells include the edge's own cells, so these are enough.
    if (mark === BESIDE || mark === NEAR) this.#extend(row, first, last)
    const marks = this.#marks
    const end = row * columns + last
    for (let i = row * columns + first; i <= end; i += 1) marks[i] = (marks[i] ?? 0) | mark
  }

  /** Records where the boundary crosses the center line of each row. Requires y0 ≤ y1. */
  #turn(x0: number, y0: number, x1: number, y1: number, direction: number): void {
    const { columns, rows } = this.grid
    const first = Math.max(0, Math.ceil(y0 - 0.5))
    const last = Math.min(rows - 1, Math.ceil(y1 - 0.5) - 1)
    if (first > last) return
    const slope = (x1 - x0) / (y1 - y0)
    for (let row = first; row <= last; row += 1) {
      const column = Math.max(0, Math.ceil(x0 + slope * (row + 0.5 - y0) - 0.5))
      const seen = Math.min(column, columns - 1)
      this.#extend(row, seen, seen)
      if (column < columns) {
        const i = row * columns + column
        this.#turns[i] = (this.#turns[i] ?? 0) + direction
        this.#marks[i] = (this.#marks[i] ?? 0) | TURN
      }
    }
  }

  #extend(row: number, first: number, last: number): void {
    if (first < (this.#left[row] ?? 0)) this.#left[row] = first
    if (last > (this.#right[row] ?? 0)) this.#right[row] = last
    if (row < this.#top) this.#top = row
    if (row > this.#bottom) this.#bottom = row
  }

  /** Turns the marks into spans and clears them. A cell without an edge has the same winding number everywhere as at its center. */
  #collect(rule: Shape['fillRule'] | null): number {
    const { columns, rows } = this.grid
    const marks = this.#marks
    const words = this.#words
    const turns = this.#turns
    const { starts, ends, bits: spanBits } = this
    let count = 0
    for (let row = this.#top; row <= this.#bottom; row += 1) {
      const base = row * columns
      const end = base + (this.#right[row] ?? -1) + 1
      let winding = 0
      let filled = false
      let open = 0
      for (let i = base + (this.#left[row] ?? columns); i < end; i += 1) {
        const mark = marks[i] ?? 0
        let bits = filled ? INSIDE : 0
        if (mark !== 0) {
          marks[i] = 0
          if ((mark & TURN) !== 0) {
            winding += turns[i] ?? 0
            turns[i] = 0
            filled = rule === 'evenodd' ? (winding & 1) === 1 : winding !== 0
          }
          const boundary = (mark & BOUNDARY) !== 0 ? BOUNDARY | TOUCHED : mark & BESIDE
          const stroke = (mark & REACHED) !== 0 ? BOUNDARY | TOUCHED : mark & NEAR
          bits = boundary | stroke | (filled ? (boundary ? TOUCHED | CENTER : INSIDE) : 0)
        }
        if (bits !== open) {
          if (open !== 0) ends[count++] = i
          starts[count] = i
          spanBits[count] = bits
          open = bits
        }
        // Most of a large shape is away from its boundary: skip four cells at a time that are equal to this one.
        const alike = Math.imul(mark & ~TURN, 0x01010101) >>> 0
        while ((i & 3) === 3 && i + 4 < end && words[(i + 1) >> 2] === alike) {
          words[(i + 1) >> 2] = 0
          i += 4
        }
      }
      if (open !== 0) ends[count++] = end
      this.#left[row] = columns
      this.#right[row] = -1
    }
    this.#top = rows
    this.#bottom = -1
    this.#markedRow = -1
    return count
  }
}
