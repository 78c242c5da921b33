import { BACKDROP } from './mixes'
import type { VisibleMixes } from './visible-mixes'

/**
 * Two mixes are still adjacent with this many cells in between, up to 2 px of a picture of 1024 px, because a gap or thin line does not
 * hide an edge.
 */
const MAX_GAP = 1

/** Maximum number of adjacent pairs. Real pictures have a few thousand. */
const MAX_PAIRS = 400_000

/** Before the first mix of a line. */
const NONE = -1

/** Combines two mix numbers into one key. */
const FACTOR = 1 << 20

/** Lengths are converted to cells of a grid with this many along the longer side. */
const CELLS = 768

/** The numbers of two adjacent mixes, and the length of their common edge in cells. */
export interface Adjacency {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Returns every pair of adjacent mixes, each once. Null if there are too many. */
export function adjacenciesOf({ grid: { columns, rows }, cells }: VisibleMixes): Adjacency[] | null {
  const pairs = new Map<number, number>()
  const meet = (a: number, b: number): void => {
    if (a === b) return
    const pair = Math.min(a, b) * FACTOR + Math.max(a, b)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  // For each row and then each column: the mix before the current one, and where it ended.
  const before = new Int32Array(rows + columns).fill(NONE)
  const ends = new Int32Array(rows + columns)
  const change = (line: number, at: number, last: number, mix: number): void => {
    // A mix is adjacent to the one before it, and to the one before that if the gap is small enough.
    meet(last, mix)
    const earlier = before[line] ?? NONE
    if (earlier !== NONE && at - (ends[line] ?? 0) <= MAX_GAP) meet(earlier, mix)
    before[line] = last
    ends[line] = at
  }
  // Rows and columns in one pass over the memory, for speed.
  for (let row = 0, cell = 0; row < rows; row += 1) {
    let left = cells[cell] ?? BACKDROP
    // The first row has none above; it is compared with itself.
    let over = row > 0 ? cell - columns : cell
    for (let column = 0; column < columns; column += 1, cell += 1, over += 1) {
      const mix = cells[cell] ?? BACKDROP
      if (mix === left && mix === cells[over]) continue
      if (mix !== left) change(row, column, left, mix)
      const above = cells[over] ?? BACKDROP
      if (mix !== above) change(rows + column, row, above, mix)
      left = mix
    }
  }
  if (pairs.size > MAX_PAIRS) return null
  const scale = CELLS / Math.max(columns, rows)
  return [...pairs].map(([pair, count]) => ({
    ...{ a: Math.floor(pair / FACTOR), b: pair % FACTOR },
    length: count * scale,
  }))
}
