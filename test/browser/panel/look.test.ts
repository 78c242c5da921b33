import type { Page } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import type { Panel } from '../../support/panel'
import { isFocused, panelControls } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'

const withKey = { settings: { apiKey: DEMO_KEY }, width: 480, height: 900 }
const PROMPT = 'a red boat'

const image = (panel: Panel, prompt = PROMPT) => panel.getByRole('img', { name: prompt })
const view = (panel: Panel) => panel.getByRole('group', { name: /^Image: / })
const zoomButton = (panel: Panel, name: string) => panel.getByRole('button', { name })
/** The button that resets the zoom, when the image fits already. */
const fitted = (panel: Panel) => panel.getByRole('button', { name: 'Fit', exact: true })
const sourceOf = (panel: Panel) => image(panel).getAttribute('src')

/** Returns where something is in the window, in whole px. */
async function boxOf(locator: ReturnType<typeof image>) {
  const { x, y, width, height } = (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}

/** Makes an image, and opens it. */
async function open(panel: Panel): Promise<void> {
  await panelControls(panel).generatePicture(PROMPT)
  await panelControls(panel).openPicture(PROMPT)
}

const widthOf = async (panel: Panel) => (await boxOf(image(panel))).width

/** Turns the wheel at a point of the window, with Control, like a pinch. */
async function pinch(page: Page, { x, y }: { x: number; y: number }, deltaY: number): Promise<void> {
  await page.mouse.move(x, y)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, deltaY)
  await page.keyboard.up('Control')
}

const suite = panelSuite()

describe('an open image', () => {
  it('can be zoomed by buttons, from fit to 16 times, in a box of constant size', async () => {
    const { panel, page } = await suite.open(withKey)
    await open(panel)
    const fit = await widthOf(panel)
    const box = await boxOf(view(panel))
    for (const percent of ['200%', '400%', '800%', '1,600%']) {
      await zoomButton(panel, 'Zoom in').click()
      await zoomButton(panel, percent).waitFor()
      await panelControls(panel).waitForStatus(percent)
    }
    await expect.poll(() => widthOf(panel)).toBe(fit * 16)
    // Pressing it again changes nothing, and the focus stays.
    await page.keyboard.press('Enter')
    await expect.poll(() => widthOf(panel)).toBe(fit * 16)
    expect(await zoomButton(panel, 'Zoom in').getAttribute('aria-disabled')).toBe('true')
    expect(await boxOf(view(panel))).toEqual(box)
    // The image itself is enlarged, so that its lines stay sharp.
    expect(await image(panel).evaluate((element) => getComputedStyle(element).transform)).toBe('none')
    await zoomButton(panel, 'Zoom out').click()
    await expect.poll(() => widthOf(panel)).toBe(fit * 8)
    await zoomButton(panel, '800%').focus()
    await page.keyboard.press('Enter')
    await fitted(panel).waitFor()
    expect(await widthOf(panel)).toBe(fit)
    expect(await zoomButton(panel, 'Fit').evaluate(isFocused)).toBe(true)
    expect(await zoomButton(panel, 'Zoom out').getAttribute('aria-disabled')).toBe('true')
  })

  it('can be zoomed and scrolled by keyboard alone', async () => {
    const { panel, page } = await suite.open(withKey)
    await open(panel)
    const fit = await boxOf(image(panel))
    await view(panel).focus()
    await page.keyboard.press('+')
    await page.keyboard.press('=')
    await expect.poll(() => widthOf(panel)).toBe(fit.width * 4)
    const middle = await boxOf(image(panel))
    // The center stays in place.
    expect(Math.abs(middle.x + middle.width / 2 - (fit.x + fit.width / 2))).toBeLessThanOrEqual(2)
    expect(Math.abs(middle.y + middle.height / 2 - (fit.y + fit.height / 2))).toBeLessThanOrEqual(2)
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await boxOf(image(panel))).x).toBeLessThan(middle.x)
    // Again until it moves: a busy browser drops a key while it still scrolls.
    const scrolledUp = async () => {
      await page.keyboard.press('ArrowUp')
      return (await boxOf(image(panel))).y
    }
    await expect.poll(scrolledUp).toBeGreaterThan(middle.y)
    await page.keyboard.press('-')
    await expect.poll(() => widthOf(panel)).toBe(fit.width * 2)
    await page.keyboard.press('0')
    await expect.poll(() => boxOf(image(panel))).toEqual(fit)
  })

  it('can be zoomed around the pointer by Control and wheel, and scrolled by wheel and by drag', async () => {
    const { panel, page } = await suite.open(withKey)
    // Narrower than its box, so that there is space beside it.
    await panelControls(panel).chooseSize('1024 × 2048')
    await open(panel)
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
    // Also outside the box.
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

  it('lets the wheel scroll the panel while the image fits: it stays in view and shrinks', async () => {
    const { panel, page } = await suite.open({ ...withKey, width: 360, height: 500 })
    await open(panel)
    const { x, y, width, height } = await boxOf(view(panel))
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.wheel(0, 60)
    await expect.poll(async () => (await boxOf(view(panel))).height).toBe(height - 60)
    expect((await boxOf(view(panel))).y).toBe(y)
    await page.mouse.wheel(0, 400)
    await expect.poll(() => boxOf(view(panel))).toEqual({ x, y, width, height: 160 })
    expect(await image(panel).evaluate((element: HTMLImageElement) => element.draggable)).toBe(true)
  })

  it('fits again when the next image is shown', async () => {
    const { panel } = await suite.open({ ...withKey, settings: { ...withKey.settings, count: 2 } })
    await panelControls(panel).submitPrompt(PROMPT)
    await image(panel).nth(1).waitFor()
    await panelControls(panel).openPicture(PROMPT)
    const fit = await widthOf(panel)
    await zoomButton(panel, 'Zoom in').click()
    await zoomButton(panel, '200%').waitFor()
    await zoomButton(panel, 'Next image').click()
    await panel.getByText('2 / 2').waitFor()
    await fitted(panel).waitFor()
    expect(await widthOf(panel)).toBe(fit)
  })
})

describe('the original', () => {
  const button = (panel: Panel) => panel.getByRole('button', { name: 'Hold to see the original' })
  const isPressed = (panel: Panel) => button(panel).getAttribute('aria-pressed')

  it('is shown while the button is held, at the same zoom and position', async () => {
    const { panel, page } = await suite.open(withKey)
    await open(panel)
    await zoomButton(panel, 'Zoom in').click()
    await zoomButton(panel, '200%').waitFor()
    const place = await boxOf(image(panel))
    const prepared = await sourceOf(panel)
    await button(panel).hover()
    await page.mouse.down()
    await expect.poll(() => isPressed(panel)).toBe('true')
    await panel.locator('.stage').getByText('Original').waitFor()
    expect(await sourceOf(panel)).not.toBe(prepared)
    expect(await sourceOf(panel)).toMatch(/^data:image\/svg\+xml,/)
    expect(await boxOf(image(panel))).toEqual(place)
    // A single image, and none of its markup in the page.
    expect(await image(panel).count()).toBe(1)
    // Also when released outside the button.
    await page.mouse.move(40, 100)
    await page.mouse.up()
    await expect.poll(() => sourceOf(panel)).toBe(prepared)
    expect(await isPressed(panel)).toBe('false')
  })

  it('stays after a short press of a key or a screen reader’s click, and a drag takes the image', async () => {
    const { panel, page } = await suite.open(withKey)
    await open(panel)
    const prepared = await sourceOf(panel)
    await button(panel).press('Enter')
    await expect.poll(() => isPressed(panel)).toBe('true')
    expect(await panel.getByRole('status').getByText('Original', { exact: true }).count()).toBe(1)
    const delivered = await sourceOf(panel)
    expect(delivered).not.toBe(prepared)
    const dropped = await image(panel).evaluate(
      (element) =>
        new Promise((resolve) => {
          // The message with which the panel tells Figma about a drop.
          Object.defineProperty(window, 'parent', {
            value: { postMessage: ({ pluginDrop }: { pluginDrop?: unknown }) => resolve(pluginDrop) },
          })
          element.dispatchEvent(new DragEvent('dragend', { clientX: -50, clientY: 20 }))
        }),
    )
    const data = (dropped as { items: { data: string }[] }).items[0]?.data ?? ''
    expect(`data:image/svg+xml,${encodeURIComponent(data)}`).toBe(prepared)
    await page.keyboard.press(' ')
    await expect.poll(() => sourceOf(panel)).toBe(prepared)
    // Like a screen reader.
    await button(panel).evaluate((element: HTMLElement) => element.click())
    await expect.poll(() => sourceOf(panel)).toBe(delivered)
    await button(panel).evaluate((element: HTMLElement) => element.click())
    await expect.poll(() => sourceOf(panel)).toBe(prepared)
  })

  it('is hidden when the image is prepared again', async () => {
    const { panel } = await suite.open(withKey)
    await open(panel)
    const first = await sourceOf(panel)
    await button(panel).evaluate((element: HTMLElement) => element.click())
    await expect.poll(() => isPressed(panel)).toBe('true')
    await panel.getByRole('button', { name: 'Layers', exact: true }).click()
    await panelControls(panel).choose('Layers', 'As drawn')
    await expect.poll(() => isPressed(panel)).toBe('false')
    await expect.poll(() => sourceOf(panel)).not.toBe(first)
  })
})
