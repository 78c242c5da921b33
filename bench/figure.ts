/** One value of a row. Numbers are not formatted, so that `--json` keeps their full precision. */
export type Cell = number | string

export interface Column {
  readonly key: string
  /** The heading in the terminal, with the unit. */
  readonly heading: string
  /** Decimal places in the terminal; for numbers only. */
  readonly digits?: number
}

export interface Row {
  readonly cells: Readonly<Record<string, Cell>>
  /** Whether the row's limit was met; null if there is none. */
  readonly met: boolean | null
}

/** The results of one benchmark: one table. */
export interface Figure {
  /** The key in the JSON output. */
  readonly name: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}
