import { describe, expect, it } from 'vitest'
// For the type of window.figmaHost.
import type {} from '../../src/page/automation'
import {
  act,
  browser,
  colorAt,
  got,
  layer,
  loaded,
  onScreen,
  open,
  openWithPicture,
  page,
  panel,
  selected,
  server,
  usePage,
  viewport,
} from './page-suite'

usePage()

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
  it('has the size that the plugin requested, can be dragged, and keeps its document', async () => {
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
    // Across the panel itself, which must not capture the pointer.
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

  it('is connected to a panel that sends messages before the page has rendered its next frame', async () => {
    // WebKit's frames were that fast in 31 of 43 openings.
    const slow = await browser.newPage()
    await slow.addInitScript(() => {
      if (window !== top) return
      const { setTimeout: set } = window
      window.requestAnimationFrame = (call) => set(call, 2000)
      // Work deferred to the next frame also has a timer.
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

  it('follows the theme, which is initially the system’s', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await open()
    expect(await panel().evaluate(() => document.documentElement.className)).toBe('figma-dark')
    await page.getByRole('button', { name: 'Switch to light theme' }).click()
    await panel().waitForFunction(() => document.documentElement.className === 'figma-light')
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

it('toasts show for their time, or until dismissed, are alerts for errors, and run their function', async () => {
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
