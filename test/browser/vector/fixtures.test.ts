import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepare } from '../../../src/vector/prepare'
import { launchChromium } from '../../support/chromium'
import { difference, renderSvgs } from '../../support/pixels'
import { vectorFixtures } from '../../support/vector-fixtures'

const SIZE = { width: 400, height: 400 }

describe('the pictures of test/fixtures/vector', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  it('look like the originals in a browser', async () => {
    const fixtures = vectorFixtures().filter(({ compareIn }) => compareIn !== 'nothing')
    const svgs = fixtures.flatMap(({ before, options }) => [
      before,
      prepare(before, { ...options, size: SIZE }).svg,
    ])
    const images = await renderSvgs(browser, svgs, SIZE)
    const differing = fixtures.flatMap(({ name }, i) => {
      const [before, after] = images.slice(2 * i)
      return before && after && difference(before, after) <= 0.001 ? [] : [name]
    })
    expect(differing).toEqual([])
    // A blank picture would match anything that has lost its shapes.
    expect(fixtures.filter((_, i) => isBlank(images[2 * i]?.data)).map(({ name }) => name)).toEqual([])
  })
})

const isBlank = (data: Buffer | undefined): boolean => {
  const first = data?.readUInt32LE(0)
  for (let at = 0; data && at < data.length; at += 4) if (data.readUInt32LE(at) !== first) return false
  return true
}
