import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labDistance, toLab } from '../../../src/colors/oklab'
import type { LayerMode } from '../../../src/vector/layers/arrange'
import { prepare } from '../../../src/vector/prepare'
import { type Comparison, openComparer } from '../../support/canvas-pixels'
import { launchChromium } from '../../support/chromium'
import { readSample, sampleNames, skipNote, withoutSamples } from '../../support/samples'

const GROUNDS = ['#ffffff', '#ff00ff']
const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged', 'objects']

/** Longer side of the drawing in px, as an alternative to the file's own size. */
const SIDE = 1024

/** Returns the maximum OKLab distance by which the color of a flat area changes. */
const shiftOf = ({ flat }: Comparison) =>
  flat.reduce((most, [before, after]) => Math.max(most, labDistance(toLab(before), toLab(after))), 0)

describe.skipIf(withoutSamples)(`a picture as layers${skipNote}`, () => {
  let browser: Browser
  let comparer: Awaited<ReturnType<typeof openComparer>>
  beforeAll(async () => {
    browser = await launchChromium()
    comparer = await openComparer(browser)
  })
  afterAll(() => browser?.close())

  it.each(sampleNames)(
    '%s looks like the original in a browser, in two sizes, on any background',
    async (name) => {
      const original = readSample(name)
      const own = prepare(original)
      const ownSide = Math.max(own.width, own.height)
      // Each size in px, and how far a browser or device zooms into it.
      for (const [side, zoom] of [
        [ownSide, 2],
        [SIDE, 1],
      ] as const) {
        const scale = side / ownSide
        const size = { width: Math.round(own.width * scale), height: Math.round(own.height * scale) }
        const others = MODES.map((layers) => prepare(original, { layers, size }).svg)
        const zoomed = { width: size.width * zoom, height: size.height * zoom }
        for (const picture of await comparer.compare({
          original,
          others,
          size: zoomed,
          grounds: GROUNDS,
        })) {
          expect(picture.share).toBeLessThanOrEqual(0.001)
          expect(shiftOf(picture)).toBeLessThanOrEqual(0.03)
        }
      }
    },
  )

  it('has at most 28 % of the paths and 60 % of the bytes when merged', () => {
    const reports = sampleNames.map((name) => prepare(readSample(name), { layers: 'merged' }).report)
    const sum = (key: 'shapesIn' | 'layersOut' | 'bytesIn' | 'bytesOut') =>
      reports.reduce((total, report) => total + report[key], 0)
    expect(sum('layersOut') / sum('shapesIn')).toBeLessThanOrEqual(0.28)
    expect(sum('bytesOut') / sum('bytesIn')).toBeLessThanOrEqual(0.6)
  })
})
