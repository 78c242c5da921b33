import type { Page } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import type { Insertion, Picture } from '../../../src/protocol/contract'
import { keptPictures } from '../../support/kept-pictures'
import type { Panel } from '../../support/panel'
import { isFocused } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'
import { insertedOf, selectionOf } from '../../support/picture'
import { STILL_LIFE, STILL_LIFE_POINTS } from '../../support/still-life'

const PROMPT = 'a still life'
const OTHER = 'another still life'
const HOUSE = 'Red shape, left'
const TREE = 'Green shape, middle'
const SUN = 'Amber shape, top right'
const GROUND = 'Background'

const withObjects = { settings: { apiKey: DEMO_KEY, layers: 'objects' } }
const kept = (...prompts: string[]) =>
  keptPictures(prompts.map((prompt) => ({ prompt, svg: STILL_LIFE, inserted: false })))

const image = (panel: Panel) => panel.locator('.stage').getByRole('img', { name: PROMPT })
const fold = (panel: Panel) => panel.getByRole('button', { name: 'Objects', exact: true })
const box = (panel: Panel, name: string) => panel.getByRole('checkbox', { name, exact: true })
const badge = (panel: Panel) => panel.locator('.object-badge')
/** Returns the bounds of the outline around the object that is pointed at, as shares of the image. */
const outlined = (panel: Panel) =>
  panel.locator('.object-outline').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas
    const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
    const drawn = [...Array(width * height).keys()].filter((i) => (data[4 * i + 3] ?? 0) > 0)
    const columns = drawn.map((i) => i % width)
    const rows = drawn.map((i) => Math.floor(i / width))
    const ends = (all: number[], of: number) => [
      all.reduce((a, b) => Math.min(a, b)) / of,
      all.reduce((a, b) => Math.max(a, b)) / of,
    ]
    return { x: ends(columns, width), y: ends(rows, height) }
  })

const near = (...shares: number[]) => shares.map((share) => expect.closeTo(share, 1))

type Place = (typeof STILL_LIFE_POINTS)[keyof typeof STILL_LIFE_POINTS]

async function pointAt(page: Page, panel: Panel, { x, y }: Place): Promise<void> {
  const { x: left = 0, y: top = 0, width = 0, height = 0 } = (await image(panel).boundingBox()) ?? {}
  await page.mouse.move(left + width * x, top + height * y)
}

async function clickAt(page: Page, panel: Panel, place: Place): Promise<void> {
  await pointAt(page, panel, place)
  // The map of the objects is made when they are first pointed at.
  await badge(panel).waitFor()
  await page.mouse.down()
  await page.mouse.up()
}

/** Returns the picture that the panel passes to Figma for a drag to the canvas; null if there is none. */
const dropped = (panel: Panel): Promise<Picture | null> =>
  image(panel).evaluate((element) => {
    let picture: Picture | null = null
    const real = window.parent
    const postMessage = (message: {
      pluginDrop?: { dropMetadata: { inkwright: { picture: Picture }[] } }
    }) => {
      picture = message.pluginDrop?.dropMetadata.inkwright[0]?.picture ?? null
    }
    Object.defineProperty(window, 'parent', { value: { postMessage }, configurable: true })
    element.dispatchEvent(new DragEvent('dragend', { clientX: -50, clientY: 20 }))
    Object.defineProperty(window, 'parent', { value: real, configurable: true })
    return picture
  })

const textOf = (picture: Picture | null | undefined) => picture?.parts.join('') ?? ''
const namesIn = (picture: Picture | null | undefined) =>
  [HOUSE, TREE, SUN, GROUND].filter((name) => textOf(picture).includes(`id="${name}"`))

const suite = panelSuite()

/** Opens the panel with this image visible, and records what it inserts. */
async function open(prompts: string[] = [PROMPT], more: Parameters<typeof suite.open>[0] = {}) {
  const inserts: Insertion[] = []
  const stage = await suite.open({
    ...withObjects,
    journal: kept(...prompts),
    handlers: {
      'picture.insert': (insertion) => {
        inserts.push(insertion)
        return { pictures: insertion.pictures.flatMap(() => insertedOf(3).pictures) }
      },
      ...more.handlers,
    },
  })
  await stage.ui.openPicture(PROMPT)
  await fold(stage.panel).waitFor()
  return { ...stage, inserts }
}

describe('the objects of an image', () => {
  it('are named and outlined under the pointer, and taken out and put back by a click', async () => {
    const { panel, page, ui } = await open()
    await panel.getByText(/^3 objects, \d+ layers/).waitFor()
    const whole = await image(panel).getAttribute('src')
    await pointAt(page, panel, STILL_LIFE_POINTS.house)
    await badge(panel).getByText(HOUSE).waitFor()
    await badge(panel).getByText('Click to take out').waitFor()
    await expect.poll(() => outlined(panel)).toEqual({ x: near(0.12, 0.28), y: near(0.42, 0.62) })
    expect(await image(panel).getAttribute('src')).toBe(whole)
    await pointAt(page, panel, STILL_LIFE_POINTS.ground)
    await badge(panel).getByText(GROUND).waitFor()

    await clickAt(page, panel, STILL_LIFE_POINTS.sun)
    await badge(panel).getByText('Click to put back').waitFor()
    await ui.waitForStatus(`Taken out: ${SUN}. 2 of 3 objects left.`)
    await ui.button('Insert 2 of 3 objects').waitFor()
    expect(decodeURIComponent((await image(panel).getAttribute('src')) ?? '')).toContain(
      `<g opacity="0.15"><g id="${SUN}">`,
    )
    await clickAt(page, panel, STILL_LIFE_POINTS.sun)
    await ui.waitForStatus(`Put back: ${SUN}.`)
    await ui.insert.waitFor()
    await page.mouse.move(5, 5)
    await badge(panel).waitFor({ state: 'detached' })
    expect(await image(panel).getAttribute('src')).toBe(whole)
  })

  it('are found in a zoomed image, and a drag scrolls it without taking out anything', async () => {
    const { panel, page, ui } = await open()
    await ui.button('Zoom in').click()
    await ui.button('200%').waitFor()
    await pointAt(page, panel, STILL_LIFE_POINTS.tree)
    await badge(panel).getByText(TREE).waitFor()
    const before = await image(panel).boundingBox()
    await page.mouse.down()
    await page.mouse.move(150, 200, { steps: 3 })
    await page.mouse.up()
    await expect.poll(() => image(panel).boundingBox()).not.toEqual(before)
    await ui.insert.waitFor()
    await clickAt(page, panel, STILL_LIFE_POINTS.tree)
    await ui.button('Insert 2 of 3 objects').waitFor()
  })

  it('can be chosen by keyboard alone in the list, topmost first and the background last', async () => {
    const { panel, page, ui } = await open()
    await fold(panel).press('Enter')
    const list = panel.getByRole('list', { name: 'Objects to insert' })
    expect(await list.getByRole('checkbox').evaluateAll((all) => all.length)).toBe(4)
    expect(await list.getByRole('listitem').allInnerTexts()).toEqual(
      [SUN, TREE, HOUSE, GROUND].map((name) => `${name}\nOnly`),
    )
    await fold(panel).press('Tab')
    await page.keyboard.press('Tab')
    await expect.poll(() => box(panel, SUN).evaluate(isFocused)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => box(panel, TREE).evaluate(isFocused)).toBe(true)
    // Everything fades but the object of the focused row.
    await expect
      .poll(async () => decodeURIComponent((await image(panel).getAttribute('src')) ?? ''))
      .toMatch(/<g opacity="0.12"><path id="Background".*<\/g><g id="Green shape, middle">/)
    await page.keyboard.press(' ')
    expect(await box(panel, TREE).isChecked()).toBe(false)
    await page.keyboard.press('End')
    // These keys do not affect the image here.
    await page.keyboard.press('Delete')
    await page.keyboard.press('Backspace')
    expect(await box(panel, GROUND).isChecked()).toBe(false)
    await ui.button('Insert 2 of 3 objects').waitFor()
    await page.keyboard.press('Home')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => ui.button(`Only ${SUN}`).evaluate(isFocused)).toBe(true)
    expect(await list.getByRole('checkbox', { checked: true }).count()).toBe(1)
    await ui.button('Insert 1 of 3 objects').waitFor()
    await panel.getByRole('button', { name: 'All', exact: true }).click()
    await ui.insert.waitFor()
    expect(await list.getByRole('checkbox', { checked: true }).count()).toBe(4)
  })

  it('are inserted as chosen, by Insert, by Replace, and by a drag', async () => {
    const layer = { id: '3:4', name: 'Hero', width: 400, height: 300 }
    const { panel, page, ui, inserts, mainThread } = await open([PROMPT, OTHER])
    await ui.choose('Background', 'Frame fill')
    await fold(panel).click()
    await box(panel, HOUSE).uncheck()
    await ui.button('Insert 2 of 3 objects').click()
    await ui.waitForStatus('Inserted on the canvas: 3 layers.')
    expect(inserts[0]?.pictures[0]).toMatchObject({ frameFill: true, width: 1024, height: 1024 })
    expect(namesIn(inserts[0]?.pictures[0])).toEqual([TREE, SUN, GROUND])
    const bar = panel.locator('.shell').getByRole('region', { name: 'Insert' }).first()
    await bar.getByText('Inserted, 3 layers').waitFor()
    // Taking out more makes it differ from what is on the canvas.
    await box(panel, GROUND).uncheck()
    await bar.getByText('Inserted, 3 layers').waitFor({ state: 'detached' })
    expect(await dropped(panel)).toMatchObject({ frameFill: false })
    expect(namesIn(await dropped(panel))).toEqual([TREE, SUN])
    mainThread.emit(
      'selection.changed',
      selectionOf({ count: 1, layer: { ...layer, isContainer: false, isReplaceable: true, recipe: null } }),
    )
    await ui.menu('More', 'Copy SVG of 2 of 3 objects')
    await bar.getByRole('button', { name: 'More' }).click()
    await panel.getByRole('menuitem', { name: 'Replace “Hero”' }).click()
    await expect.poll(() => inserts[1]?.replace).toBe('3:4')
    expect(namesIn(inserts[1]?.pictures[0])).toEqual([TREE, SUN])

    // The tiles show it, and each image has its own choice.
    await page.keyboard.press('Escape')
    await ui.tiles.filter({ hasText: '2 of 3 objects' }).waitFor()
    await ui.tiles.nth(0).click()
    await ui.tiles.nth(1).click({ modifiers: ['ControlOrMeta'] })
    await ui.button('Insert 2').click()
    await expect
      .poll(() => inserts[2]?.pictures.map(namesIn))
      .toEqual([
        [HOUSE, TREE, SUN, GROUND],
        [TREE, SUN],
      ])
  })

  it('cannot be inserted if none is left: the button and its shortcuts say so', async () => {
    const { panel, page, ui, inserts } = await open()
    await fold(panel).click()
    for (const name of [SUN, TREE, HOUSE]) await box(panel, name).uncheck()
    await ui.button('Insert background').waitFor()
    await box(panel, GROUND).uncheck()
    await expect.poll(() => ui.insert.getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('Control+Shift+Enter')
    await ui.waitForStatus('All objects are taken out, so nothing is left to insert or copy.')
    expect(await dropped(panel)).toBeNull()
    expect(inserts).toEqual([])
  })

  it('stay taken out when colors change, and are all put back when the objects change', async () => {
    const { panel, ui } = await open()
    await fold(panel).click()
    await box(panel, TREE).uncheck()
    const before = await image(panel).getAttribute('src')
    await panel
      .getByRole('list', { name: /colors$/ })
      .getByRole('button')
      .first()
      .click()
    await panel.getByRole('textbox', { name: 'Hex' }).fill('123456')
    await panel.getByRole('textbox', { name: 'Hex' }).press('Enter')
    await panel.getByRole('dialog').press('Escape')
    await expect.poll(() => image(panel).getAttribute('src')).not.toBe(before)
    await ui.button('Insert 2 of 3 objects').waitFor()
    await ui.choose('Background', 'Remove')
    await ui.insert.waitFor()
    await expect.poll(() => box(panel, TREE).isChecked()).toBe(true)
    expect(await box(panel, GROUND).count()).toBe(0)
    await panel.getByRole('button', { name: 'Layers', exact: true }).click()
    await ui.choose('Layers', 'Merged')
    await panel.getByText('Choose Objects to insert single things from the image.').waitFor()
    await fold(panel).waitFor({ state: 'detached' })
  })
})
