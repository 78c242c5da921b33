import { launchChromium } from 'figma-host/browser'
import type { Browser } from 'playwright-core'
import { startStandIn } from 'segmind-stand-in'
import type { BrandColor } from '../../src/protocol/colors'
import type { Cell, Figure } from '../figure'
import { randomFrom } from '../random'
import { bundle } from '../vector/bundle'
import { median } from '../vector/node-time'
import type * as scriptModule from './page'
import { pickerTime } from './picker'

const COLORS = 46
const CANDIDATES = 2000

/** Limit for matching, in ms: too short to be noticed as waiting. */
const MAX_MATCHING_MS = 50

/** Limit from pressing a swatch to the painted picker, in ms. */
const MAX_OPENING_MS = 100

/** Each round uses a new page, because users wait for the first run, not a warmed-up one. */
const ROUNDS = 5

/** Measures a picture with a large design system: matching, compared with culori's `nearest`, and opening the picker. */
export async function colors(): Promise<Figure> {
  const script = await bundle(new URL('page.ts', import.meta.url))
  const standIn = await startStandIn({ tls: true, durationMs: 0, credits: 1000, requestsPerMinute: 100_000 })
  const port = standIn.tlsPort ?? 0
  const browser = await launchChromium({ standIns: { 'api.segmind.com': port, 'images.segmind.com': port } })
  try {
    const times = { ours: [] as number[], culori: [] as number[], picker: [] as number[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      const { palette, candidates } = randomColors(round)
      times.ours.push(await matchTime('ours', browser, script, palette, candidates))
      times.culori.push(await matchTime('culori', browser, script, palette, candidates))
      times.picker.push(await pickerTime(browser, candidates))
    }
    const row = (what: string, ours: number, peer: Cell, bar: number) => ({
      cells: { what, ours, peer, bar: `≤ ${bar}` },
      met: ours <= bar,
    })
    return {
      name: 'colors',
      title: `Colors: a picture of ${COLORS} and a file of ${CANDIDATES} in Chromium, cold, median of ${ROUNDS}`,
      columns: [
        { key: 'what', heading: 'what' },
        { key: 'ours', heading: 'ours, ms', digits: 2 },
        { key: 'peer', heading: 'culori nearest, ms', digits: 2 },
        { key: 'bar', heading: 'bar' },
      ],
      rows: [
        row('matching', median(times.ours), median(times.culori), MAX_MATCHING_MS),
        row('opening the picker', median(times.picker), '–', MAX_OPENING_MS),
      ],
    }
  } finally {
    await browser.close()
    await standIn.close()
  }
}

function randomColors(seed: number) {
  const random = randomFrom(seed + 1)
  const hex = () =>
    `#${Math.floor(random() * 0x1000000)
      .toString(16)
      .padStart(6, '0')}`
  const palette = Array.from({ length: COLORS }, hex)
  const candidates = Array.from(
    { length: CANDIDATES },
    (_, i): BrandColor => ({
      ...{
        kind: 'variable',
        id: `VariableID:1:${i}`,
        name: `color/${i}`,
        group: `Brand ${i % 7}`,
        hex: hex(),
      },
      ...{ opacity: 1, scopes: i % 3 ? ['ALL_SCOPES'] : ['ALL_FILLS', 'STROKE_COLOR'], remote: false },
    }),
  )
  return { palette, candidates }
}

async function matchTime(
  who: 'ours' | 'culori',
  browser: Browser,
  script: string,
  palette: readonly string[],
  candidates: readonly BrandColor[],
): Promise<number> {
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
