import type { FrameLocator, Page } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { hands } from '../../support/panel-hands'
import { panelSuite } from '../../support/panel-suite'

const withKey = { settings: { apiKey: DEMO_KEY }, width: 480, height: 900 }
const PROMPT = 'a red boat'

const image = (panel: FrameLocator, prompt = PROMPT) => panel.getByRole('img', { name: prompt })
const view = (panel: FrameLocator) => panel.getByRole('group', { name: /^Picture/ })
const zoomButton = (panel: FrameLocator, name: string) => panel.getByRole('button', { name })
const sourceOf = (panel: FrameLocator) => image(panel).getAttribute('src')

/** Where something is in the window, in whole px. */
async function boxOf(locator: ReturnType<typeof image>) {
  const { x, y, width, height } = (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}

const widthOf = async (panel: FrameLocator) => (await boxOf(image(panel))).width

/** The wheel turned over a place of the window, with Control as a pinch has it. */
async function pinch(page: Page, { x, y }: { x: number; y: number }, deltaY: number): Promise<void> {
  await page.mouse.move(x, y)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, deltaY)
  await page.keyboard.up('Control')
}

const suite = panelSuite()

describe('the picture, looked at closely', () => {
  it('is zoomed by buttons, from fit to 16 times as large, and the box keeps its size', async () => {
    const { panel, page } = await suite.open(withKey)
    await hands(panel).make(PROMPT)
    const fit = await widthOf(panel)
    const box = await boxOf(view(panel))
    for (const percent of ['200%', '400%', '800%', '1,600%']) {
      await zoomButton(panel, 'Zoom in').click()
      await zoomButton(panel, percent).waitFor()
      await hands(panel).says(percent)
    }
    await expect.poll(() => widthOf(panel)).toBe(fit * 16)
    // Pressing it again changes nothing, and the focus stays on it.
    await page.keyboard.press('Enter')
    expect(await widthOf(panel)).toBe(fit * 16)
    expect(await zoomButton(panel, 'Zoom in').getAttribute('aria-disabled')).toBe('true')
    expect(await boxOf(view(panel))).toEqual(box)
    // It is the picture itself that is larger, so its lines are drawn anew.
    expect(await image(panel).evaluate((element) => getComputedStyle(element).transform)).toBe('none')
    await zoomButton(panel, 'Zoom out').click()
    await expect.poll(() => widthOf(panel)).toBe(fit * 8)
    await zoomButton(panel, '800%').focus()
    await page.keyboard.press('Enter')
    await zoomButton(panel, 'Fit').waitFor()
    expect(await widthOf(panel)).toBe(fit)
    expect(await zoomButton(panel, 'Fit').evaluate((e) => e === document.activeElement)).toBe(true)
    expect(await zoomButton(panel, 'Zoom out').getAttribute('aria-disabled')).toBe('true')
  })

  it('is zoomed and moved by keyboard alone', async () => {
    const { panel, page } = await suite.open({ ...withKey, reducedMotion: true })
    await hands(panel).make(PROMPT)
    const fit = await boxOf(image(panel))
    await view(panel).focus()
    await page.keyboard.press('+')
    await page.keyboard.press('=')
    await expect.poll(() => widthOf(panel)).toBe(fit.width * 4)
    const middle = await boxOf(image(panel))
    // What was in the middle is there still.
    expect(Math.abs(middle.x + middle.width / 2 - (fit.x + fit.width / 2))).toBeLessThanOrEqual(2)
    expect(Math.abs(middle.y + middle.height / 2 - (fit.y + fit.height / 2))).toBeLessThanOrEqual(2)
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await boxOf(image(panel))).x).toBeLessThan(middle.x)
    await page.keyboard.press('ArrowUp')
    await expect.poll(async () => (await boxOf(image(panel))).y).toBeGreaterThan(middle.y)
    await page.keyboard.press('-')
    await expect.poll(() => widthOf(panel)).toBe(fit.width * 2)
    await page.keyboard.press('0')
    await expect.poll(() => boxOf(image(panel))).toEqual(fit)
  })

  it('is zoomed around the pointer by Control and wheel, and moved by wheel and by drag', async () => {
    const { panel, page } = await suite.open(withKey)
    // Narrower than its box: there is space beside it.
    await hands(panel).chooseSize('1024 × 2048')
    await hands(panel).make(PROMPT)
    await zoomButton(panel, 'Fit').scrollIntoViewIfNeeded()
    const fit = await boxOf(image(panel))
    const place = { x: fit.x + Math.round(fit.width * 0.75), y: fit.y + Math.round(fit.height * 0.25) }
    await pinch(page, place, -300)
    await zoomButton(panel, '800%').waitFor()
    const zoomed = await boxOf(image(panel))
    expect(zoomed.width).toBe(fit.width * 8)
    expect(Math.abs(zoomed.x + zoomed.width * 0.75 - place.x)).toBeLessThanOrEqual(3)
    expect(Math.abs(zoomed.y + zoomed.height * 0.25 - place.y)).toBeLessThanOrEqual(3)

    await page.mouse.wheel(0, 60)
    await expect.poll(async () => (await boxOf(image(panel))).y).toBe(zoomed.y - 60)
    await page.mouse.down()
    // Beyond the box, too.
    await page.mouse.move(place.x + 100, place.y + 30, { steps: 3 })
    await page.mouse.move(475, place.y + 30, { steps: 3 })
    await page.mouse.up()
    const moved = { x: zoomed.x + Math.round(475 - place.x), y: zoomed.y - 60 + 30 }
    await expect.poll(() => boxOf(image(panel))).toMatchObject(moved)
    await page.mouse.move(place.x, place.y)
    expect(await boxOf(image(panel))).toMatchObject(moved)
    await pinch(page, place, 1000)
    await expect.poll(() => boxOf(image(panel))).toEqual(fit)
  })

  it('leaves the wheel to the panel where it fits, and fits again when another picture is shown', async () => {
    const { panel, page } = await suite.open({ ...withKey, height: 560 })
    await hands(panel).make(PROMPT)
    const { x, y, width, height } = await boxOf(view(panel))
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.wheel(0, -80)
    await expect.poll(async () => (await boxOf(view(panel))).y).toBeGreaterThan(y)
    expect(await image(panel).evaluate((element: HTMLImageElement) => element.draggable)).toBe(true)
    await zoomButton(panel, 'Zoom in').click()
    await zoomButton(panel, '200%').waitFor()
    await hands(panel).make('a blue boat')
    await zoomButton(panel, 'Fit').waitFor()
    expect((await boxOf(image(panel, 'a blue boat'))).width).toBeLessThanOrEqual(
      (await boxOf(view(panel))).width,
    )
  })
})

describe('before and after', () => {
  const side = (panel: FrameLocator, name: string) => panel.getByRole('button', { name, exact: false })
  const isPressed = (panel: FrameLocator, name: string) => side(panel, name).getAttribute('aria-pressed')

  it('shows the picture as it came, at the same zoom and place, and hands over the one that is prepared anew', async () => {
    const { panel } = await suite.open(withKey)
    await hands(panel).make(PROMPT)
    const first = await sourceOf(panel)
    await side(panel, 'Before').click()
    await expect.poll(() => isPressed(panel, 'Before')).toBe('true')
    await panel.getByRole('combobox', { name: 'Layers', exact: true }).selectOption('As drawn')
    await expect.poll(() => isPressed(panel, 'After')).toBe('true')
    await expect.poll(() => sourceOf(panel)).not.toBe(first)
    const prepared = await sourceOf(panel)
    expect(await side(panel, 'Before').textContent()).toMatch(/^Before: \d+ shapes$/)
    expect(await side(panel, 'After').textContent()).toMatch(/^After: \d+ layers$/)
    expect(await isPressed(panel, 'After')).toBe('true')
    await zoomButton(panel, 'Zoom in').click()
    await zoomButton(panel, '200%').waitFor()
    const place = await boxOf(image(panel))
    await side(panel, 'Before').click()
    await expect.poll(() => isPressed(panel, 'Before')).toBe('true')
    const delivered = await sourceOf(panel)
    expect(delivered).not.toBe(prepared)
    expect(delivered).toMatch(/^data:image\/svg\+xml,/)
    expect(await boxOf(image(panel))).toEqual(place)
    // One image, and nothing of it in the page.
    expect(await image(panel).count()).toBe(1)
    const dropped = await image(panel).evaluate(
      (element) =>
        new Promise((resolve) => {
          // What the panel tells Figma of a drop.
          Object.defineProperty(window, 'parent', {
            value: { postMessage: ({ pluginDrop }: { pluginDrop?: unknown }) => resolve(pluginDrop) },
          })
          element.dispatchEvent(new DragEvent('dragend', { clientX: -50, clientY: 20 }))
        }),
    )
    const data = (dropped as { items: { data: string }[] }).items[0]?.data ?? ''
    expect(`data:image/svg+xml,${encodeURIComponent(data)}`).toBe(prepared)
    await side(panel, 'After').click()
    await expect.poll(() => sourceOf(panel)).toBe(prepared)
  })
})
