import type { Browser } from 'playwright-core'
import { launchChromium } from '../../host/browser/launch'
import type { BrandColour } from '../../src/protocol/colours'
import type { Figure } from '../figure'
import { randomFrom } from '../random'
import { bundle } from '../vector/bundle'
import { median } from '../vector/node-time'
import type * as scriptModule from './page'

const COLOURS = 46
const CANDIDATES = 2000

/** The most that matching may take, in ms: less than what is felt as waiting. */
const LONGEST = 50

/** Each in a page of its own: what a person waits for is a first time. */
const ROUNDS = 5

/** Matching a picture with a large design system, beside culori's nearest colour. */
export async function colours(): Promise<Figure> {
  const script = await bundle(new URL('page.ts', import.meta.url))
  const browser = await launchChromium()
  try {
    const rounds = { ours: [] as number[], culori: [] as number[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.ours.push(await timeOf('ours', browser, script, round))
      rounds.culori.push(await timeOf('culori', browser, script, round))
    }
    const ours = median(rounds.ours)
    return {
      name: 'colours',
      title: `Colours: ${COLOURS} matched with ${CANDIDATES} in Chromium, cold, median of ${ROUNDS}`,
      columns: [
        { key: 'ours', heading: 'ours, ms', digits: 2 },
        { key: 'culori', heading: 'culori nearest, ms', digits: 2 },
        { key: 'bar', heading: 'bar' },
      ],
      rows: [{ cells: { ours, culori: median(rounds.culori), bar: `≤ ${LONGEST}` }, met: ours <= LONGEST }],
    }
  } finally {
    await browser.close()
  }
}

async function timeOf(
  who: 'ours' | 'culori',
  browser: Browser,
  script: string,
  seed: number,
): Promise<number> {
  const random = randomFrom(seed + 1)
  const hex = () =>
    `#${Math.floor(random() * 0x1000000)
      .toString(16)
      .padStart(6, '0')}`
  const palette = Array.from({ length: COLOURS }, hex)
  const candidates = Array.from(
    { length: CANDIDATES },
    (_, i): BrandColour => ({
      ...{ kind: 'variable', id: `VariableID:1:${i}`, name: `colour/${i}`, group: 'Brand', hex: hex() },
      ...{ opacity: 1, scopes: i % 3 ? ['ALL_SCOPES'] : ['ALL_FILLS', 'STROKE_COLOR'], remote: false },
    }),
  )
  const page = await browser.newPage()
  try {
    await page.addScriptTag({ content: script })
    return await page.evaluate(
      ([one, few, many]) => {
        const { inkwright } = globalThis as unknown as { readonly inkwright: typeof scriptModule }
        return inkwright[one](few, many)
      },
      [who, palette, candidates] as const,
    )
  } finally {
    await page.close()
  }
}
