import { GROUND } from './mixes'
import type { VisibleMixes } from './visible-mixes'

/** Cells that may lie between two mixes that meet: up to 2 px of a picture of 1024. A gap or a thin line hides no edge. */
const BETWEEN = 1

/** Pairs of mixes that meet. Real pictures have some thousand. */
const MAX_PAIRS = 400_000

/** There is no mix before the first one of a line. */
const NONE = -1

/** Two numbers of mixes become one. */
const FACTOR = 1 << 20

/** Two mixes that meet somewhere, by their numbers, and along how many cells' sides. */
export interface Adjacency {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Every two mixes that meet, each pair once. Null where there are too many. */
export function adjacenciesOf({ grid: { columns, rows }, cells }: VisibleMixes): Adjacency[] | null {
  const pairs = new Map<number, number>()
  const meet = (a: number, b: number): void => {
    if (a === b) return
    const pair = Math.min(a, b) * FACTOR + Math.max(a, b)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  // For each row and then each column: the mix before the current one, and where that one ends.
  const before = new Int32Array(rows + columns).fill(NONE)
  const ends = new Int32Array(rows + columns)
  const change = (line: number, at: number, last: number, mix: number): void => {
    // A mix meets the one before it, and that before this one if it is near enough.
    meet(last, mix)
    const earlier = before[line] ?? NONE
    if (earlier !== NONE && at - (ends[line] ?? 0) <= BETWEEN) meet(earlier, mix)
    before[line] = last
    ends[line] = at
  }
  // Both directions at once: cells that lie side by side in memory are fast to read.
  for (let row = 0, cell = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, cell += 1) {
      const mix = cells[cell] ?? GROUND
      const left = column > 0 ? (cells[cell - 1] ?? GROUND) : mix
      const above = row > 0 ? (cells[cell - columns] ?? GROUND) : mix
      if (mix !== left) change(row, column, left, mix)
      if (mix !== above) change(rows + column, row, above, mix)
    }
  }
  if (pairs.size > MAX_PAIRS) return null
  return [...pairs].map(([pair, length]) => ({ a: Math.floor(pair / FACTOR), b: pair % FACTOR, length }))
}
