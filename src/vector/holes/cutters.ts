import { FULL, TOUCHED } from '../coverage/cell-bits'
import { coverShape } from '../coverage/cover-shape'
import { Mask } from '../coverage/mask'
import { gridsFor } from '../coverage/resolution'
import type { Drawing } from '../drawing'
import { IntList } from '../layers/int-list'
import { isSolid } from '../layers/paints'

/** Cells along the longer side. */
const CELLS = 512

/** Maximum number of steps through lists of holes. Real pictures need some tens of thousands. */
const MAX_STEPS = 4_000_000

/** Numbers of special lists: no hole is above the cell; everything below is hidden in the cell. */
const EMPTY = 0
const HIDDEN = 1

/**
 * Finds which holes to cut out of which shapes, so that the background shows wherever a hole is visible. `isHole` has an item for each
 * shape. Returns the holes of each shape; null if there are too many. Shapes up to `background` are skipped.
 * Shapes are added from front to back. Each cell has the list of visible holes above it, which a shape gets if it is visible there. A hole
 * that fills a cell replaces the list: shapes below only need to lose that hole, because it contains the others there.
 */
export function cuttersOf(
  drawing: Drawing,
  isHole: readonly boolean[],
  background: number,
): ReadonlyMap<number, ReadonlySet<number>> | null {
  const [grid] = gridsFor(drawing, CELLS)
  const mask = new Mask(grid)
  const lists = new HoleLists()
  const listOf = new Int32Array(grid.columns * grid.rows).fill(EMPTY)
  const cutters = new Map<number, Set<number>>()
  for (let index = drawing.shapes.length - 1; index > background; index -= 1) {
    const shape = drawing.shapes[index]
    if (!shape) continue
    const count = coverShape(shape, mask)
    const solid = isSolid(shape)
    const found = new Set<number>()
    for (let i = 0; i < count; i += 1) {
      const bits = mask.bits[i] ?? 0
      if ((bits & TOUCHED) === 0) continue
      const full = (bits & FULL) !== 0
      const end = mask.ends[i] ?? 0
      for (let cell = mask.starts[i] ?? 0; cell < end; cell += 1) {
        const list = listOf[cell] ?? EMPTY
        if (list === HIDDEN) continue
        if (isHole[index]) listOf[cell] = lists.add(list, index, full)
        else if (list !== EMPTY) lists.collect(list, index, found)
        else if (full && solid) listOf[cell] = HIDDEN
      }
    }
    if (found.size > 0) cutters.set(index, found)
    if (lists.steps > MAX_STEPS) return null
  }
  return cutters
}

/** Numbered lists of shapes. Each list links to the list without its last shape, so that equal lists are stored once. */
class HoleLists {
  readonly #last = new IntList()
  readonly #rest = new IntList()
  /** For each list, the last shape that was added to it or collected it, and the resulting list. */
  readonly #usedBy = new IntList()
  readonly #longer = new IntList()
  steps = 0
  /** The list with only the current hole. */
  #alone = EMPTY

  constructor() {
    for (const _ of [EMPTY, HIDDEN]) this.#push(-1, EMPTY)
  }

  /** Returns the list with one more hole or, if the hole fills the cell, a list of only that hole. */
  add(list: number, hole: number, full: boolean): number {
    if (full) {
      if (this.#last.at(this.#alone) !== hole || this.#rest.at(this.#alone) !== EMPTY)
        this.#alone = this.#push(hole, EMPTY)
      return this.#alone
    }
    if (this.#usedBy.at(list) !== hole) {
      this.#longer.set(list, this.#push(hole, list))
      this.#usedBy.set(list, hole)
    }
    return this.#longer.at(list)
  }

  collect(from: number, shape: number, into: Set<number>): void {
    for (let list = from; list !== EMPTY && this.#usedBy.at(list) !== shape; list = this.#rest.at(list)) {
      into.add(this.#last.at(list))
      this.#usedBy.set(list, shape)
      this.steps += 1
    }
  }

  #push(hole: number, rest: number): number {
    this.#rest.push(rest)
    this.#usedBy.push(-1)
    this.#longer.push(EMPTY)
    this.steps += 1
    return this.#last.push(hole)
  }
}
