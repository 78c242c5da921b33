import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepare } from '../../../src/vector/prepare'
import { launchChromium } from '../../support/chromium'
import { difference, renderSvgs } from '../../support/pixels'
import { readSample, sampleNames, skipNote, withoutSamples } from '../../support/samples'

describe.skipIf(withoutSamples)(`a prepared picture${skipNote}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  it.each(sampleNames)(
    '%s looks like the original in a browser, in landscape and portrait size',
    async (name) => {
      const text = readSample(name)
      for (const size of [
        { width: 1365, height: 1024 },
        { width: 1024, height: 2048 },
      ]) {
        const [original, prepared] = await renderSvgs(browser, [text, prepare(text, { size }).svg], size)
        if (!original || !prepared) throw new Error('nothing was rendered')
        expect(difference(original, prepared)).toBeLessThanOrEqual(0.001)
      }
    },
  )
})
