import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepare } from '../../../src/vector/prepare'
import { launchChromium } from '../../support/chromium'
import { difference, renderSvgs } from '../../support/pixels'
import { breaches } from '../../support/safe-subset'
import { CONSTRUCTS } from './constructs'

const SIZE = { width: 400, height: 400 }

describe('every construct that is kept', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  it.each(CONSTRUCTS)('$name looks as a browser draws the original', async ({ svg }) => {
    const prepared = prepare(svg, { size: SIZE })
    expect(breaches(prepared.svg)).toEqual([])
    expect(prepared.report.leftOut).toEqual({})
    const [before, after] = await renderSvgs(browser, [svg, prepared.svg], SIZE)
    if (!before || !after) throw new Error('nothing was rendered')
    expect(isBlank(before.data)).toBe(false)
    expect(difference(before, after)).toBeLessThanOrEqual(0.001)
  })
})

/** A picture of one color would be alike whatever was lost. */
const isBlank = (data: Buffer): boolean => {
  const first = data.readUInt32LE(0)
  for (let at = 0; at < data.length; at += 4) if (data.readUInt32LE(at) !== first) return false
  return true
}
