import { mkdirSync } from 'node:fs'
import { launchChromium } from '../../host/browser/launch'
import { buildHostPage } from '../../host/server'
import { openStage } from '../../host/start/stage'
import { DEMO_KEY } from '../../stand-in'
import { hands } from '../support/panel-hands'

/** The picture at the top of the read-me: the plugin at work on the host's canvas. `npm run screenshots:readme` */
const OUT = 'docs/images'
const PROMPT = 'A red fox sitting in the snow under a big yellow moon, pine trees behind it'

mkdirSync(OUT, { recursive: true })
const stage = await openStage({
  hostDir: await buildHostPage(),
  samples: null,
  duration: 0,
  port: 0,
  way: 'redirects',
})
const browser = await launchChromium()
const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, colorScheme: 'light' })
await page.goto(`${stage.server.origin}/?fresh`)
const ui = hands(page.frameLocator('iframe').frameLocator('iframe'))
await ui.key.fill(DEMO_KEY)
await ui.saveKey.click()
await ui.prompt.fill(PROMPT)
await ui.size('1365 × 1024').check()
await ui.generate.click()
await ui.insert.click()
await ui.says('Inserted')
await page.getByRole('button', { name: 'Hide the demo key' }).click()
// Left of the panel, all of it.
await page.evaluate(() => window.inkwrightHost?.editor.setViewport({ zoom: 0.54, center: { x: 360, y: 0 } }))
await page.evaluate(() => window.inkwrightHost?.settled())
await page.screenshot({ path: `${OUT}/at-work.jpg`, type: 'jpeg', quality: 82 })
await browser.close()
await stage.close()
