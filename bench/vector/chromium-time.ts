import type { Browser } from 'playwright-core'
import type { BundleScope } from './bundle'
import { cappedPictures } from './capped-pictures'
import { median } from './node-time'
import { COUNTS, generated } from './pictures'
import type { Measured } from './row'

/** Each in a page of its own: what a person waits for is a first time. */
const ROUNDS = 5

/** The most for the largest picture, in ms, and for the growth: the time is shapes to the power of it. */
const LONGEST = 1500
const STEEPEST = 1.1

/** The most for any picture within the caps, in ms. */
const NO_HANG = 2000

/** The time that generated pictures take in Chromium, and how it grows with the number of shapes. `script` is the bundle. */
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
      bar: NO_HANG,
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
        ...(count === most && { bar: LONGEST }),
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
          bar: STEEPEST,
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
