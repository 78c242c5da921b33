import { mkdirSync, readFileSync } from 'node:fs'
import { startStandIn } from 'segmind-stand-in'
import { launchChromium } from '../support/chromium'
import { openStage, type Stage } from '../support/panel-stage'
import { settled } from './settled'
import { PATHS, SIZES, stageOf } from './states'

/**
 * Screenshots of every state of the panel, in both themes and all sizes, and a contact sheet for each theme: `npm run screenshots -- [name
 * …]`. Fails if a state differs between the themes.
 */
const OUT = 'out/screenshots'
const THEMES = ['dark', 'light'] as const

/** The width that is used for the sheets. */
const ON_SHEET = 360

const wanted = process.argv.slice(2)
mkdirSync(OUT, { recursive: true })
const standIn = await startStandIn({ tls: true, durationMs: 0, credits: 1000, requestsPerMinute: 100_000 })
const port = standIn.tlsPort ?? 0
const browser = await launchChromium({ standIns: { 'api.segmind.com': port, 'images.segmind.com': port } })
const fileOf = (name: string, width: number, theme: string) => `${OUT}/${name}-${width}-${theme}.png`

/** Takes a screenshot in each theme. Returns whether the panel showed the same in both, and did not change meanwhile. */
async function takePair({ panel, page, setTheme }: Stage, name: string, width: number): Promise<boolean> {
  const seen = new Set<string>()
  for (const theme of THEMES) {
    await setTheme(theme)
    await panel.locator(`html.figma-${theme}`).waitFor()
    seen.add(await settled(panel))
    await page.screenshot({ path: fileOf(name, width, theme), caret: 'initial' })
    seen.add(await settled(panel))
  }
  return seen.size === 1
}

const taken: string[] = []
for (const path of PATHS) {
  if (wanted.length && !path.states.some(({ name }) => wanted.includes(name))) continue
  for (const size of SIZES) {
    standIn.setFaults(path.faults ?? [])
    const opened = await openStage(browser, { ...stageOf(path), ...size })
    for (const { name, reach } of path.states) {
      await reach(opened.panel)
      let isSame = false
      for (let tries = 0; !isSame && tries < 5; tries += 1) isSame = await takePair(opened, name, size.width)
      if (!isSame) throw new Error(`${name} at ${size.width} px shows something else in each theme`)
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
