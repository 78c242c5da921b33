import { GROUND } from './mixes'
import type { Seen } from './seen'

/** Cells that may lie between two mixes that meet: up to 2 px of a picture of 1024. A gap or a thin line hides no edge. */
const BETWEEN = 1

/** Pairs of mixes that meet. Real pictures have some thousand. */
const MAX_PAIRS = 400_000

/** Two numbers of mixes become one. */
const FACTOR = 1 << 20

/** Two mixes that meet somewhere, by their numbers, and along how many cells' sides. */
export interface Meeting {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Every two mixes that meet, each pair once. Null where there are too many. */
export function meetingsOf({ grid: { columns, rows }, cells }: Seen): Meeting[] | null {
  const pairs = new Map<number, number>()
  for (let row = 0; row < rows; row += 1) scan(cells, row * columns, 1, columns, pairs)
  for (let column = 0; column < columns; column += 1) scan(cells, column, columns, rows, pairs)
  if (pairs.size > MAX_PAIRS) return null
  return [...pairs].map(([pair, length]) => ({ a: Math.floor(pair / FACTOR), b: pair % FACTOR, length }))
}

/** Along one line of cells: each mix meets the one before, and those before it that are near enough. */
function scan(
  cells: Int32Array,
  start: number,
  step: number,
  length: number,
  pairs: Map<number, number>,
): void {
  const meet = (a: number, b: number): void => {
    if (a === b) return
    const pair = Math.min(a, b) * FACTOR + Math.max(a, b)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  // The mix before the current one, and where it ends.
  let before = GROUND
  let end = Number.NEGATIVE_INFINITY
  let current = cells[start] ?? GROUND
  for (let i = 1; i < length; i += 1) {
    const mix = cells[start + i * step] ?? GROUND
    if (mix === current) continue
    meet(current, mix)
    if (i - end <= BETWEEN) meet(before, mix)
    before = current
    end = i
    current = mix
  }
}
