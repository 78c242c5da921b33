import type { Browser, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/browser/launch'
import { capture } from '../../src/browser/render-svgs'
import type { HostServer } from '../../src/server'
import { buildForTest, type HostPageBuild, type HostUnderTest, openHost } from './page-harness'
import { type Watch, watch } from './watch'

let build: HostPageBuild
let server: HostServer
let browser: Browser
let page: Page
let watched: Watch
let host: HostUnderTest

/** Opens the page anew with the picture on it, 400 × 300 px at the page's origin. */
async function openWithPicture(): Promise<void> {
  host = await openHost(page, `${server.origin}/?fresh`)
  await host.insert()
}

beforeAll(async () => {
  build = await buildForTest()
  server = await build.serve()
  browser = await launchChromium()
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
  page = await context.newPage()
  watched = watch(page)
  await openWithPicture()
})
afterAll(async () => {
  await browser.close()
  await build.dispose()
})
beforeEach(async () => {
  // Every test finds the picture selected in the middle of the canvas, at its own size.
  await page.evaluate(async () => {
    const { editor, settled } = window.inkwrightHost ?? {}
    // First the moves of the test before, which may still be on their way to the editor.
    await settled?.()
    editor?.select(editor.snapshot().layers.map(({ id }) => id))
    editor?.setViewport({ center: { x: 200, y: 150 }, zoom: 1 })
    await settled?.()
  })
})
afterEach(() => watched.assertQuiet())

/** Where a point of the page lies on the screen. */
async function onScreen(x: number, y: number): Promise<{ x: number; y: number }> {
  const viewport = await page.evaluate(() => window.inkwrightHost?.snapshot().viewport)
  const box = await host.canvas.boundingBox()
  if (viewport === undefined || box === null) throw new Error('There is no canvas')
  const { center, zoom, width, height } = viewport
  return {
    x: box.x + width / 2 + (x - center.x) * zoom,
    y: box.y + height / 2 + (y - center.y) * zoom,
  }
}

/** The page coordinates at the canvas's top left corner and the zoom, once the editor has been told. */
async function view(): Promise<{ x: number; y: number; zoom: number }> {
  const style = await page.getByRole('img').evaluate((image) => image.style.transform)
  const [, x = '', y = '', zoom = ''] = /translate\((.*)px, (.*)px\) scale\((.*)\)/.exec(style) ?? []
  return { x: Number(x), y: Number(y), zoom: Number(zoom) }
}

/** The color at a point of the screen, as `#rrggbb`. */
async function colorAt(point: { x: number; y: number }): Promise<string> {
  const png = PNG.sync.read(await capture(page, { clip: { ...point, width: 1, height: 1 } }))
  return `#${[...png.data.subarray(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

const zoomIs = (text: string) =>
  page.getByRole('button', { name: 'Zoom to 100%' }).getByText(text, { exact: true }).waitFor()

describe('what the plugin inserts', () => {
  it('is drawn on the canvas, where its layers lie', async () => {
    await expect.poll(async () => colorAt(await onScreen(330, 70))).toBe('#ffd020')
    expect(await colorAt(await onScreen(100, 100))).toBe('#3080ff')
    expect(await colorAt(await onScreen(20, 280))).toBe('#208040')
  })

  it('is gone after Ctrl+Z and back after Shift+Ctrl+Z', async () => {
    await host.canvas.focus()
    await page.keyboard.press('Control+z')
    await page.getByText('Nothing on the canvas yet').waitFor()
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
    await page.keyboard.press('Shift+Control+Z')
    await page.getByRole('treeitem', { name: 'Picture' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Nothing on the canvas yet').waitFor()
    await page.getByRole('button', { name: 'Redo' }).click()
    await page.getByRole('treeitem', { name: 'Picture' }).waitFor()
    expect(await page.getByRole('button', { name: 'Redo' }).isDisabled()).toBe(true)
  })

  it('is not drawn again when the canvas only moves', async () => {
    const draws = await page.evaluate(() => {
      const source = document.querySelector('img')?.src
      Reflect.set(window, 'source', source)
      return source?.startsWith('blob:')
    })
    expect(draws).toBe(true)
    await host.canvas.hover({ position: { x: 100, y: 300 } })
    for (let step = 0; step < 10; step += 1) await page.mouse.wheel(7, 11)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -30)
    await page.keyboard.up('Control')
    await page.evaluate(() => window.inkwrightHost?.settled())
    expect(
      await page.evaluate(() => document.querySelector('img')?.src === Reflect.get(window, 'source')),
    ).toBe(true)
  })
})

describe('selecting', () => {
  it('by click takes the frame, by double click goes in, by click on the ground lets go', async () => {
    expect(await host.selected()).toEqual(['Picture'])
    const sun = await onScreen(330, 70)
    const ground = await onScreen(-60, 150)

    await page.mouse.click(ground.x, ground.y)
    expect(await host.selected()).toEqual([])
    await page.mouse.click(sun.x, sun.y)
    expect(await host.selected()).toEqual(['Picture'])
    await page.getByText('400 × 300').waitFor()
    await page.mouse.dblclick(sun.x, sun.y)
    expect(await host.selected()).toEqual(['Sky'])
    await page.mouse.dblclick(sun.x, sun.y)
    expect(await host.selected()).toEqual(['Sun'])
    await page.getByText('60 × 60').waitFor()

    const air = await onScreen(100, 100)
    await page.mouse.click(air.x, air.y)
    expect(await host.selected()).toEqual(['Air'])
    await page.keyboard.down('Shift')
    await page.mouse.click(sun.x, sun.y)
    await page.keyboard.up('Shift')
    expect(await host.selected()).toEqual(['Sun', 'Air'])
  })

  it('with Ctrl takes the deepest layer at once', async () => {
    const land = await onScreen(100, 280)
    await page.keyboard.down('Control')
    await page.mouse.click(land.x, land.y)
    await page.keyboard.up('Control')
    expect(await host.selected()).toEqual(['Land'])
  })

  it('in the layer list works by keyboard', async () => {
    await openWithPicture()
    const tree = page.getByRole('tree', { name: 'Layers' })
    await tree.focus()
    expect(await page.getByRole('treeitem', { name: 'Picture' }).getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('treeitem', { name: 'Land' }).waitFor()
    const walked: string[][] = []
    for (const key of [
      'ArrowRight',
      'ArrowDown',
      'ArrowRight',
      'ArrowDown',
      'ArrowDown',
      'ArrowLeft',
      'Home',
      'End',
    ]) {
      await page.keyboard.press(key)
      walked.push(await host.selected())
    }
    // Right opens Sky before it goes in; left goes from Air to its group.
    expect(walked.flat()).toEqual(['Land', 'Sky', 'Sky', 'Sun', 'Air', 'Sky', 'Picture', 'Air'])
    // Faster than the page draws: no key is lost.
    await page.keyboard.press('Home')
    await Promise.all(['ArrowDown', 'ArrowDown', 'ArrowDown'].map((key) => page.keyboard.press(key)))
    expect(await host.selected()).toEqual(['Sun'])
    await page.keyboard.press('End')
    expect(await host.selected()).toEqual(['Air'])
    const active = await tree.getAttribute('aria-activedescendant')
    expect(await page.locator(`#${active}`).getAttribute('aria-label')).toBe('Air')
    expect(await page.locator(`#${active}`).getAttribute('aria-level')).toBe('3')
  })

  it('by Enter, Shift+Enter and Escape goes in, out and lets go', async () => {
    await host.canvas.focus()
    await page.keyboard.press('Enter')
    expect(await host.selected()).toEqual(['Land', 'Sky'])
    await page.keyboard.press('Shift+Enter')
    expect(await host.selected()).toEqual(['Picture'])
    await page.keyboard.press('Escape')
    expect(await host.selected()).toEqual([])
  })

  it('shows on the canvas what the pointer is on in the list', async () => {
    const ground = await onScreen(-60, 150)
    await page.mouse.click(ground.x, ground.y)
    await page.getByRole('treeitem', { name: 'Picture' }).hover()
    await expect
      .poll(() => page.locator('.outline-hovered').getAttribute('d'))
      .toMatch(/^M[-\d.]+ [-\d.]+H[-\d.]+V[-\d.]+H[-\d.]+Z$/)
  })
})

describe('moving the canvas', () => {
  it('pans by wheel, by space and drag, by the middle button and by arrow keys', async () => {
    const before = await view()
    const moved = async () => {
      const { x, y } = await view()
      return [Math.round(x - before.x), Math.round(y - before.y)]
    }
    await host.canvas.hover({ position: { x: 200, y: 600 } })
    await page.mouse.wheel(30, 50)
    await expect.poll(moved).toEqual([-30, -50])

    await host.canvas.focus()
    await page.keyboard.down('Space')
    await page.mouse.down()
    await page.mouse.move(480, 690, { steps: 3 })
    await page.mouse.up()
    await page.keyboard.up('Space')
    const box = await host.canvas.boundingBox()
    const [dx, dy] = [480 - ((box?.x ?? 0) + 200), 690 - ((box?.y ?? 0) + 600)]
    await expect.poll(moved).toEqual([dx - 30, dy - 50])

    await page.mouse.down({ button: 'middle' })
    await page.mouse.move(470, 670, { steps: 3 })
    await page.mouse.up({ button: 'middle' })
    await expect.poll(moved).toEqual([dx - 40, dy - 70])

    await page.keyboard.press('ArrowRight')
    await expect.poll(moved).toEqual([dx - 80, dy - 70])
    expect(await host.selected()).toEqual(['Picture'])
  })

  it('zooms at the pointer', async () => {
    const sun = await onScreen(330, 70)
    const before = await view()
    await page.mouse.move(sun.x, sun.y)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -20)
    await page.mouse.wheel(0, -20)
    await page.keyboard.up('Control')
    await expect.poll(async () => (await view()).zoom / before.zoom).toBeCloseTo(Math.exp(0.4), 5)
    // The editor hears of it once the canvas lies still, so does what asks for the viewport then.
    await expect
      .poll(async () => {
        const now = await onScreen(330, 70)
        return [Math.round(now.x), Math.round(now.y)]
      })
      .toEqual([Math.round(sun.x), Math.round(sun.y)])
  })

  it('zooms by buttons and keys, and fits', async () => {
    await page.getByRole('button', { name: 'Zoom to 100%' }).click()
    await zoomIs('100%')
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await zoomIs('200%')
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await zoomIs('50%')
    await host.canvas.focus()
    await page.keyboard.press('+')
    await zoomIs('100%')
    await page.keyboard.press('-')
    await zoomIs('50%')
    await page.keyboard.press('Shift+Digit1')
    await zoomIs('100%')
    await page.keyboard.press('Shift+Digit2')
    // 400 × 300 in a canvas of 1040 × 752 with 64 px around.
    await zoomIs('208%')
    await page.getByRole('button', { name: 'Zoom to fit' }).click()
    await zoomIs('100%')
    const viewport = await page.evaluate(() => window.inkwrightHost?.snapshot().viewport)
    expect(viewport?.width).toBe(1040)
    expect(viewport?.height).toBe(752)
  })

  it('follows the plugin when it scrolls to what it inserted', async () => {
    host = await openHost(page, `${server.origin}/?fresh`)
    await host.canvas.hover({ position: { x: 100, y: 600 } })
    await page.mouse.wheel(5000, 5000)
    await expect
      .poll(() => page.evaluate(() => window.inkwrightHost?.snapshot().viewport.center))
      .toEqual({ x: 5000, y: 5000 })
    await host.insert()
    await page.evaluate(() => window.inkwrightHost?.settled())
    const box = await host.canvas.boundingBox()
    const middle = await onScreen(200, 150)
    expect(middle.x).toBeCloseTo((box?.x ?? 0) + (box?.width ?? 0) / 2, 0)
    expect(await colorAt({ x: Math.round(middle.x), y: Math.round(middle.y) })).toBe('#3080ff')
  })
})

it('every part has its name for a screen reader', async () => {
  for (const name of [
    'Undo',
    'Redo',
    'Zoom in',
    'Zoom out',
    'Zoom to fit',
    'Stop Fixture',
    'Log',
    'Close plugin',
  ])
    expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(1)
  expect(await page.getByRole('tree', { name: 'Layers' }).count()).toBe(1)
  expect(await page.getByRole('dialog', { name: 'Fixture' }).count()).toBe(1)
  expect(await page.getByRole('status', { name: 'Notifications' }).count()).toBe(1)
  expect(await page.getByRole('img', { name: 'Page 1: 1 layer' }).count()).toBe(1)
})
