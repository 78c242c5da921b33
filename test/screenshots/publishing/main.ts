import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium, renderSvgs } from 'figma-host/browser'
import { buildHostPage } from 'figma-host/server'
import type { Browser } from 'playwright-core'
import { startStandIn } from 'segmind-stand-in'
import { DEFAULT_MODEL } from '../../../src/segmind/request'
import { strings } from '../../../src/strings'
import { openStage } from '../../../tools/start/stage'
import { runUnattended } from '../../../tools/start/unattended'
import { openStage as openPanel } from '../../support/panel-stage'
import { draw, ICON, type Sheet } from './sheet'
import { FOX, STATES } from './states'

/** Creates the images of the publishing kit from the built panel and the canvas: `npm run build && npm run publishing`. */
const OUT = 'publishing'

const price = strings.dollars(DEFAULT_MODEL.price)

/** The first is the cover. */
const SHEETS: readonly (Pick<Sheet, 'caption' | 'text' | 'theme'> & {
  readonly file: string
  readonly state: keyof typeof STATES
})[] = [
  {
    file: 'cover',
    state: 'rockets',
    caption: 'From a prompt to editable vector layers',
    text: 'In your file, in your colors.',
    theme: 'dark',
  },
  {
    file: 'screenshot-1',
    state: 'landscapes',
    caption: 'Ask once, choose from four',
    text: `Pick a style and a size, and insert what you like in one step. Each image costs ${price}, paid with your own Segmind key.`,
    theme: 'light',
  },
  {
    file: 'screenshot-2',
    state: 'layers',
    caption: 'Few layers, with plain names',
    text: 'Not hundreds of shapes. One undo removes them.',
    theme: 'light',
  },
  {
    file: 'screenshot-3',
    state: 'colors',
    caption: 'In your file’s colors',
    text: 'One choice matches an image to the variables and styles of the file. Each color can be changed by hand.',
    theme: 'dark',
  },
  {
    file: 'screenshot-4',
    state: 'places',
    caption: 'Where you work',
    text: 'Inside the selected frame, next to it, or on the page. In auto layout, as the next item.',
    theme: 'light',
  },
  {
    file: 'screenshot-5',
    state: 'history',
    caption: 'What you paid for stays',
    text: 'Close the panel or lose the connection: the image is there when you return.',
    theme: 'light',
  },
]

/** Returns what the plugin draws for the prompt on the canvas of the host: the picture, and its layer names from the top. */
async function onCanvas(): Promise<{ readonly canvas: string; readonly layers: string[] }> {
  const stage = await openStage({
    ...{ hostDir: await buildHostPage(), samples: null, duration: 0, port: 0, routing: 'tls' },
  })
  const out = mkdtempSync(join(tmpdir(), 'inkwright-publishing-'))
  try {
    const [style, size] = [DEFAULT_MODEL.styles[0].id, '1365x1024']
    const { frame } = await runUnattended(stage, { prompt: FOX, style, size, out })
    const layers = frame.children.map(({ name }) => name).reverse()
    return { canvas: readFileSync(join(out, 'canvas.svg'), 'utf8'), layers }
  } finally {
    rmSync(out, { recursive: true, force: true })
    await stage.close()
  }
}

/** Returns the same browser with high-density pages, because panels are enlarged on the sheets. */
const sharp = (browser: Browser): Browser =>
  new Proxy(browser, {
    get(target, name) {
      if (name === 'newContext') return () => target.newContext({ deviceScaleFactor: 2 })
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

/** Returns a PNG of the panel in a state, at twice its size, and the pictures to show beside it. */
async function panelIn(browser: Browser, name: keyof typeof STATES, theme: Sheet['theme']) {
  const { stage, reach, beside } = STATES[name]
  const opened = await openPanel(browser, { ...stage, width: 360, height: 640 })
  await reach(opened.panel)
  await opened.setTheme(theme)
  await opened.panel.locator(`html.figma-${theme}`).waitFor()
  // Wait for images, which are decoded and fade in.
  await opened.panel.locator('html').evaluate(async ({ ownerDocument: page }) => {
    await Promise.all([...page.images].map((image) => image.decode()))
    await Promise.all(page.getAnimations().map(({ finished }) => finished))
  })
  const sources = await opened.panel
    .locator('img')
    .evaluateAll((all) => all.map((each) => each.getAttribute('src')))
  const panel = await opened.page.screenshot()
  await opened.close()
  const pictures = beside.map((i) =>
    decodeURIComponent(sources[i]?.replace(/^data:image\/svg\+xml,/, '') ?? ''),
  )
  return { panel, pictures }
}

const made = await onCanvas()
const standIn = await startStandIn({ tls: true, durationMs: 0, credits: 12, requestsPerMinute: 1000 })
const port = standIn.tlsPort ?? 0
const standIns = { 'api.segmind.com': port, 'images.segmind.com': port }
const browser = await launchChromium({ standIns, inOneProcess: true })
const panels = sharp(browser)
for (const { file, state, ...texts } of SHEETS) {
  const sheet = { ...texts, ...(await panelIn(panels, state, texts.theme)) }
  const whole =
    state === 'layers' ? { ...sheet, pictures: [made.canvas], layers: made.layers.slice(0, 12) } : sheet
  writeFileSync(join(OUT, `${file}.png`), await draw(browser, whole, file === 'cover'))
}
const [icon = Buffer.alloc(0)] = await renderSvgs(browser, [ICON], { width: 128, height: 128 })
writeFileSync(join(OUT, 'icon.png'), icon)
await browser.close()
await standIn.close()
process.stdout.write(`See ${OUT}\n`)
