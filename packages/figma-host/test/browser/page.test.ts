import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Frame, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/browser/launch'
import { capture } from '../../src/browser/render-svgs'
// For the type of window.figmaHost.
import type {} from '../../src/page/automation'
import { buildHostPage, type HostServer, type HostServerOptions, startHostServer } from '../../src/server'
import { type Watch, watch } from './watch'

const PLUGIN = fileURLToPath(new URL('../fixtures/second-plugin', import.meta.url))

let folder: string
let hostDir: string
let server: HostServer
const servers: HostServer[] = []
let browser: Browser
let page: Page
let watched: Watch

async function serve(options: Partial<HostServerOptions> = {}): Promise<HostServer> {
  const started = await startHostServer({ pluginDir: PLUGIN, hostDir, ...options })
  servers.push(started)
  return started
}

/** The plugin with one of its files replaced, served. */
async function serveWith(file: string, text: string): Promise<HostServer> {
  const pluginDir = await copyOfPlugin()
  await writeFile(join(pluginDir, file), text)
  return serve({ pluginDir })
}

async function copyOfPlugin(): Promise<string> {
  const pluginDir = join(folder, `plugin-${servers.length}`)
  await cp(PLUGIN, pluginDir, { recursive: true })
  return pluginDir
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-page-'))
  hostDir = await buildHostPage(join(folder, 'page'))
  server = await serve()
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
  watched = watch(page)
})
afterAll(async () => {
  await browser?.close()
  await Promise.all(servers.map((one) => one.close()))
  await rm(folder, { recursive: true })
})
afterEach(() => watched.assertQuiet())

/** The panel's own document: another one after the plugin ran again. */
function panel(): Frame {
  const frame = page.frames().find((frame) => frame.url().startsWith('data:'))
  if (frame === undefined) throw new Error('There is no panel')
  return frame
}
const loaded = () => page.waitForFunction(() => window.figmaHost?.panelState === 'loaded')
/** Asks the plugin for one of its actions, through its panel. */
const act = (action: string, value?: unknown) =>
  panel().evaluate(([action, value]) => Reflect.get(window, 'act')(action, value), [action, value] as const)
/** Waits until the panel has got this message. */
const got = (message: unknown) =>
  panel().waitForFunction(
    (wanted) => Reflect.get(window, 'got').some((got: unknown) => JSON.stringify(got) === wanted),
    JSON.stringify(message),
  )
const layer = (name: string) => page.getByRole('treeitem', { name, exact: true })

async function open(address = `${server.origin}/?fresh`): Promise<void> {
  await page.goto(address)
  await loaded()
}

/** Opens the page with the plugin's picture selected in the middle of it, 400 × 300 px at the page's origin. */
async function openWithPicture(): Promise<void> {
  await open()
  await panel().getByRole('button', { name: 'Insert' }).click()
  await layer('Picture').waitFor()
  await page.evaluate(() => window.figmaHost?.editor.setViewport({ center: { x: 200, y: 150 }, zoom: 1 }))
  await page.evaluate(() => window.figmaHost?.settled())
}

const viewport = () =>
  page.evaluate(() => {
    const { center, zoom } = window.figmaHost?.snapshot().viewport ?? {}
    return { center, zoom }
  })
const selected = async () => {
  await page.evaluate(() => window.figmaHost?.settled())
  return page.getByRole('treeitem', { selected: true }).allTextContents()
}

/** Where a point of the page lies on the screen, with the picture in the middle at its own size. */
async function onScreen(x: number, y: number) {
  const box = await page.getByRole('region', { name: 'Canvas' }).boundingBox()
  if (box === null) throw new Error('There is no canvas')
  return { x: box.x + box.width / 2 + x - 200, y: box.y + box.height / 2 + y - 150 }
}

/** The color at a point of the page, as `#rrggbb`. */
async function colorAt(x: number, y: number): Promise<string> {
  const png = PNG.sync.read(await capture(page, { clip: { ...(await onScreen(x, y)), width: 1, height: 1 } }))
  return `#${[...png.data.subarray(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

describe('the canvas', () => {
  it('shows what the plugin inserts, without it after undo, with it after redo', async () => {
    await openWithPicture()
    await expect.poll(() => colorAt(330, 70)).toBe('#ffd020')
    expect(await colorAt(100, 100)).toBe('#3080ff')
    await layer('Picture').focus()
    await page.keyboard.press('Control+z')
    await page.getByText('Nothing on the canvas yet').waitFor()
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
    await page.keyboard.press('Shift+Control+Z')
    await layer('Picture').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Nothing on the canvas yet').waitFor()
    await page.getByRole('button', { name: 'Redo' }).click()
    await layer('Picture').waitFor()
  })

  it('selects by click, deeper with Ctrl, and by the layer list', async () => {
    await openWithPicture()
    const sun = await onScreen(330, 70)
    const ground = await onScreen(-60, 150)
    await page.mouse.click(ground.x, ground.y)
    expect(await selected()).toEqual([])
    await page.mouse.click(sun.x, sun.y)
    expect(await selected()).toEqual(['Picture'])
    await page.keyboard.down('Control')
    await page.mouse.click(sun.x, sun.y)
    await page.keyboard.up('Control')
    expect(await selected()).toEqual(['Sun'])
    await layer('Land').click()
    expect(await selected()).toEqual(['Land'])
  })

  it('pans by wheel and middle button, zooms at the pointer, fits, and tells the plugin', async () => {
    await openWithPicture()
    const at = await onScreen(100, 50)
    await page.mouse.move(at.x, at.y)
    await page.mouse.wheel(30, 20)
    await expect.poll(viewport).toEqual({ center: { x: 230, y: 170 }, zoom: 1 })
    await page.mouse.down({ button: 'middle' })
    await page.mouse.move(at.x + 30, at.y + 20)
    await page.mouse.up({ button: 'middle' })
    await expect.poll(viewport).toEqual({ center: { x: 200, y: 150 }, zoom: 1 })
    await page.mouse.move(at.x, at.y)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -1000)
    await page.keyboard.up('Control')
    const zoom = Math.exp(0.4)
    await expect.poll(async () => (await viewport()).zoom).toBeCloseTo(zoom, 6)
    expect((await viewport()).center?.x).toBeCloseTo(100 + 100 / zoom, 6)
    await page.getByRole('button', { name: 'Zoom to fit' }).click()
    await expect.poll(viewport).toEqual({ center: { x: 200, y: 150 }, zoom: 1 })
  })
})

describe("the plugin's window", () => {
  it('has the size that the plugin asked for, is dragged, and keeps its document', async () => {
    await open()
    await got({ command: 'open' })
    const size = () => panel().evaluate(() => [innerWidth, innerHeight])
    expect(await size()).toEqual([320, 240])
    await panel().evaluate(() => Reflect.set(window, 'mark', 'same document'))
    const place = async () =>
      (await page.getByRole('dialog', { name: 'Second' }).boundingBox()) ?? { x: 0, y: 0 }
    const { x, y } = await place()
    await page.mouse.move(x + 60, y + 20)
    await page.mouse.down()
    // Across the panel itself, which must not swallow the pointer.
    await page.mouse.move(x - 40, y + 120, { steps: 5 })
    await page.mouse.up()
    expect(await place()).toMatchObject({ x: x - 100, y: y + 100 })
    await act('resize', { width: 400, height: 300 })
    await expect.poll(size).toEqual([400, 300])
    expect(await panel().evaluate(() => Reflect.get(window, 'mark'))).toBe('same document')
  })

  it('closes, and the document stays when the plugin runs again', async () => {
    await openWithPicture()
    await page.getByRole('button', { name: 'Close plugin' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => window.figmaHost?.running)).toBe(false)
    await page.getByRole('button', { name: 'Run Second' }).click()
    await loaded()
    await layer('Picture').waitFor()
    await page.getByRole('button', { name: 'Stop Second' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('is connected to a panel that speaks before the page has drawn its next frame', async () => {
    // WebKit's frames were that quick in 31 of 43 openings.
    const slow = await browser.newPage()
    await slow.addInitScript(() => {
      if (window !== top) return
      const { setTimeout: set } = window
      window.requestAnimationFrame = (call) => set(call, 2000)
      // What is put off to the next frame has a timer beside it.
      Object.assign(window, {
        setTimeout: (call: () => void, ms = 0) => set(call, ms > 0 && ms <= 100 ? 2000 : ms),
      })
    })
    await slow.goto(`${server.origin}/?fresh`)
    await slow.waitForFunction(() => window.figmaHost?.panelState === 'loaded')
    const frame = slow.frames().find((frame) => frame.url().startsWith('data:'))
    await frame?.waitForFunction(() => Reflect.get(window, 'got').length === 1)
    await slow.close()
  })

  it('drops onto the canvas what the panel lets go of there', async () => {
    await open()
    const frame = (await page.locator('.panel').boundingBox()) ?? { x: 0, y: 0 }
    const origin = await onScreen(200, 150)
    const at = { clientX: origin.x - frame.x, clientY: origin.y - frame.y }
    const items = [{ type: 'image/svg+xml', data: '<svg/>' }]
    await panel().evaluate((drop) => parent.postMessage({ pluginDrop: drop }, '*'), { ...at, items })
    await got([0, 0, 'image/svg+xml'])
  })

  it('follows the theme, which begins as the system has it', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await open()
    expect(await panel().evaluate(() => document.documentElement.className)).toBe('figma-dark')
    await page.getByRole('button', { name: 'Switch to light theme' }).click()
    await panel().waitForFunction(() => document.documentElement.className === 'figma-light')
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

it('toasts show for their time, as alerts where they are errors, until dismissed, and run their function', async () => {
  await open()
  const toast = page.getByText('Something happened')
  await act('notify', { timeout: 2000 })
  await toast.waitFor()
  await toast.waitFor({ state: 'detached' })
  await act('notify', { error: true, timeout: 60_000 })
  await page.getByRole('alert').getByText('Something happened').waitFor()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await toast.waitFor({ state: 'detached' })
  await act('ask')
  await page.getByRole('button', { name: 'Yes' }).click()
  await got('pressed')
  await page.getByText('Really?').waitFor({ state: 'detached' })
})

describe('quick actions and relaunch buttons', () => {
  it('ask a person for the parameters, and run; or are left', async () => {
    await open()
    await page.getByRole('button', { name: 'Stop Second' }).click()
    const box = page.getByRole('region', { name: 'Quick actions' })
    await box.getByRole('button', { name: 'Draw…' }).click()
    await box.getByRole('button', { name: 'Cancel' }).click()
    await box.getByRole('button', { name: 'Draw…' }).click()
    await box.getByRole('textbox', { name: 'Word' }).fill('a hen')
    await page.keyboard.press('Enter')
    await box.getByRole('textbox', { name: 'Kind' }).fill('bad')
    await box.getByRole('alert').getByText('No such kind').waitFor()
    await box.getByRole('textbox', { name: 'Kind' }).fill('l')
    await box.getByRole('button', { name: 'Line art' }).click()
    await box.getByRole('button', { name: 'Skip' }).click()
    await loaded()
    await got({ command: 'draw', parameters: { word: 'a hen', kind: 'line' } })
  })

  it('start the plugin for what is selected', async () => {
    await openWithPicture()
    const box = page.getByRole('region', { name: 'Plugin' })
    await box.getByText('Change what it shows').waitFor()
    await box.getByRole('button', { name: 'Edit' }).click()
    await loaded()
    await got({ command: 'edit' })
  })
})

describe('what goes wrong', () => {
  it('in the sandbox or the panel is shown in the log, which opens, and is kept for scripts', async () => {
    await open()
    await act('fail')
    await page
      .getByRole('log', { name: 'Log' })
      .getByText(/thrown in the plugin/)
      .waitFor()
    await watched.expect(/console: \[plugin\] .*thrown in the plugin/)
    await panel().evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined))
    await page.getByText(/connect-src blocked https:\/\/elsewhere\.example/).waitFor()
    await watched.expect(/console: \[panel\] csp: connect-src/)
    await watched.expect(/console: .*Content Security Policy/)
    await watched.expect(/console: Fetch API cannot load/)
    expect(await page.evaluate(() => window.figmaHost?.faults)).toHaveLength(2)
  })

  it.each([
    ['main that throws', 'code.js', 'throw new Error("broken at load")', /Second did not start/],
    ['main that Figma refuses', 'code.js', 'const text = "import(x)"', /Second did not start/],
    ['panel too large to load', 'ui.html', ' '.repeat(1_600_000), /This panel cannot be shown/],
    ['manifest of the wrong shape', 'manifest.json', '{"main":"code.js"}', /could not open the plugin/],
  ])('with a %s is said plainly', async (_, file, text, said) => {
    const broken = await serveWith(file, text)
    await page.goto(`${broken.origin}/?fresh`)
    if (file === 'ui.html') await page.waitForFunction(() => window.figmaHost !== undefined)
    if (file === 'ui.html') await page.evaluate(() => window.figmaHost?.run())
    await page.getByRole('alert').getByText(said).first().waitFor()
    await watched.expect(/console: /)
  })
})

describe('a plugin that is rebuilt while it is on the page', () => {
  it('is reloaded, and the document and undo stay', async () => {
    const pluginDir = await copyOfPlugin()
    const own = await serve({ pluginDir })
    await open(`${own.origin}/?fresh`)
    await panel().getByRole('button', { name: 'Insert' }).click()
    await layer('Picture').waitFor()
    const html = await readFile(join(pluginDir, 'ui.html'), 'utf8')
    await writeFile(join(pluginDir, 'ui.html'), html.replace('>Insert<', '>Insert it<'))
    const code = await readFile(join(pluginDir, 'code.js'), 'utf8')
    await writeFile(join(pluginDir, 'code.js'), code.replace("'Picture'", "'Second picture'"))
    own.reload()
    const rebuilt = page.frameLocator('iframe').frameLocator('iframe')
    await rebuilt.getByRole('button', { name: 'Insert it' }).click()
    await layer('Second picture').waitFor()
    const undo = () => page.evaluate(() => window.figmaHost?.editor.undo())
    await undo()
    await layer('Second picture').waitFor({ state: 'detached' })
    await undo()
    await layer('Picture').waitFor({ state: 'detached' })
  })

  it('is told plainly where it cannot be loaded, and the old one goes on', async () => {
    const pluginDir = await copyOfPlugin()
    const own = await serve({ pluginDir })
    await open(`${own.origin}/?fresh`)
    await writeFile(join(pluginDir, 'manifest.json'), '{"main":"code.js"}')
    own.reload()
    await page.getByText('The rebuilt plugin could not be loaded.').first().waitFor()
    await watched.expect(/could not be loaded/)
    await panel().getByRole('button', { name: 'Insert' }).click()
    await layer('Picture').waitFor()
  })
})

it('what the plugin keeps survives a reload, but not in a fresh page', async () => {
  await open(`${server.origin}/`)
  await act('remember', 'the key')
  await got('remembered')
  await open(`${server.origin}/`)
  await act('recall')
  await got('the key')
  await open()
  await act('recall')
  await got('nothing')
})

it('the page can be another editor, run nothing by itself, and show a note', async () => {
  const { origin } = await serve({ config: { autorun: false, editorType: 'slides', note: 'The key is KEY' } })
  await page.goto(`${origin}/?fresh`)
  await layer('Slide grid').waitFor()
  await page.getByText('The key is KEY').waitFor()
  expect(await page.evaluate(() => window.figmaHost?.running)).toBe(false)
})
