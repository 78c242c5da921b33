import { mkdirSync } from 'node:fs'
import { startStandIn } from 'segmind-stand-in'
import { launchChromium } from '../support/chromium'
import { openStage } from '../support/panel-stage'
import { PATHS, SIZES, stageOf } from './states'

/** Pictures of every state of the panel, in both themes, narrow and wide, to be looked at: `npm run screenshots -- [name …]`. */
const OUT = 'out/screenshots'

const wanted = process.argv.slice(2)
mkdirSync(OUT, { recursive: true })
const standIn = await startStandIn({ tls: true, durationMs: 0, credits: 1000, requestsPerMinute: 100_000 })
const port = standIn.tlsPort ?? 0
const browser = await launchChromium({ standIns: { 'api.segmind.com': port, 'images.segmind.com': port } })
for (const path of PATHS) {
  if (wanted.length && !path.states.some(({ name }) => wanted.includes(name))) continue
  for (const size of SIZES) {
    standIn.setFaults(path.faults ?? [])
    const opened = await openStage(browser, { ...stageOf(path), ...size })
    for (const { name, reach } of path.states) {
      await reach(opened.panel)
      for (const theme of ['dark', 'light'] as const) {
        await opened.setTheme(theme)
        await opened.panel.locator(`html.figma-${theme}`).waitFor()
        await opened.page.screenshot({ path: `${OUT}/${name}-${size.width}-${theme}.png`, caret: 'initial' })
      }
    }
    await opened.close()
  }
}
await browser.close()
await standIn.close()
process.stdout.write(`See ${OUT}\n`)
