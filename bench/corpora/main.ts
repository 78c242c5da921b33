/**
 * `npx tsx bench/corpora/main.ts [--limit SHARE] [--list] FOLDER…` prepares every SVG file in the folders, renders original and result in
 * Chromium, and prints how many files of each folder are right, told, silent, or refused. `--list` also prints every file that is not
 * right.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { launchChromium } from 'figma-host/browser'
import type { Page } from 'playwright-core'
import { VectorError } from '../../src/vector/errors'
import { prepare } from '../../src/vector/prepare'
import { bundle } from '../vector/bundle'
import type * as render from './render'

/**
 * `right`: at most `--limit` of the pixels differ. `told`: more differ, but the report counts something as left out. `silent`: more differ,
 * and the report does not. `refused`: an error, although the browser renders something. `invalid`: the browser refuses the file as well.
 */
type Outcome = 'right' | 'told' | 'silent' | 'refused' | 'invalid'

const OUTCOMES: readonly Outcome[] = ['right', 'told', 'silent', 'refused', 'invalid']

interface Judged {
  readonly outcome: Outcome
  readonly reason: string
}

async function judge(page: Page, original: string, limit: number): Promise<Judged> {
  let result: string | null = null
  let reason = ''
  let isTold = false
  try {
    const { svg, report } = prepare(original)
    result = svg
    isTold = Object.keys(report.leftOut).length > 0
    reason = Object.keys(report.leftOut).sort().join(' ')
  } catch (error) {
    if (!(error instanceof VectorError)) throw error
    reason = `${error.code}: ${error.message}`
  }
  const { isDrawn, isEmpty, differing } = await page.evaluate(
    (texts) => (globalThis as unknown as { inkwright: typeof render }).inkwright.judge(texts),
    { original, result },
  )
  const share = `${(100 * differing).toFixed(2)} %`
  if (!isDrawn) return { outcome: result === null ? 'invalid' : 'right', reason }
  if (result === null) return { outcome: isEmpty ? 'right' : 'refused', reason }
  if (differing <= limit) return { outcome: 'right', reason }
  return { outcome: isTold ? 'told' : 'silent', reason: `${share} ${reason}` }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string', default: '0.01' }, list: { type: 'boolean', default: false } },
})
const browser = await launchChromium()
const open = async () => {
  const page = await browser.newPage()
  await page.addScriptTag({ content: await bundle(new URL('render.ts', import.meta.url)) })
  return page
}
let page = await open()
for (const folder of positionals) {
  const counts = new Map<Outcome, number>()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.svg$/i.test(name),
  )
  for (const [i, name] of files.sort().entries()) {
    if (i % 200 === 199) {
      await page.close()
      page = await open()
    }
    const file = join(folder, name)
    const { outcome, reason } = await judge(page, readFileSync(file, 'utf8'), Number(values.limit))
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
    if (values.list && outcome !== 'right') console.log(`${outcome}\t${relative('.', file)}\t${reason}`)
  }
  const total = files.length - (counts.get('invalid') ?? 0)
  const shares = OUTCOMES.map((outcome) => {
    const count = counts.get(outcome) ?? 0
    return `${outcome} ${count}${outcome === 'invalid' ? '' : ` (${((100 * count) / total).toFixed(1)} %)`}`
  })
  console.log(`${folder}: ${files.length} files, ${shares.join(', ')}`)
}
await browser.close()
