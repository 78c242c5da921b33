import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Frame, Locator, Page } from 'playwright-core'
// For the type of window.inkwrightHost.
import type {} from '../../src/page/automation'
import { buildHostPage, type HostServer, type HostServerOptions, startHostServer } from '../../src/server'
import { fixtureCode, fixtureHtml, fixtureManifest } from './fixture-plugin'

/** The built page, and a way to serve it with one plugin or another. */
export interface HostPageBuild {
  serve(
    files?: { code?: string; html?: string; manifest?: unknown },
    config?: HostServerOptions['config'],
  ): Promise<HostServer>
  dispose(): Promise<void>
}

/** Builds the page into a folder of its own. */
export async function buildForTest(): Promise<HostPageBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'host-page-'))
  const hostDir = await buildHostPage(join(folder, 'page'))
  const servers: HostServer[] = []
  return {
    serve: async (
      { code = fixtureCode, html = fixtureHtml, manifest = fixtureManifest } = {},
      config = {},
    ) => {
      const place = join(folder, String(servers.length))
      const distDir = join(place, 'dist')
      const manifestPath = join(place, 'manifest.json')
      await mkdir(distDir, { recursive: true })
      await writeFile(join(distDir, 'code.js'), code)
      await writeFile(join(distDir, 'ui.html'), html)
      await writeFile(manifestPath, JSON.stringify(manifest))
      const server = await startHostServer({ distDir, manifestPath, hostDir, config })
      servers.push(server)
      return server
    },
    dispose: async () => {
      await Promise.all(servers.map((server) => server.close()))
      await rm(folder, { recursive: true })
    },
  }
}

/** The page, open in a browser. */
export interface HostUnderTest {
  readonly page: Page
  readonly canvas: Locator
  /** The panel's own document. A new one after the plugin ran again. */
  panel(): Frame
  /** Asks the fixture plugin for one of its actions, through its panel. */
  act(action: string, value?: unknown): Promise<void>
  /** Waits until the panel has got this message. */
  got(message: unknown): Promise<void>
  /** Clicks the panel's Insert button and waits until the picture is on the canvas. */
  insert(): Promise<void>
  /** Names of the selected layers, as the layer list tells them. */
  selected(): Promise<string[]>
}

/** Opens the page and waits until the plugin's panel is there. */
export async function openHost(page: Page, address: string): Promise<HostUnderTest> {
  await page.goto(address)
  await page.waitForFunction(() => window.inkwrightHost?.panelState === 'loaded')
  const panel = (): Frame => {
    const frame = page.frames().find((frame) => frame.url().startsWith('data:'))
    if (frame === undefined) throw new Error('There is no panel')
    return frame
  }
  return {
    page,
    canvas: page.getByRole('region', { name: 'Canvas' }),
    panel,
    act: (action, value) =>
      panel().evaluate(([action, value]) => Reflect.get(window, 'act')(action, value), [
        action,
        value,
      ] as const),
    got: async (message) => {
      await panel().waitForFunction(
        (wanted) => Reflect.get(window, 'got').some((got: unknown) => JSON.stringify(got) === wanted),
        JSON.stringify(message),
      )
    },
    insert: async () => {
      await panel().getByRole('button', { name: 'Insert' }).click()
      await page.getByRole('treeitem', { name: 'Picture' }).waitFor()
      await page.evaluate(() => window.inkwrightHost?.settled())
    },
    selected: async () => {
      await page.evaluate(() => window.inkwrightHost?.settled())
      return page
        .getByRole('treeitem', { selected: true })
        .evaluateAll((rows) => rows.map((row) => row.ariaLabel ?? ''))
    },
  }
}
