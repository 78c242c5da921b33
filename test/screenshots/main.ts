import { mkdirSync, readFileSync } from 'node:fs'
import { startStandIn } from 'segmind-stand-in'
import { launchChromium } from '../support/chromium'
import { openStage } from '../support/panel-stage'
import { PATHS, SIZES, stageOf } from './states'

/**
 * Pictures of every state of the panel, in both themes and all sizes, and a sheet of all of them for each theme, to be looked at:
 * `npm run screenshots -- [name …]`.
 */
const OUT = 'out/screenshots'
const THEMES = ['dark', 'light'] as const

/** The size that is on the sheets. */
const ON_SHEET = 360

const wanted = process.argv.slice(2)
mkdirSync(OUT, { recursive: true })
const standIn = await startStandIn({ tls: true, durationMs: 0, credits: 1000, requestsPerMinute: 100_000 })
const port = standIn.tlsPort ?? 0
const browser = await launchChromium({ standIns: { 'api.segmind.com': port, 'images.segmind.com': port } })
const fileOf = (name: string, width: number, theme: string) => `${OUT}/${name}-${width}-${theme}.png`

const taken: string[] = []
for (const path of PATHS) {
  if (wanted.length && !path.states.some(({ name }) => wanted.includes(name))) continue
  for (const size of SIZES) {
    standIn.setFaults(path.faults ?? [])
    const opened = await openStage(browser, { ...stageOf(path), ...size })
    for (const { name, reach } of path.states) {
      await reach(opened.panel)
      for (const theme of THEMES) {
        await opened.setTheme(theme)
        await opened.panel.locator(`html.figma-${theme}`).waitFor()
        await opened.page.screenshot({ path: fileOf(name, size.width, theme), caret: 'initial' })
      }
      if (size.width === ON_SHEET) taken.push(name)
    }
    await opened.close()
  }
}

const sheet = await browser.newPage({ viewport: { width: 2280, height: 800 } })
for (const theme of THEMES) {
  const figures = taken.map((name) => {
    const data = readFileSync(fileOf(name, ON_SHEET, theme)).toString('base64')
    return `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${data}"></figure>`
  })
  await sheet.setContent(
    `<style>body{display:flex;flex-wrap:wrap;gap:16px;margin:16px;background:#bbb;font:12px sans-serif}figure{margin:0}</style>${figures.join('')}`,
  )
  await sheet.screenshot({ path: `${OUT}/all-${theme}.png`, fullPage: true })
}
await browser.close()
await standIn.close()
process.stdout.write(`See ${OUT}\n`)
