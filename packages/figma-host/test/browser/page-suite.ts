import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Frame, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { launchChromium } from '../../src/browser/launch'
import { capture } from '../../src/browser/render-svgs'
// For the type of window.figmaHost.
import type {} from '../../src/page/automation'
import { buildHostPage, type HostServer, type HostServerOptions, startHostServer } from '../../src/server'
import { type Watch, watch } from './watch'

const PLUGIN = fileURLToPath(new URL('../fixtures/second-plugin', import.meta.url))

let folder: string
let hostDir: string
export let server: HostServer
const servers: HostServer[] = []
export let browser: Browser
export let page: Page
export let watched: Watch

export async function serve(options: Partial<HostServerOptions> = {}): Promise<HostServer> {
  const started = await startHostServer({ pluginDir: PLUGIN, hostDir, ...options })
  servers.push(started)
  return started
}

/** Serves the plugin with one of its files replaced. */
export async function serveWith(file: string, text: string): Promise<HostServer> {
  const pluginDir = await copyOfPlugin()
  await writeFile(join(pluginDir, file), text)
  return serve({ pluginDir })
}

export async function copyOfPlugin(): Promise<string> {
  const pluginDir = join(folder, `plugin-${servers.length}`)
  await cp(PLUGIN, pluginDir, { recursive: true })
  return pluginDir
}

/** Serves the host page with the plugin in `fixtures/second-plugin`, and opens a browser. Call it at the top of a test file. */
export function usePage(): void {
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
    // Emptied, because the next file of this worker has its own servers.
    await Promise.all(servers.splice(0).map((one) => one.close()))
    await rm(folder, { recursive: true })
  })
  afterEach(() => watched.assertQuiet())
}

/** Returns the panel's document, which is new after each start of the plugin. */
export function panel(): Frame {
  const frame = page.frames().find((frame) => frame.url().startsWith('data:'))
  if (frame === undefined) throw new Error('There is no panel')
  return frame
}
export const loaded = () => page.waitForFunction(() => window.figmaHost?.panelState === 'loaded')
/** Runs one of the plugin's actions through its panel. */
export const act = (action: string, value?: unknown) =>
  panel().evaluate(([action, value]) => Reflect.get(window, 'act')(action, value), [action, value] as const)
/** Waits until the panel has received this message. */
export const got = (message: unknown) =>
  panel().waitForFunction(
    (wanted) => Reflect.get(window, 'got').some((got: unknown) => JSON.stringify(got) === wanted),
    JSON.stringify(message),
  )
export const layer = (name: string) => page.getByRole('treeitem', { name, exact: true })

export async function open(address = `${server.origin}/?fresh`): Promise<void> {
  await page.goto(address)
  await loaded()
}

/** Opens the page with the plugin's picture selected in the center of the view, 400 × 300 px at the page's origin. */
export async function openWithPicture(): Promise<void> {
  await open()
  await panel().getByRole('button', { name: 'Insert' }).click()
  await layer('Picture').waitFor()
  await page.evaluate(() => window.figmaHost?.editor.setViewport({ center: { x: 200, y: 150 }, zoom: 1 }))
  await page.evaluate(() => window.figmaHost?.settled())
}

export const viewport = () =>
  page.evaluate(() => {
    const { center, zoom } = window.figmaHost?.snapshot().viewport ?? {}
    return { center, zoom }
  })
export const selected = async () => {
  await page.evaluate(() => window.figmaHost?.settled())
  return page.getByRole('treeitem', { selected: true }).allTextContents()
}

/** Converts a point of the page to the screen, for a picture in the center at 100 %. */
export async function onScreen(x: number, y: number) {
  const box = await page.getByRole('region', { name: 'Canvas' }).boundingBox()
  if (box === null) throw new Error('There is no canvas')
  return { x: box.x + box.width / 2 + x - 200, y: box.y + box.height / 2 + y - 150 }
}

/** Returns the color at a point of the page, as `#rrggbb`. */
export async function colorAt(x: number, y: number): Promise<string> {
  const png = PNG.sync.read(await capture(page, { clip: { ...(await onScreen(x, y)), width: 1, height: 1 } }))
  return `#${[...png.data.subarray(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
