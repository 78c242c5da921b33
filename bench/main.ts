import { type Choice, readChoice } from './choice'
import type { Figure } from './figure'
import { figures } from './figures'
import { table } from './table'

async function run({ names, json }: Choice): Promise<void> {
  const measured: Figure[] = []
  for (const name of names) {
    const figure = await figures[name]?.()
    if (figure) measured.push(figure)
  }
  const met = measured.every(({ rows }) => rows.every((row) => row.met !== false))
  if (json) {
    const byName = measured.map(({ name, ...rest }) => [name, rest])
    console.log(JSON.stringify({ met, figures: Object.fromEntries(byName) }))
  } else {
    console.log(measured.map(table).join('\n\n'))
  }
  process.exitCode = met ? 0 : 1
}

try {
  await run(readChoice(process.argv.slice(2), Object.keys(figures)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
