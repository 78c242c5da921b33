import { TOUCHED } from '../coverage/cell-bits'
import type { Grid } from '../coverage/grid'
import type { Spans } from '../coverage/spans'

/** A horizontal span of a shape where its winding number has the opposite sign. In px. */
export interface ReversedSpan {
  readonly shape: number
  readonly left: number
  readonly right: number
  readonly y: number
}

/** Reversed spans on a grid. Each also marks the cells around it, so that a nearby shape finds it by its own cells. */
export class ReversedSpanMap {
  readonly #flags: Uint8Array
  readonly #owners = new Map<number, Set<number>>()

  constructor(spots: readonly ReversedSpan[], { cell, columns, rows }: Grid) {
    this.#flags = new Uint8Array(spots.length > 0 ? columns * rows : 0)
    for (const { shape, left, right, y } of spots) {
      const row = Math.floor(y / cell)
      const first = Math.max(0, Math.floor(left / cell) - 1)
      const last = Math.min(columns - 1, Math.floor(right / cell) + 1)
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r += 1) {
        for (let c = first; c <= last; c += 1) this.#add(r * columns + c, shape)
      }
    }
  }

  /** Calls `visit`, possibly repeatedly, with every other shape that has a span where this one paints. `count`: number of spans. */
  meet(shape: number, { starts, ends, bits }: Spans, count: number, visit: (owner: number) => void): void {
    if (this.#owners.size === 0) return
    for (let i = 0; i < count; i += 1) {
      if (((bits[i] ?? 0) & TOUCHED) === 0) continue
      for (let cell = starts[i] ?? 0; cell < (ends[i] ?? 0); cell += 1) {
        if (this.#flags[cell] === 0) continue
        for (const owner of this.#owners.get(cell) ?? []) if (owner !== shape) visit(owner)
      }
    }
  }

  #add(cell: number, shape: number): void {
    this.#flags[cell] = 1
    const owners = this.#owners.get(cell)
    if (owners) owners.add(shape)
    else this.#owners.set(cell, new Set([shape]))
  }
}
