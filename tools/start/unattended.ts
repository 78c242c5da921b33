import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { launchChromium, renderSvgs } from 'figma-host/browser'
import type { LayerSnapshot, PageSnapshot } from 'figma-host/editor'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import type { StartArguments } from './arguments'
import type { Stage } from './stage'

type UnattendedOptions = NonNullable<StartArguments['unattended']>

/** The result of an unattended run. */
export interface UnattendedResult {
  readonly frame: LayerSnapshot
  readonly layers: number
}

/** Time-outs in ms for a single step, and for a picture, which may take the service ten minutes. */
const STEP_TIMEOUT_MS = 30_000
const PICTURE_TIMEOUT_MS = 610_000

/**
 * Operates the panel by the roles and names of its controls: saves a key, enters the prompt, picks style and size, generates,
 * inserts. Writes `canvas.png`, `canvas.svg` and `layers.json`. Rejects with a message for the terminal unless layers were
 * inserted without any errors.
 */
export async function runUnattended(stage: Stage, options: UnattendedOptions): Promise<UnattendedResult> {
  const port = stage.standIn.tlsPort
  if (port === null) throw new Error('The stand-in does not serve TLS.')
  const browser = await launchChromium({ standIns: { 'api.segmind.com': port, 'images.segmind.com': port } })
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } })
    page.setDefaultTimeout(STEP_TIMEOUT_MS)
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(`${stage.server.origin}/?fresh`)
    const panel = page.frameLocator('iframe').frameLocator('iframe')
    await generate(panel, options)
    await insert(page, panel)
    const faults = [...errors, ...(await page.evaluate(() => window.figmaHost?.faults ?? []))]
    if (faults.length) throw new Error(`Something went wrong on the way:\n${faults.join('\n')}`)
    return await collect(browser, page, options.out)
  } finally {
    await browser.close()
  }
}

async function generate(panel: FrameLocator, { prompt, style, size }: UnattendedOptions): Promise<void> {
  await panel.getByRole('textbox', { name: 'API key' }).fill(DEMO_KEY)
  await panel.getByRole('button', { name: 'Save key' }).click()
  await panel.getByRole('textbox', { name: 'Prompt' }).fill(prompt)
  const styleName = new RegExp(`^${style.replace('_', ' ')}$`, 'i')
  await panel.getByRole('radiogroup', { name: 'Style' }).getByRole('radio', { name: styleName }).check()
  await panel.getByRole('combobox', { name: 'Size' }).click()
  await panel.getByRole('option', { name: new RegExp(`^${size.replace('x', ' × ')},`) }).click()
  await panel.getByRole('button', { name: /^Generate/ }).click()
}

async function insert(page: Page, panel: FrameLocator): Promise<void> {
  const button = panel.getByRole('button', { name: 'Insert', exact: true })
  // The tile of a failed job has a button for the next step.
  const nextStep = panel.getByRole('gridcell').locator('.fail button').first()
  await button.or(nextStep).first().waitFor({ timeout: PICTURE_TIMEOUT_MS })
  if (await nextStep.isVisible()) throw new Error(await statusOf(panel))
  await button.click()
  const arrived = page.waitForFunction(() => window.figmaHost?.snapshot().selection.length)
  const refused = panel
    .getByRole('status')
    .filter({ hasText: /not|nothing|cannot/i })
    .waitFor()
  // The promise that loses the race rejects when the browser closes, which is ignored.
  arrived.catch(() => undefined)
  refused.catch(() => undefined)
  const isRefused = await Promise.race([arrived.then(() => false), refused.then(() => true)])
  if (isRefused) throw new Error(await statusOf(panel))
  await page.evaluate(() => window.figmaHost?.settled())
}

async function statusOf(panel: FrameLocator): Promise<string> {
  return (await panel.getByRole('status').textContent()) ?? 'The panel shows a failure without words.'
}

async function collect(browser: Browser, page: Page, out: string): Promise<UnattendedResult> {
  const snapshot = (await page.evaluate(() => window.figmaHost?.snapshot())) as PageSnapshot
  const frame = snapshot.layers.find(({ id }) => snapshot.selection.includes(id))
  const box = frame?.absoluteBoundingBox
  if (!frame || !box) throw new Error('Nothing was inserted.')
  const layers = countLeaves(frame)
  if (layers === 0) throw new Error('What was inserted has no layers.')
  const svg = await page.evaluate((area) => window.figmaHost?.renderSvg(area) ?? '', box)
  await mkdir(out, { recursive: true })
  await writeFile(join(out, 'canvas.svg'), svg)
  await writeFile(join(out, 'layers.json'), `${JSON.stringify(snapshot.layers, null, 2)}\n`)
  const size = { width: Math.ceil(box.width), height: Math.ceil(box.height) }
  const [png = ''] = await renderSvgs(browser, [svg], size)
  await writeFile(join(out, 'canvas.png'), png)
  return { frame, layers }
}

const countLeaves = ({ children }: LayerSnapshot): number =>
  children.reduce((sum, child) => sum + (child.children.length ? countLeaves(child) : 1), 0)
