import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/protocol/contract'
import { PICTURES } from '../../../src/samples/pictures'
import { BRAND, withBrand } from '../../screenshots/states/file'
import { keptPictures } from '../../support/kept-pictures'
import type { Panel } from '../../support/panel'
import { withKey } from '../../support/panel-controls'
import type { FakeJournal, StageOptions } from '../../support/panel-stage'
import { PROCESSING, panelSuite } from '../../support/panel-suite'
import { insertedOf, selectionOf } from '../../support/picture'

/** Nothing is paid for, deleted, selected, or inserted unintentionally. */
const suite = panelSuite()
const PROMPT = 'a red boat'
const image = (panel: Panel, name = PROMPT) => panel.getByRole('img', { name })
const kept = (...prompts: string[]) => keptPictures(prompts.map((prompt) => ({ prompt })))

/** Opens a stage that records what is inserted. */
async function openWith(options: StageOptions) {
  const inserted: Picture[] = []
  const handlers = {
    ...options.handlers,
    'picture.insert': ({ pictures }: { readonly pictures: readonly Picture[] }) => {
      inserted.push(...pictures)
      return { pictures: pictures.flatMap(() => insertedOf(3).pictures) }
    },
  }
  return { ...(await suite.open({ ...options, handlers })), inserted }
}

const BRAND_FILLS = new Set(BRAND.map(({ hex }) => hex))
const strangers = (inserted: readonly Picture[]) =>
  inserted.flatMap(({ parts }) =>
    [...parts.join('').matchAll(/fill="(#[0-9a-f]{6})"/g)].filter(([, fill]) => !BRAND_FILLS.has(fill ?? '')),
  )

describe('a hidden job', () => {
  it('is neither selected nor inserted when its image arrives', async () => {
    suite.standIn.setFaults([PROCESSING])
    const journal: FakeJournal = new Map()
    const { panel, ui, inserted } = await openWith({
      settings: { apiKey: DEMO_KEY, autoInsert: true },
      journal,
    })
    await ui.submitPrompt(PROMPT)
    await ui.tiles.filter({ hasText: 'Drawing' }).waitFor()
    await ui.cancel.click()
    await ui.button('Hide').click()
    suite.standIn.setFaults([])
    await ui.tab('History').click()
    await image(panel).waitFor()
    await ui.tab('Create').click()
    await ui.generatePicture('an owl')
    await ui.waitForStatus('Inserted on the canvas')
    expect(inserted.map(({ name }) => name)).toEqual(['an owl'])
    expect(await panel.getByRole('gridcell', { selected: true }).count()).toBe(1)
  })

  it('is shown again when it stops with an error, and is kept while it may be charged', async () => {
    let release: (value?: unknown) => void = () => undefined
    suite.standIn.setFaults([PROCESSING])
    const journal: FakeJournal = new Map()
    const { ui, page } = await suite.open({ ...withKey, journal })
    await ui.submitPrompt(PROMPT)
    await ui.tiles.filter({ hasText: 'Drawing' }).focus()
    await page.keyboard.press('Delete')
    await expect.poll(() => ui.tiles.count()).toBe(0)
    const body = { status: 'FAILED', error: 'too dark' }
    suite.standIn.setFaults([{ route: 'status', fault: { kind: 'answer', status: 200, body } }])
    await ui.tiles.getByText('too dark').waitFor()
    await ui.removeFailed()
    await expect.poll(() => journal.size).toBe(0)
    const until = new Promise((done) => (release = done))
    suite.standIn.setFaults([{ route: 'submit', fault: { kind: 'held', until } }])
    await ui.submitPrompt('an owl')
    await ui.tiles.filter({ hasText: 'Sending' }).waitFor()
    await ui.cancel.click()
    release()
    await ui.tiles.filter({ hasText: 'Check again' }).focus()
    await page.keyboard.press('Delete')
    await expect.poll(() => ui.tiles.count()).toBe(0)
    expect(journal.size).toBe(1)
  })
})

describe('a held key', () => {
  it('deletes one image, and toggles the star once', async () => {
    const { panel, ui, page } = await suite.open({ ...withKey, journal: kept('one', 'two', 'three') })
    await ui.tab('History').click()
    await ui.tiles.first().focus()
    for (const key of ['s', 'Delete'])
      for (const event of ['down', 'down', 'down', 'up'] as const) await page.keyboard[event](key)
    await ui.waitForStatus('Deleted 1 image.')
    await expect.poll(() => ui.tiles.count()).toBe(2)
    await ui.button('Undo').click()
    await expect.poll(() => panel.locator('.tile-star').count()).toBe(1)
  })
})

describe('a shortcut', () => {
  it('does nothing for what is not visible: the form and the images below Recolor and Settings', async () => {
    const { panel, ui, page, mainThread, inserted } = await openWith({ ...withKey, journal: kept(PROMPT) })
    await ui.prompt.fill('an owl')
    await ui.tiles.first().click()
    mainThread.emit('selection.changed', selectionOf({ count: 1 }))
    await ui.button('Colors: ').click()
    await panel
      .getByRole('dialog')
      .getByRole('button', { name: /selection|Recolor/ })
      .click()
    await panel.getByRole('heading', { name: 'Recolor' }).waitFor()
    for (const key of ['Control+Enter', 'Control+Shift+Enter']) await page.keyboard.press(key)
    await ui.tab('Settings').click()
    await page.keyboard.press('Control+Shift+Enter')
    await ui.tab('Create').click()
    await ui.button('Back').click()
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas')
    expect(inserted).toHaveLength(1)
    expect(suite.posts()).toEqual([])
  })

  it('inserts only the selected images that a search shows, and Tab reaches one of them', async () => {
    const { panel, ui, page, inserted } = await openWith({
      ...withKey,
      journal: kept('an owl', 'two', 'three'),
    })
    await ui.tab('History').click()
    await ui.tiles.first().focus()
    await page.keyboard.press('Control+a')
    await ui.button('Insert 3').waitFor()
    await panel.getByRole('searchbox').fill('owl')
    await expect.poll(() => ui.tiles.count()).toBe(1)
    expect(await ui.tiles.first().getAttribute('tabindex')).toBe('0')
    await ui.insert.waitFor()
    await page.keyboard.press('Control+Shift+Enter')
    await ui.waitForStatus('Inserted on the canvas')
    expect(inserted.map(({ name }) => name)).toEqual(['an owl'])
  })
})

describe('an insert', () => {
  it('uses the layer options that were changed in Settings just before', async () => {
    const { panel, ui, inserted } = await openWith({ ...withKey, journal: kept(PROMPT) })
    await ui.tiles.first().click()
    await image(panel).waitFor()
    await ui.tab('Settings').click()
    await ui.choose('Layers', 'As drawn')
    // In one task, before the tile is rendered again.
    await ui.tab('Create').evaluate((tab: HTMLElement) => {
      tab.click()
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, shiftKey: true }))
    })
    await expect.poll(() => inserted.map(({ recipe }) => recipe.layers)).toEqual(['as-drawn'])
  })

  it('uses the colors of the file for images that were never shown: automatically, and for thirty images', async () => {
    const prompts = Array.from({ length: 30 }, (_, i) => `image ${i + 1}`)
    const settings = { apiKey: DEMO_KEY, autoInsert: true, colors: 'snap' as const }
    const { ui, page, inserted } = await openWith({ ...withBrand, settings, journal: kept(...prompts) })
    await ui.submitPrompt(PROMPT)
    await ui.tab('Settings').click()
    await expect.poll(() => inserted.length).toBe(1)
    await ui.tab('History').click()
    await ui.tiles.first().focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+Shift+Enter')
    await expect.poll(() => inserted.length).toBe(32)
    expect(strangers(inserted)).toEqual([])
  })
})

describe('Generate', () => {
  it('can be used again while earlier images are queued', async () => {
    let release: (value?: unknown) => void = () => undefined
    const until = new Promise((done) => (release = done))
    suite.standIn.setFaults([{ route: 'submit', fault: { kind: 'held', until } }])
    const { ui } = await suite.open({ settings: { apiKey: DEMO_KEY, count: 4, atOnce: 2 } })
    await ui.submitPrompt(PROMPT)
    await expect.poll(() => ui.tiles.count()).toBe(4)
    expect(await ui.generate.isEnabled()).toBe(true)
    release()
  })

  it('makes samples without a prompt, named after their content, and variations without a price', async () => {
    const { panel, ui } = await suite.open({ journal: kept('a paid image') })
    await ui.button(PICTURES[0]?.prompt ?? '').click()
    await image(panel, PICTURES[0]?.prompt).waitFor()
    await ui.generate.click()
    await image(panel, PICTURES[1]?.prompt).waitFor()
    await panel.getByRole('group', { name: 'a paid image' }).getByRole('button', { name: 'More for' }).click()
    await panel.getByRole('menuitem', { name: 'Variation', exact: true }).waitFor()
  })

  it('does not accumulate the mentioned colors, and the layer is named after the user’s text', async () => {
    const settings = { apiKey: DEMO_KEY, colors: 'snap' as const, mentionColors: true }
    const { panel, ui, inserted } = await openWith({ ...withBrand, settings })
    await ui.submitPrompt(PROMPT)
    await panel.getByRole('heading', { name: `${PROMPT} Any`, exact: true }).waitFor()
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas')
    expect(inserted.map(({ name, recipe }) => [name, /#/.test(recipe.prompt)])).toEqual([[PROMPT, true]])
    await ui.menu('More for this prompt', 'Edit prompt')
    await expect.poll(() => ui.prompt.inputValue()).toBe(PROMPT)
    await ui.prompt.fill('')
    await ui.prompt.press('ArrowUp')
    await expect.poll(() => ui.prompt.inputValue()).toBe(PROMPT)
  })
})

describe('Redraw', () => {
  it('draws all missing images, at their price; a variation says why it is disabled', async () => {
    suite.expectFaults(/Failed to load resource/)
    const fault = { kind: 'answer', status: 500, body: {} } as const
    suite.standIn.setFaults([{ route: 'submit', times: 2, fault }])
    const { panel, ui } = await suite.open({
      settings: { apiKey: DEMO_KEY, count: 3 },
      journal: kept('far too long '.repeat(200)),
    })
    await panel.getByRole('button', { name: 'More for this prompt' }).click()
    const variation = panel.getByRole('menuitem', { name: 'Variation' })
    expect(await variation.getAttribute('title')).toMatch(/^Shorten the prompt to [1-9]/)
    await variation.press('Escape')
    await ui.submitPrompt(PROMPT)
    await expect.poll(() => ui.tiles.filter({ hasText: 'Segmind unavailable' }).count()).toBe(2)
    await image(panel).waitFor()
    await ui.menu('More for this prompt', 'Redraw 2 · $0.20')
    await expect.poll(() => image(panel).count()).toBe(3)
    expect(suite.posts()).toHaveLength(5)
  })
})
