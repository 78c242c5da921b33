import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { openStage, type Stage } from '../../tools/start/stage'
import { launchChromium } from './chromium'
import { HOST_PAGE } from './host-page'
import { panelControls } from './panel-controls'

/**
 * The page that `npm start` opens, with the built plugin, loaded for each test of a file on a new device. All tests share one stand-in,
 * which starts each without faults. After each test, the host must have recorded no faults.
 */
export function editorSuite() {
  let browser: Browser
  let stage: Stage
  let page: Page
  let devtools: CDPSession
  let seen = 0

  beforeAll(async () => {
    browser = await launchChromium()
    stage = await openStage({
      hostDir: HOST_PAGE,
      samples: null,
      duration: 0,
      port: 0,
      routing: 'redirects',
      standIn: { requestsPerMinute: 1000 },
    })
    // Animations take time from the tests next to this one.
    page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' })
    devtools = await page.context().newCDPSession(page)
  })
  afterAll(async () => {
    await browser?.close()
    await stage?.close()
  })
  beforeEach(async () => {
    stage.standIn.setFaults([])
    seen = stage.standIn.requests.length
    await page.goto(stage.server.origin)
  })
  afterEach(async () => {
    expect(await page.evaluate(() => window.figmaHost?.faults)).toEqual([])
    // Only when nothing runs that could still write to it.
    await page.goto('about:blank')
    await devtools.send('Storage.clearDataForOrigin', {
      origin: stage.server.origin,
      storageTypes: 'local_storage',
    })
  })

  const panel = () => page.frameLocator('iframe').frameLocator('iframe')
  return {
    get browser() {
      return browser
    },
    get page() {
      return page
    },
    get stage() {
      return stage
    },
    panel,
    ui: () => panelControls(panel()),
    /** Returns the requests since the start of the test. */
    requests: () => stage.standIn.requests.slice(seen),
  }
}
