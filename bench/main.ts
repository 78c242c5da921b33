import type { Figure } from './figure'
import { figures } from './figures'
import { table } from './table'

const measured: Figure[] = []
for (const figure of figures) measured.push(await figure())
const met = measured.every(({ rows }) => rows.every((row) => row.met !== false))

if (process.argv.includes('--json')) {
  const byName = measured.map(({ name, ...rest }) => [name, rest])
  console.log(JSON.stringify({ met, figures: Object.fromEntries(byName) }))
} else {
  console.log(measured.map(table).join('\n\n'))
}
process.exitCode = met ? 0 : 1
