import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../support/chromium'
import { PITCH, styledDocument } from './styled-documents'
import { differences, looksHere, looksInBrowser } from './styled-looks'

describe('random documents with styles', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await launchChromium()
    page = await browser.newPage()
    // A page with an origin, so that it can access the documents in its frames. Nothing is fetched.
    await page.route('**/*', (route) =>
      route.request().url() === 'http://styles.test/'
        ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' })
        : route.continue(),
    )
    await page.goto('http://styles.test/')
  })
  afterAll(() => browser?.close())

  it('have the colors and lengths that a browser computes', async () => {
    const documents = fc.sample(styledDocument, { seed: 13, numRuns: 250 })
    const looks = await page.evaluate(looksInBrowser, [documents, PITCH] as const)
    const differing = documents.flatMap((text, i) => {
      const found = differences(looks[i] ?? { shapes: {}, stops: [] }, looksHere(text))
      return found.length > 0 ? [{ text, found }] : []
    })
    expect(differing).toEqual([])
  })
})
