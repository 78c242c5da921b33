import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/browser/launch'
import type { HostServer } from '../../src/server'
import { fixtureCode, fixtureHtml } from './fixture-plugin'
import { buildForTest, type HostPageBuild, type HostUnderTest, openHost } from './page-harness'
import { type Watch, watch } from './watch'

let build: HostPageBuild
let server: HostServer
let browser: Browser
let context: BrowserContext
let page: Page
let watched: Watch

beforeAll(async () => {
  build = await buildForTest()
  server = await build.serve()
  browser = await launchChromium()
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
  page = await context.newPage()
  watched = watch(page)
})
afterAll(async () => {
  await browser.close()
  await build.dispose()
})
afterEach(async () => {
  await page.unrouteAll()
  watched.assertQuiet()
})

function open(address = `${server.origin}/?fresh`): Promise<HostUnderTest> {
  return openHost(page, address)
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('It is not on the page')
  return box
}

describe("the plugin's window", () => {
  it('opens with the size the plugin asked for, and what it posted early arrives in order', async () => {
    const host = await open()
    await host.got('early 2')
    expect(await host.panel().evaluate(() => Reflect.get(window, 'got'))).toEqual(['early 1', 'early 2'])
    expect(await host.panel().evaluate(() => [innerWidth, innerHeight])).toEqual([320, 240])
    expect(await host.panel().evaluate(() => self.origin)).toBe('null')
  })

  it('is connected to a panel that speaks before the page has drawn its next frame', async () => {
    // WebKit's frames were that quick in 31 of 43 openings.
    const slow = await context.newPage()
    await slow.addInitScript(() => {
      if (window !== top) return
      const { setTimeout: set } = window
      window.requestAnimationFrame = (call) => set(call, 2000)
      // What is put off to the next frame has a timer beside it.
      Object.assign(window, {
        setTimeout: (call: () => void, ms = 0) => set(call, ms > 0 && ms <= 100 ? 2000 : ms),
      })
    })
    const host = await openHost(slow, `${server.origin}/?fresh`)
    await host.got('early 2')
    await slow.close()
  })

  it('is dragged by its title bar and resized by its corner, and the panel lives on', async () => {
    const host = await open()
    await host.panel().evaluate(() => Reflect.set(window, 'mark', 'same document'))
    const dialog = page.getByRole('dialog', { name: 'Fixture' })
    const start = await boxOf(dialog)

    await page.mouse.move(start.x + 60, start.y + 20)
    await page.mouse.down()
    // Across the panel itself, which must not swallow the pointer.
    await page.mouse.move(start.x - 40, start.y + 120, { steps: 5 })
    await page.mouse.up()
    const moved = await boxOf(dialog)
    expect([moved.x - start.x, moved.y - start.y]).toEqual([-100, 100])

    await page.mouse.move(moved.x + moved.width + 2, moved.y + moved.height + 2)
    await page.mouse.down()
    await page.mouse.move(moved.x + moved.width - 38, moved.y + moved.height + 52, { steps: 5 })
    await page.mouse.up()
    const resized = await boxOf(dialog)
    expect([resized.width - moved.width, resized.height - moved.height]).toEqual([-40, 50])
    expect([resized.x, resized.y]).toEqual([moved.x, moved.y])

    await page.getByRole('button', { name: 'Move Fixture with the arrow keys' }).press('ArrowLeft')
    await page.getByRole('button', { name: 'Resize Fixture with the arrow keys' }).press('ArrowDown')
    const keyed = await boxOf(dialog)
    expect([keyed.x - resized.x, keyed.height - resized.height]).toEqual([-16, 16])

    await host.act('resize', { width: 400, height: 300 })
    await expect.poll(() => host.panel().evaluate(() => [innerWidth, innerHeight])).toEqual([400, 300])
    expect((await boxOf(dialog)).x).toBe(keyed.x)
    expect(await host.panel().evaluate(() => Reflect.get(window, 'mark'))).toBe('same document')
  })

  it('closes, and the document stays when the plugin runs again', async () => {
    const host = await open()
    await host.insert()
    await page.getByRole('button', { name: 'Close plugin' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => window.inkwrightHost?.running)).toBe(false)
    await page.getByRole('button', { name: 'Run Fixture' }).click()
    await page.waitForFunction(() => window.inkwrightHost?.panelState === 'loaded')
    await host.got('early 2')
    await page.getByRole('treeitem', { name: 'Picture' }).waitFor()
    await page.getByRole('button', { name: 'Stop Fixture' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('drops onto the canvas what the panel lets go of there', async () => {
    const host = await open()
    const panel = await boxOf(page.locator('.panel'))
    const canvas = await boxOf(host.canvas)
    // From the panel's corner to the middle of the canvas, which shows the page's origin.
    const clientX = canvas.x + canvas.width / 2 - panel.x
    const clientY = canvas.y + canvas.height / 2 - panel.y
    await host
      .panel()
      .evaluate(
        (at) =>
          parent.postMessage(
            { pluginDrop: { ...at, items: [{ type: 'image/svg+xml', data: '<svg/>' }] } },
            '*',
          ),
        { clientX, clientY },
      )
    await host.got({ dropped: [0, 0, 'image/svg+xml'] })
  })
})

describe('the theme', () => {
  it('begins as the system has it and changes for the page and the panel alike', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    const host = await open()
    const look = () => document.documentElement.className
    const ground = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
    expect(await host.panel().evaluate(look)).toBe('figma-dark')
    expect(await ground()).toBe('rgb(44, 44, 44)')
    await page.getByRole('button', { name: 'Switch to light theme' }).click()
    await host.panel().waitForFunction(() => document.documentElement.className === 'figma-light')
    expect(await ground()).toBe('rgb(255, 255, 255)')
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

describe('toasts', () => {
  it('show what the plugin notifies of, for as long as it says', async () => {
    const host = await open()
    await host.act('notify', { timeout: 300 })
    const toast = page.getByRole('status').getByText('Something happened')
    await toast.waitFor()
    await toast.waitFor({ state: 'detached' })
  })

  it('show errors as alerts and go when dismissed', async () => {
    const host = await open()
    await host.act('notify', { error: true, timeout: 60_000 })
    await page.getByRole('alert').getByText('Something happened').waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByRole('alert').waitFor({ state: 'detached' })
  })

  it('run the function of their button', async () => {
    const host = await open()
    await host.act('ask')
    await page.getByRole('button', { name: 'Yes' }).click()
    await host.got('pressed')
    await page.getByText('Really?').waitFor({ state: 'detached' })
  })
})

describe('what goes wrong', () => {
  it('in the sandbox is shown in the log, which opens, and is kept for scripts', async () => {
    const host = await open()
    await host.act('log', 'a line of the plugin')
    await host.act('fail')
    const log = page.getByRole('log', { name: 'Log' })
    await log.getByText(/thrown in the plugin/).waitFor()
    expect(await log.getByRole('listitem').first().textContent()).toContain('a line of the plugin')
    await page.getByRole('button', { name: 'Log, 1 fault' }).waitFor()
    expect(await page.evaluate(() => window.inkwrightHost?.faults)).toEqual([
      expect.stringContaining('thrown in the plugin'),
    ])
    await watched.expect(/console: \[plugin\] .*thrown in the plugin/)
    await page.getByRole('button', { name: 'Close log' }).click()
    await log.waitFor({ state: 'hidden' })
  })

  it('in the panel is shown too', async () => {
    const host = await open()
    await host.panel().evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined))
    await page
      .getByRole('log')
      .getByText(/connect-src blocked https:\/\/elsewhere\.example/)
      .waitFor()
    await watched.expect(/console: \[panel\] csp: connect-src/)
    await watched.expect(/console: .*Content Security Policy/)
    await watched.expect(/console: Fetch API cannot load/)
  })

  it('while code.js loads is said plainly', async () => {
    const broken = await build.serve({ code: `${fixtureCode}\nthrow new Error('broken at load')` })
    await page.goto(`${broken.origin}/?fresh`)
    const alert = page.getByRole('alert')
    await alert.getByText('Fixture did not start').waitFor()
    expect(await alert.textContent()).toContain('broken at load')
    await page.getByRole('button', { name: 'Run Fixture' }).waitFor()
    expect(await page.evaluate(() => window.inkwrightHost?.failure)).toContain('broken at load')
    await watched.expect(/did not start.*broken at load/)
  })

  it('with code.js that Figma refuses is said plainly', async () => {
    const refused = await build.serve({ code: `${fixtureCode}\nconst text = "import('x')"` })
    await page.goto(`${refused.origin}/?fresh`)
    await page.getByRole('alert').getByText('Fixture did not start').waitFor()
    await watched.expect(/did not start/)
  })

  it('with the files of the plugin is said plainly', async () => {
    await page.route('**/dist/ui.html', (route) => route.fulfill({ status: 404 }))
    await page.goto(`${server.origin}/?fresh`)
    await page.getByRole('alert').getByText('/dist/ui.html could not be read: 404').waitFor()
    await watched.expect(/could not be read/)
    await watched.expect(/console: Failed to load resource/)
  })

  it('with a panel too large to load is said plainly', async () => {
    const large = await build.serve({ html: fixtureHtml + ' '.repeat(1_600_000) })
    await page.goto(`${large.origin}/?fresh`)
    await page.getByRole('alert').getByText('This panel cannot be shown').waitFor()
    await page
      .getByRole('log')
      .getByText(/would never load/)
      .waitFor()
    await watched.expect(/would never load/)
  })
})

describe('what the plugin keeps', () => {
  it('survives a reload, but not in a fresh page', async () => {
    const host = await open(`${server.origin}/`)
    await host.act('remember', 'the key')
    await host.got('remembered')
    await page.reload()
    await page.waitForFunction(() => window.inkwrightHost?.panelState === 'loaded')
    await host.act('recall')
    await host.got('the key 1,2,3')
    await page.goto(`${server.origin}/?fresh`)
    await page.waitForFunction(() => window.inkwrightHost?.panelState === 'loaded')
    await host.act('recall')
    await host.got('nothing')
  })
})

it('the demo key is shown and copied', async () => {
  const demo = await build.serve({}, { demoKey: 'SG_demo_key', autorun: false })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: demo.origin })
  await page.goto(`${demo.origin}/?fresh`)
  await page.getByRole('complementary', { name: 'Demo key' }).getByText('SG_demo_key').waitFor()
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('SG_demo_key')
  // And without autorun nothing runs by itself.
  expect(await page.evaluate(() => window.inkwrightHost?.running)).toBe(false)
  await page.getByRole('button', { name: 'Run Fixture' }).waitFor()
})
