import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { BRAND, withBrand } from '../../screenshots/states/file'
import type { Panel } from '../../support/panel'
import { isFocused, withKey } from '../../support/panel-controls'
import type { FakeJournal } from '../../support/panel-stage'
import { PROCESSING, panelSuite } from '../../support/panel-suite'
import { insertedOf, pictureOf, selectionOf } from '../../support/picture'

const suite = panelSuite()
const PROMPT = 'a red boat'
const four = { settings: { apiKey: DEMO_KEY, count: 4, atOnce: 4 } }

const images = (panel: Panel) => panel.getByRole('gridcell').getByRole('img', { name: PROMPT })
const sourcesOf = (panel: Panel) =>
  images(panel).evaluateAll((all) => all.map((image) => decodeURIComponent(image.getAttribute('src') ?? '')))

describe('four variations at 360 by 640 px', () => {
  it('are all visible with the prompt, Generate, and Insert, without scrolling', async () => {
    const { panel, ui } = await suite.open({ ...four, width: 360, height: 640 })
    await ui.submitPrompt(PROMPT)
    await expect.poll(() => images(panel).count()).toBe(4)
    await ui.tiles.first().click()
    await ui.insert.waitFor()
    for (const part of [ui.prompt, ui.generate, ui.insert, ...(await ui.tiles.all())]) {
      const isSeen = await part.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        const bar = document.querySelector('.bar')
        const end = bar && !bar.contains(element) ? bar.getBoundingClientRect().top : innerHeight
        return top >= 0 && bottom <= end
      })
      expect(isSeen).toBe(true)
    }
    expect(await panel.locator('.scroll').evaluate((box) => box.scrollTop)).toBe(0)
  })

  it('stay in place from the click to the images, each in its column, also wide ones', async () => {
    const release = suite.holdSubmits()
    const { panel, ui } = await suite.open(four)
    await ui.chooseSize('2048 × 1024')
    await ui.submitPrompt(PROMPT)
    await expect.poll(() => ui.tiles.count()).toBe(4)
    const boxes = () =>
      ui.tiles.evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())))
    const before = await boxes()
    release()
    await expect.poll(() => images(panel).count()).toBe(4)
    expect(await boxes()).toEqual(before)
    expect(await panel.locator('.scroll').evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    const [first, second] = before.map((text): DOMRect => JSON.parse(text))
    expect(first?.right).toBeLessThan(second?.left ?? 0)
  })
})

it('after deleting an image, the next one is visible', async () => {
  const { panel, ui } = await suite.open({ ...withKey, width: 360, height: 640 })
  for (const prompt of ['a barn', 'a hill', 'an owl']) await ui.generatePicture(prompt)
  const owl = panel.getByRole('gridcell', { name: 'an owl' })
  await owl.press('Delete')
  await owl.waitFor({ state: 'detached' })
  await panel.getByRole('gridcell', { name: 'a hill' }).dispatchEvent('click')
  // Undo does not replace Insert.
  await expect.poll(() => panel.locator('.bar').count()).toBe(2)
  await ui.generatePicture('an owl')
  expect(await panel.locator('.scroll').evaluate((box) => box.scrollTop)).toBe(0)
})

describe('a tile', () => {
  it('shows the image in the colors of the file, immediately for all of them', async () => {
    const { panel, ui } = await suite.open({ ...withBrand, settings: { apiKey: DEMO_KEY, count: 2 } })
    await ui.submitPrompt(PROMPT)
    await expect.poll(() => images(panel).count()).toBe(2)
    const drawn = await sourcesOf(panel)
    await ui.button('Colors: As drawn').click()
    await panel.getByRole('radio', { name: 'Match file colors' }).check()
    await expect
      .poll(async () => (await sourcesOf(panel)).every((source, i) => source !== drawn[i]))
      .toBe(true)
    const brand = new Set(BRAND.map(({ hex }) => `fill="${hex}"`))
    const colors = (await sourcesOf(panel)).flatMap((source) => source.match(/fill="#[0-9a-f]{6}"/g) ?? [])
    expect(colors.length).toBeGreaterThan(2)
    expect(colors.filter((color) => !brand.has(color))).toEqual([])
  })

  it('becomes “Running in the background” when it is canceled, even after reopening, until its image arrives', async () => {
    suite.standIn.setFaults([PROCESSING])
    const journal: FakeJournal = new Map()
    const { panel, ui, close } = await suite.open({ ...withKey, journal })
    await ui.submitPrompt(PROMPT)
    await panel.getByRole('gridcell', { name: `Drawing, ${PROMPT}` }).waitFor()
    // The tooltip explains it in advance.
    await ui.cancel.hover()
    await panel.locator('.tooltip').getByText('Segmind finishes it and charges $0.10.').waitFor()
    await ui.cancel.click()
    await panel.getByRole('gridcell', { name: `Running in the background, ${PROMPT}` }).waitFor()
    await ui.waitForStatus('May cost $0.10.')
    await close()
    const again = await suite.open({ ...withKey, journal })
    await again.panel.getByRole('gridcell', { name: `Running in the background, ${PROMPT}` }).waitFor()
    suite.standIn.setFaults([])
    await images(again.panel).waitFor()
    expect(suite.posts()).toHaveLength(1)
  })

  it('keeps the focus when its button disappears, and when its image arrives', async () => {
    suite.standIn.setFaults([PROCESSING])
    const { ui } = await suite.open(withKey)
    await ui.submitPrompt(PROMPT)
    await ui.tiles.filter({ hasText: 'Drawing' }).waitFor()
    await ui.cancel.focus()
    await ui.cancel.press('Enter')
    await ui.tiles.filter({ hasText: 'Running in the background' }).waitFor()
    await expect.poll(() => ui.tiles.first().evaluate(isFocused)).toBe(true)
    suite.standIn.setFaults([])
    await ui.insert.waitFor()
    await expect.poll(() => ui.tiles.first().evaluate(isFocused)).toBe(true)
  })

  it('whose prompt was refused is replaced by the next Generate', async () => {
    suite.expectFaults(/Failed to load resource/)
    suite.standIn.setFaults([{ route: 'submit', times: 1, fault: { kind: 'fail-job', error: 'no' } }])
    const { panel, ui } = await suite.open(withKey)
    await ui.submitPrompt('a rude boat')
    await ui.button('Edit prompt').click()
    await expect.poll(() => ui.prompt.evaluate((field) => field === document.activeElement)).toBe(true)
    await ui.prompt.fill(PROMPT)
    await ui.generate.click()
    await images(panel).waitFor()
    expect(await ui.tiles.count()).toBe(1)
  })

  it('that is dragged takes the selected ones along', async () => {
    const { panel, ui } = await suite.open({ settings: { apiKey: DEMO_KEY, count: 2 } })
    await ui.submitPrompt(PROMPT)
    await expect.poll(() => images(panel).count()).toBe(2)
    await ui.tiles.nth(0).click()
    await ui.tiles.nth(1).click({ modifiers: ['Shift'] })
    const dropped = await images(panel)
      .first()
      .evaluate(
        (element) =>
          new Promise<{ dropMetadata: { inkwright: unknown[] } }>((resolve) => {
            // The message with which the panel tells Figma about a drop.
            Object.defineProperty(window, 'parent', {
              value: { postMessage: ({ pluginDrop }: { pluginDrop: never }) => resolve(pluginDrop) },
            })
            element.dispatchEvent(new DragEvent('dragend', { clientX: -50, clientY: 20 }))
          }),
      )
    expect(dropped.dropMetadata.inkwright).toHaveLength(2)
  })
})

describe('a shortcut that costs money', () => {
  it('does nothing while a menu or popover is open, or an image is open', async () => {
    const { panel, ui, page } = await suite.open(withKey)
    await ui.generatePicture(PROMPT)
    await ui.prompt.fill('an owl')
    for (const opener of [ui.button('Ideas'), ui.size, ui.button('Colors: ')]) {
      await opener.click()
      await page.keyboard.press('Control+Enter')
      await page.keyboard.press('Escape')
    }
    await ui.openPicture(PROMPT)
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Escape')
    await expect.poll(() => ui.tiles.count()).toBe(1)
    await page.keyboard.press('Control+Enter')
    await panel.getByRole('gridcell', { name: 'an owl' }).waitFor()
    await expect.poll(() => suite.posts().length).toBe(2)
  })
})

describe('an inserted image', () => {
  it('is replaced by itself once it has changed, but not by the next image', async () => {
    const { panel, ui, mainThread } = await suite.open({
      settings: { apiKey: DEMO_KEY, count: 2 },
      handlers: { 'picture.insert': () => insertedOf(12, { nodeId: '3:4' }) },
    })
    await ui.submitPrompt(PROMPT)
    await expect.poll(() => images(panel).count()).toBe(2)
    await ui.tiles.first().click()
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas')
    const { recipe } = pictureOf('<svg/>')
    const size = { width: 9, height: 9, isContainer: false, isReplaceable: true }
    mainThread.emit(
      'selection.changed',
      selectionOf({ count: 1, layer: { id: '3:4', name: PROMPT, ...size, recipe } }),
    )
    const isBlue = async (name: string) =>
      !(await ui.button(name).first().getAttribute('class'))?.includes('secondary')
    await ui.tiles.nth(1).click()
    await expect.poll(() => isBlue('Insert')).toBe(true)
    await ui.tiles.first().click()
    await expect.poll(() => isBlue('Insert')).toBe(true)
    await ui.openPicture(PROMPT)
    await ui.choose('Background', 'Remove')
    await expect.poll(() => isBlue('Replace')).toBe(true)
  })

  it('gives up the selection to the next image', async () => {
    const { panel, ui } = await suite.open(withKey)
    await ui.generatePicture(PROMPT)
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas')
    await ui.generatePicture('an owl')
    await expect
      .poll(() => panel.getByRole('gridcell', { name: 'an owl' }).getAttribute('aria-selected'))
      .toBe('true')
    // Also to one of the same prompt, which joins its batch.
    await ui.insert.click()
    await ui.generate.click()
    await expect
      .poll(() => ui.tiles.evaluateAll((all) => all.map((tile) => tile.getAttribute('aria-selected'))))
      .toEqual(['false', 'true', 'false'])
  })
})
