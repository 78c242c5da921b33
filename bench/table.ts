import type { Cell, Column, Figure } from './figure'

/** Formats a figure for the terminal: numbers right-aligned, words left-aligned, and whether each limit was met. */
export function table({ title, columns, rows }: Figure): string {
  const lines = [
    [...columns.map(({ heading }) => heading), 'met?'],
    ...rows.map(({ cells, met }) => [
      ...columns.map((column) => show(cells[column.key], column)),
      met === null ? '–' : met ? 'yes' : 'NO',
    ]),
  ]
  const numeric = columns.map(({ key }) => rows.some(({ cells }) => typeof cells[key] === 'number'))
  const widths = lines[0]?.map((_, place) => Math.max(...lines.map((line) => line[place]?.length ?? 0))) ?? []
  const aligned = lines.map((line) =>
    line
      .map((text, place) => {
        const width = widths[place] ?? 0
        return numeric[place] ? text.padStart(width) : text.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
  return [title, ...aligned].join('\n')
}

function show(cell: Cell | undefined, { digits }: Column): string {
  return typeof cell === 'number' && digits !== undefined ? cell.toFixed(digits) : String(cell ?? '')
}
