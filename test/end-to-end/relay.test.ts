import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRelay } from '../../relay/handler'
import { type RunningRelay, startRelay } from '../../relay/node'
import { openStage, type Stage } from '../../tools/start/stage'
import { buildFolder } from '../support/built'
import { launchChromium } from '../support/chromium'
import { HOST_PAGE } from '../support/host-page'
import { panelControls } from '../support/panel-controls'

const SECRET = 'a-secret-of-this-test'

/** A service without CORS headers, a relay on this machine, and a plugin that is built for it. */
describe('a plugin built with a relay', () => {
  const { dist, build, remove } = buildFolder()
  let relay: RunningRelay
  let stage: Stage
  let browser: Browser

  beforeAll(async () => {
    stage = await openStage({
      hostDir: HOST_PAGE,
      samples: null,
      duration: 0,
      port: 0,
      routing: 'as-built',
      distDir: dist,
      standIn: { cors: false },
    })
    const { origin } = stage.standIn
    const upstream = { api: origin, 'images.segmind.com': `${origin}/images.segmind.com` }
    relay = await startRelay({ port: 0, handler: createRelay({ secret: SECRET, upstream }) })
    await build({ INKWRIGHT_RELAY: `${relay.origin}/${SECRET}` })
    browser = await launchChromium()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await relay?.close()
    await stage?.close()
    remove()
  })

  it('names the relay, and no other host, in its manifest, and the secret is only in the panel’s script', () => {
    const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({
      main: 'code.js',
      ui: 'ui.html',
      networkAccess: { allowedDomains: [relay.origin] },
    })
    for (const name of ['manifest.json', 'code.js'])
      expect(readFileSync(join(dist, name), 'utf8')).not.toContain(SECRET)
    expect(readFileSync(join(dist, 'ui.html'), 'utf8')).toContain(`${relay.origin}/${SECRET}`)
  })

  it('makes a picture through it, and the key never reaches the media host', async () => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    const hosts = new Set<string>()
    page.on(
      'request',
      (request) => request.url().startsWith('http') && hosts.add(new URL(request.url()).origin),
    )
    await page.goto(`${stage.server.origin}/?fresh`)
    const panel = page.frameLocator('iframe').frameLocator('iframe')
    const ui = panelControls(panel)
    await ui.key.fill(DEMO_KEY)
    await ui.saveKey.click()
    await ui.prompt.fill('a fox')
    await ui.generate.click()
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas')
    await ui.tab('Settings').click()
    await ui.button('Advanced').click()
    await panel.getByText(`Relay: ${relay.origin}. `).waitFor()
    expect([...hosts].sort()).toEqual([relay.origin, stage.server.origin].sort())
    const media = stage.standIn.requests.filter(({ path }) => path.endsWith('.svg'))
    expect(media.length).toBeGreaterThan(0)
    expect(media.every(({ headers }) => headers['x-api-key'] === undefined)).toBe(true)
    expect(await page.evaluate(() => window.figmaHost?.faults)).toEqual([])
  })
})
