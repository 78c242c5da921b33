import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labDistance, toLab } from '../../../src/colors/oklab'
import type { LayerMode } from '../../../src/vector/layers/arrange'
import { prepare } from '../../../src/vector/prepare'
import { type Comparison, openComparer } from '../../support/canvas-pixels'
import { launchChromium } from '../../support/chromium'
import { readSample, sampleNames, skipNote, withoutSamples } from '../../support/samples'

const GROUNDS = ['#ffffff', '#ff00ff']
const cases = sampleNames.flatMap((name) => GROUNDS.map((ground) => [name, ground] as const))
const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged']

/** Longer side of the drawing in px; 0 for the file's own size. */
const SIDES = [0, 1024]

/** How far the color of a flat area moves in OKLab, at most. */
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

  it.each(cases)('%s over %s looks as a browser draws the original, at both scales', async (name, ground) => {
    const original = readSample(name)
    const own = prepare(original)
    for (const side of SIDES) {
      const scale = side === 0 ? 1 : side / Math.max(own.width, own.height)
      const size = { width: Math.round(own.width * scale), height: Math.round(own.height * scale) }
      const others = MODES.map((layers) => prepare(original, { layers, size }).svg)
      for (const zoom of [1, 2]) {
        const zoomed = { width: size.width * zoom, height: size.height * zoom }
        for (const picture of await comparer.compare({ original, others, size: zoomed, ground })) {
          expect(picture.share).toBeLessThanOrEqual(0.001)
          expect(shiftOf(picture)).toBeLessThanOrEqual(0.03)
        }
      }
    }
  })

  const reports = () => sampleNames.map((name) => prepare(readSample(name), { layers: 'merged' }).report)

  it('has at most 28 % of the paths when merged', () => {
    const paths = reports().reduce((sum, { shapesIn }) => sum + shapesIn, 0)
    const layers = reports().reduce((sum, { layersOut }) => sum + layersOut, 0)
    expect(layers / paths).toBeLessThanOrEqual(0.28)
  })

  it('has at most 60 % of the bytes when merged', () => {
    const before = reports().reduce((sum, { bytesIn }) => sum + bytesIn, 0)
    const after = reports().reduce((sum, { bytesOut }) => sum + bytesOut, 0)
    expect(after / before).toBeLessThanOrEqual(0.6)
  })
})
