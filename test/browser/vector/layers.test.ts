import type { Browser } from 'playwright-core'
import type { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LayerMode } from '../../../src/vector/layers/arrange'
import { prepare } from '../../../src/vector/prepare'
import { labDistance, toLab } from '../../../src/vector/steps/oklab'
import { launchChromium } from '../../support/chromium'
import { difference, renderSvgs } from '../../support/pixels'
import { readSample, sampleNames, skipNote, withoutSamples } from '../../support/samples'

/** Longer side of what is compared, in px. */
const SIDE = 1024
const GROUNDS = ['#ffffff', '#ff00ff']
const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged']

/** The picture on a ground of this colour, which shows through where something is missing. */
const over = (ground: string, svg: string) =>
  svg.replace(/<svg[^>]*>/, (root) => `${root}<path d="M-9 -9H9999V9999H-9Z" fill="${ground}"/>`)

describe.skipIf(withoutSamples)(`a picture as layers${skipNote}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  it.each(sampleNames)('%s looks as a browser draws the original, in every mode', async (name) => {
    const text = readSample(name)
    const { width, height } = prepare(text)
    const scale = SIDE / Math.max(width, height)
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
    const svgs = [text, ...MODES.map((layers) => prepare(text, { layers }).svg)]
    for (const ground of GROUNDS) {
      const [original, ...layered] = await renderSvgs(
        browser,
        svgs.map((svg) => over(ground, svg)),
        size,
      )
      if (!original) throw new Error('nothing was rendered')
      for (const picture of layered) {
        expect(difference(original, picture)).toBeLessThanOrEqual(0.001)
        expect(flatShift(original, picture)).toBeLessThanOrEqual(0.03)
      }
    }
  })

  it('has at most 28 % of the paths when merged', () => {
    const reports = sampleNames.map((name) => prepare(readSample(name), { layers: 'merged' }).report)
    const paths = reports.reduce((sum, { shapesIn }) => sum + shapesIn, 0)
    const layers = reports.reduce((sum, { layersOut }) => sum + layersOut, 0)
    expect(layers / paths).toBeLessThanOrEqual(0.28)
  })
})

/** How far the colour moves in OKLab, at most, where both pictures have one colour in the 25 pixels around. */
function flatShift(a: PNG, b: PNG): number {
  const shifts = new Map<string, number>()
  let most = 0
  for (let y = 2; y < a.height - 2; y += 1) {
    for (let x = 2; x < a.width - 2; x += 1) {
      const [before, after] = [colourAt(a, x, y), colourAt(b, x, y)]
      if (before === after || !isFlat(a, x, y) || !isFlat(b, x, y)) continue
      const key = `${before} ${after}`
      const shift = shifts.get(key) ?? labDistance(toLab(hex(before)), toLab(hex(after)))
      shifts.set(key, shift)
      most = Math.max(most, shift)
    }
  }
  return most
}

const colourAt = ({ data, width }: PNG, x: number, y: number) => data.readUIntBE((y * width + x) * 4, 3)

const hex = (colour: number) => `#${colour.toString(16).padStart(6, '0')}`

function isFlat(picture: PNG, x: number, y: number): boolean {
  const colour = colourAt(picture, x, y)
  for (let row = y - 2; row <= y + 2; row += 1) {
    for (let column = x - 2; column <= x + 2; column += 1) {
      if (colourAt(picture, column, row) !== colour) return false
    }
  }
  return true
}
