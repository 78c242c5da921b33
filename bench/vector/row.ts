import type { Cell, Column, Row } from '../figure'

/** One measured value, with SVGO's for comparison. All values are in `unit`; less is better. */
export interface Measured {
  readonly what: string
  readonly pictures: string
  readonly unit: '%' | 'ms' | 'times' | 'OKLab' | 'exponent'
  readonly ours: number
  readonly svgo?: number
  /** The theoretical minimum. */
  readonly bound?: number
  /** The limit for ours. */
  readonly bar?: number
  readonly note?: string
}

export const columns: readonly Column[] = [
  { key: 'what', heading: 'what' },
  { key: 'pictures', heading: 'pictures' },
  { key: 'unit', heading: 'unit' },
  { key: 'ours', heading: 'ours', digits: 3 },
  { key: 'svgo', heading: 'SVGO', digits: 3 },
  { key: 'bound', heading: 'lower bound', digits: 3 },
  { key: 'bar', heading: 'bar' },
  { key: 'note', heading: 'note' },
]

export function rowOf({ what, pictures, unit, ours, svgo, bound, bar, note }: Measured): Row {
  const or = (value: Cell | undefined) => value ?? '–'
  return {
    cells: {
      ...{ what, pictures, unit, ours, svgo: or(svgo), bound: or(bound) },
      bar: bar === undefined ? 'none' : `≤ ${bar}`,
      note: note ?? '',
    },
    met: bar === undefined ? null : ours <= bar,
  }
}

/** Sums a value over a list. */
export const sum = <T>(list: readonly T[], value: (one: T) => number): number =>
  list.reduce((total, one) => total + value(one), 0)
