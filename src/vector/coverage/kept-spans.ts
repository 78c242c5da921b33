import type { Shape } from '../drawing'
import type { Path } from '../path/path'
import type { Grid } from './grid'
import type { Spans } from './spans'

/** Maximum number of spans that are kept of one picture. Each takes 9 bytes. */
const MAX_SPANS = 1_000_000

/** The spans of a fill, and their number. */
interface Fill extends Spans {
  readonly grid: Grid
  readonly fillRule: Shape['fillRule']
  readonly count: number
}

/** The spans of each path's fill. They live as long as the path, whose coordinates never change. */
const kept = new WeakMap<Path, Fill>()

/** Keeps the spans of fills for a later step that covers the same paths on an equal grid, because covering takes about half of such a step's time. */
export class SpanKeeper {
  #left = MAX_SPANS

  /** Whether there is space for more. */
  get hasSpace(): boolean {
    return this.#left > 0
  }

  /** Copies the first `count` spans. */
  keep({ path, fillRule }: Shape, grid: Grid, { starts, ends, bits }: Spans, count: number): void {
    this.#left -= count
    kept.set(path, {
      ...{ grid, fillRule, count },
      ...{ starts: starts.slice(0, count), ends: ends.slice(0, count), bits: bits.slice(0, count) },
    })
  }
}

/** Returns the spans of a shape's fill, if they were kept for an equal grid. */
export function keptSpans({ path, fillRule }: Shape, grid: Grid): Fill | null {
  const fill = kept.get(path)
  return fill && fill.fillRule === fillRule && isSame(fill.grid, grid) ? fill : null
}

const isSame = (one: Grid, other: Grid): boolean =>
  one.cell === other.cell && one.columns === other.columns && one.rows === other.rows
