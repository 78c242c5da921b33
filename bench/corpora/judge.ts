import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from 'figma-host/browser'
import type { Page } from 'playwright-core'
import { VectorError } from '../../src/vector/errors'
import { prepare } from '../../src/vector/prepare'
import { bundle } from '../vector/bundle'
import type * as render from './render'

/**
 * `right`: at most the limit of the pixels differ. `told`: more, but the report counts something as left out. `silent`: more, and it
 * does not. `refused`: an error, although the browser draws something. `invalid`: the browser refuses the file as well.
 */
export const OUTCOMES = ['right', 'told', 'silent', 'refused', 'invalid'] as const

export type Outcome = (typeof OUTCOMES)[number]

export type Counts = Readonly<Record<Outcome, number>>

interface Judged {
  readonly outcome: Outcome
  readonly reason: string
}

/** A page is replaced after this number of files, because its memory grows. */
const FILES_PER_PAGE = 200

/** Opens a browser that compares files with what becomes of them. */
export async function openJudge() {
  const browser = await launchChromium()
  const script = await bundle(new URL('render.ts', import.meta.url))
  const open = async () => {
    const page = await browser.newPage()
    await page.addScriptTag({ content: script })
    return page
  }
  let page = await open()
  let judged = 0
  return {
    /**
     * Prepares every SVG file in a folder and those in it, and compares the pictures. `limit`: share of the pixels that may differ,
     * 0 to 1. `onFile` gets each path.
     */
    async judgeFolder(
      folder: string,
      limit: number,
      onFile: (file: string, judged: Judged) => void = () => undefined,
    ): Promise<Counts> {
      const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      for (const name of names.filter((one) => /\.svg$/i.test(one)).sort()) {
        judged += 1
        if (judged % FILES_PER_PAGE === 0) {
          await page.close()
          page = await open()
        }
        const file = join(folder, name)
        const found = await judge(page, readFileSync(file, 'utf8'), limit)
        counts[found.outcome] += 1
        onFile(file, found)
      }
      return counts
    },
    close: () => browser.close(),
  }
}

/** Number of files that the browser draws. */
export const drawnIn = ({ right, told, silent, refused }: Counts): number => right + told + silent + refused

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
