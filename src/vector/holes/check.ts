import { BOUNDARY, CENTER } from '../coverage/cell-bits'
import type { Mask } from '../coverage/mask'
import type { Path } from '../path/path'
import type { Area } from './boolean'

/** Marks of a cell: its center is in the area but in no hole; the area's edge passes through it; a hole's edge passes through it. */
const FILLED = 1
const EDGE = 2
const HOLE_EDGE = 4

/** Maximum share of the cells along the holes' edges in which the new edge may be missing, because the edge only grazes them. */
const MAX_GRAZED = 0.05

/**
 * Compares a shape before and after cutting its holes, pixel by pixel: it must look as if the holes were painted on it in the background's
 * color.
 */
export class CutCheck {
  readonly #mask: Mask
  readonly #marks: Uint8Array
  #first = 0
  #end = 0

  constructor(mask: Mask) {
    this.#mask = mask
    this.#marks = new Uint8Array(mask.grid.columns * mask.grid.rows)
  }

  /** Returns whether `after` fills the area without the holes. Pixels on the edge of a hole may differ. */
  isCut(area: Area, holes: readonly Area[], after: Path): boolean {
    this.#first = this.#marks.length
    this.#end = 0
    this.#mark(area, true)
    for (const hole of holes) this.#mark(hole, false)
    const passes = this.#compare(after)
    this.#marks.fill(0, this.#first, this.#end)
    return passes
  }

  #mark({ path, fillRule }: Area, fills: boolean): void {
    const { starts, ends, bits } = this.#mask
    const count = this.#mask.cover(path, fillRule)
    const marks = this.#marks
    for (let i = 0; i < count; i += 1) {
      const start = starts[i] ?? 0
      const end = ends[i] ?? 0
      const center = ((bits[i] ?? 0) & CENTER) !== 0
      const edge = ((bits[i] ?? 0) & BOUNDARY) !== 0
      if (fills) {
        marks.fill((center ? FILLED : 0) | (edge ? EDGE : 0), start, end)
        continue
      }
      for (let cell = start; cell < end; cell += 1) {
        if (center) marks[cell] = (marks[cell] ?? 0) & ~FILLED
        if (edge) marks[cell] = (marks[cell] ?? 0) | HOLE_EDGE
      }
    }
    if (count === 0) return
    this.#first = Math.min(this.#first, starts[0] ?? 0)
    this.#end = Math.max(this.#end, ends[count - 1] ?? 0)
  }

  #compare(after: Path): boolean {
    const { starts, ends, bits } = this.#mask
    const count = this.#mask.cover(after, 'nonzero')
    const marks = this.#marks
    let filled = 0
    let edges = 0
    let grazed = 0
    for (let i = 0; i < count; i += 1) {
      const center = ((bits[i] ?? 0) & CENTER) !== 0
      const edge = ((bits[i] ?? 0) & BOUNDARY) !== 0
      for (let cell = starts[i] ?? 0; cell < (ends[i] ?? 0); cell += 1) {
        const mark = marks[cell] ?? 0
        if ((mark & HOLE_EDGE) !== 0) {
          edges += 1
          if (center && !edge) grazed += 1
        } else if (center) {
          if ((mark & FILLED) !== 0) filled += 1
          else if ((mark & EDGE) === 0 || !edge) return false
        } else if ((mark & FILLED) !== 0) {
          if ((mark & EDGE) === 0 || !edge) return false
          filled += 1
        }
      }
    }
    // Cells that were filled but that the new path does not touch were not visited.
    for (let cell = this.#first; cell < this.#end; cell += 1) {
      if (((marks[cell] ?? 0) & (FILLED | HOLE_EDGE)) === FILLED) filled -= 1
    }
    return filled === 0 && grazed <= 2 + MAX_GRAZED * edges
  }
}
