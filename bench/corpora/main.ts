/**
 * `npx tsx bench/corpora/main.ts [--limit SHARE] [--list] FOLDER…` prepares every SVG file in the folders, renders original and result in
 * Chromium, and prints how many files of each folder are right, told, silent, or refused. `--list` also prints every file that is not
 * right.
 */
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { drawnIn, OUTCOMES, openJudge } from './judge'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string', default: '0.01' }, list: { type: 'boolean', default: false } },
})
const judge = await openJudge()
for (const folder of positionals) {
  const counts = await judge.judgeFolder(folder, Number(values.limit), (file, { outcome, reason }) => {
    if (values.list && outcome !== 'right') console.log(`${outcome}\t${relative('.', file)}\t${reason}`)
  })
  const total = drawnIn(counts)
  const shares = OUTCOMES.map(
    (outcome) =>
      `${outcome} ${counts[outcome]}${outcome === 'invalid' ? '' : ` (${((100 * counts[outcome]) / total).toFixed(1)} %)`}`,
  )
  console.log(`${folder}: ${total + counts.invalid} files, ${shares.join(', ')}`)
}
await judge.close()
