import type { Browser } from 'playwright-core'
import type { BundleScope } from './bundle'
import { cappedPictures } from './capped-pictures'
import { median } from './node-time'
import { COUNTS, generated } from './pictures'
import type { Measured } from './row'

/** Each round uses a new page, because users wait for the first run, not a warmed-up one. */
const ROUNDS = 5

/** Limits for the largest picture, in ms, and for the growth: the exponent of the number of shapes. */
const MAX_MS = 1500
const MAX_EXPONENT = 1.1

/** Limit for any picture within the caps, in ms. */
const MAX_MS_AT_CAPS = 2000

/** Measures the time for generated pictures in Chromium, and how it grows with the number of shapes. `script` is the bundle. */
export async function chromiumTimeMeasures(browser: Browser, script: string): Promise<Measured[]> {
  const timeOf = async (text: string) => {
    const rounds: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await timeIn(browser, script, text))
    return median(rounds)
  }
  const times = new Map<number, number>()
  for (const [i, count] of COUNTS.entries()) times.set(count, await timeOf(generated[i]?.text ?? ''))
  const capped: Measured[] = []
  for (const { name, text } of cappedPictures()) {
    capped.push({
      ...{ what: 'time in Chromium, cold', pictures: name, unit: 'ms' },
      ours: await timeOf(text),
      bar: MAX_MS_AT_CAPS,
      note: `at the caps; median of ${ROUNDS}`,
    })
  }
  const time = (count: number) => times.get(count) ?? Number.NaN
  const [least, middle, most] = COUNTS
  const spans = [
    [least, most],
    [middle, most],
  ] as const
  return [
    ...COUNTS.map(
      (count, i): Measured => ({
        ...{ what: 'time in Chromium, cold', pictures: generated[i]?.name ?? '', unit: 'ms' },
        ours: time(count),
        ...(count === most && { bar: MAX_MS }),
        note: `median of ${ROUNDS}`,
      }),
    ),
    ...capped,
    ...spans.map(
      ([from, to]): Measured => ({
        ...{
          what: 'growth in Chromium',
          pictures: `${from} to ${to} shapes`,
          unit: 'exponent',
          bar: MAX_EXPONENT,
        },
        ours: Math.log(time(to) / time(from)) / Math.log(to / from),
        note: '1 is linear',
      }),
    ),
  ]
}

async function timeIn(browser: Browser, script: string, text: string): Promise<number> {
  const page = await browser.newPage()
  try {
    await page.addScriptTag({ content: script })
    return await page.evaluate((svg) => {
      const start = performance.now()
      ;(globalThis as unknown as BundleScope).inkwright.prepare(svg)
      return performance.now() - start
    }, text)
  } finally {
    await page.close()
  }
}
