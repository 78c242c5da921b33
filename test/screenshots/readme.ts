import { mkdirSync } from 'node:fs'
import { launchChromium } from 'figma-host/browser'
import { buildHostPage } from 'figma-host/server'
import { DEMO_KEY, startStandIn } from 'segmind-stand-in'
import { openStage } from '../../tools/start/stage'
import { panelControls } from '../support/panel-controls'
import { openStage as openPanel } from '../support/panel-stage'
import { PATHS, stageOf } from './states'

/** Creates the images of the README: the plugin on the host's canvas, and states of its panel. `npm run screenshots:readme` */
const OUT = 'docs/images'
const PROMPT = 'A red fox sitting in the snow under a big yellow moon, pine trees behind it'

mkdirSync(OUT, { recursive: true })
const stage = await openStage({
  hostDir: await buildHostPage(),
  samples: null,
  duration: 0,
  port: 0,
  routing: 'redirects',
})
const browser = await launchChromium()
const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, colorScheme: 'light' })
await page.goto(`${stage.server.origin}/?fresh`)
const ui = panelControls(page.frameLocator('iframe').frameLocator('iframe'))
await ui.key.fill(DEMO_KEY)
await ui.saveKey.click()
await ui.prompt.fill(PROMPT)
await ui.chooseSize('1365 × 1024')
await ui.generate.click()
await ui.insert.click()
await ui.waitForStatus('Inserted')
// All of it, left of the panel.
await page.evaluate(() => window.figmaHost?.editor.setViewport({ zoom: 0.54, center: { x: 360, y: 0 } }))
await page.evaluate(() => window.figmaHost?.settled())
await page.screenshot({ path: `${OUT}/at-work.jpg`, type: 'jpeg', quality: 82 })
await browser.close()
await stage.close()

/** States of the panel with their themes. */
const SHOWN = [
  ['ready-four', 'light'],
  ['colors', 'dark'],
  ['history', 'light'],
] as const

const standIn = await startStandIn({ tls: true, durationMs: 0, credits: 12, requestsPerMinute: 1000 })
const port = standIn.tlsPort ?? 0
const panels = await launchChromium({ standIns: { 'api.segmind.com': port, 'images.segmind.com': port } })
for (const [name, theme] of SHOWN) {
  const path = PATHS.find(({ states }) => states.some((state) => state.name === name))
  if (!path) throw new Error(`there is no state ${name}`)
  const opened = await openPanel(panels, { ...stageOf(path), width: 360, height: 640 })
  await opened.setTheme(theme)
  const last = path.states.findIndex((state) => state.name === name)
  for (const { reach } of path.states.slice(0, last + 1)) await reach(opened.panel)
  await opened.page.screenshot({ path: `${OUT}/${name}.jpg`, type: 'jpeg', quality: 88 })
  await opened.close()
}
await panels.close()
await standIn.close()
