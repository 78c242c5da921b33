import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import type { Insertion, Picture, Selection } from '../../../src/protocol/contract'
import { RequestFailure } from '../../../src/protocol/fault'
import type { Panel } from '../../support/panel'
import { isFocused, panelControls, withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'
import { insertedOf, pictureOf, recordInserts, selectionOf } from '../../support/picture'

/** A selection of one layer: by default, a plain frame of 300 by 400 px. */
function selected(more: Partial<NonNullable<Selection['layer']>> = {}): Selection {
  const layer = {
    ...{ id: '3:4', name: 'Hero', width: 300, height: 400 },
    ...{ isContainer: true, isReplaceable: true, recipe: null },
    ...more,
  }
  const { name, isContainer } = layer
  const inside = { kind: 'inside' as const, name }
  const beside = { kind: 'beside' as const, name }
  return selectionOf({
    count: 1,
    layer,
    target: isContainer ? inside : beside,
    places: [
      ...(isContainer ? [{ place: 'inside' as const, target: inside }] : []),
      { place: 'beside', target: beside },
      { place: 'page', target: { kind: 'view', name: 'Page 1' } },
    ],
  })
}

/** Returns the name of the focused element in the panel. */
const focused = (panel: Panel) =>
  panel
    .locator(':focus')
    .evaluate((element) => element.getAttribute('aria-label') ?? element.textContent)
    .catch(() => null)

const suite = panelSuite()

const NOTHING = selectionOf()

describe('with a layer selected', () => {
  it('its size is used while it is a frame, until the user chooses another one', async () => {
    const { panel, ui, mainThread, page } = await suite.open({
      ...withKey,
      handlers: { 'selection.read': () => selected({ width: 800, height: 600 }) },
    })
    await expect.poll(() => ui.size.textContent()).toBe('4:3 · Hero')
    mainThread.emit('selection.changed', selected({ width: 90, height: 190 }))
    await expect.poll(() => ui.size.textContent()).toBe('1:2 · Hero')
    await ui.prompt.fill('a red boat')
    await ui.generate.click()
    await expect.poll(() => suite.posts()[0]?.json).toMatchObject({ size: '1024x2048' })
    // A layer that the picture would go beside has no size to match.
    mainThread.emit('selection.changed', selected({ isContainer: false }))
    await expect.poll(() => ui.size.textContent()).toBe('1:1 · 1024 × 1024')
    await ui.chooseSize('1365 × 1024')
    mainThread.emit('selection.changed', selected({ width: 90, height: 190 }))
    await ui.size.click()
    await panel.getByRole('option', { name: '1024 × 2048, Match Hero' }).waitFor()
    expect(await ui.size.textContent()).toBe('4:3 · 1365 × 1024')
    // With the keyboard, back to the frame's size, which is above the others.
    await panel.getByRole('option', { name: '1365 × 1024, 4:3' }).and(panel.locator(':focus')).waitFor()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect.poll(() => ui.size.textContent()).toBe('1:2 · Hero')
    expect(await ui.size.evaluate(isFocused)).toBe(true)
  })

  it('the recipe of a picture is shown, and Reuse fills the form', async () => {
    const { recipe } = pictureOf('<svg/>')
    const { panel, ui, mainThread } = await suite.open(withKey)
    await ui.prompt.waitFor()
    mainThread.emit(
      'selection.changed',
      selected({
        ...{ isContainer: false },
        recipe: { ...recipe, prompt: 'a whale', style: 'linocut', size: '1365x1024' },
      }),
    )
    const card = panel.getByRole('region', { name: 'Selected image' })
    await card.getByText('a whale').waitFor()
    await card.getByText('Linocut · 1365 × 1024 · $0.10').waitFor()
    await card.getByRole('button', { name: 'Reuse' }).click()
    await expect.poll(() => ui.prompt.inputValue()).toBe('a whale')
    expect(await ui.style('Linocut').isChecked()).toBe(true)
    expect(await ui.size.textContent()).toContain('1365 × 1024')
    mainThread.emit('selection.changed', NOTHING)
    await card.waitFor({ state: 'detached' })
  })

  it('the bar says where the picture goes, and offers the other possible places', async () => {
    const asked: unknown[] = []
    const { panel, ui, mainThread } = await suite.open({
      ...withKey,
      handlers: {
        'selection.read': () => selected({ name: 'Hero banner' }),
        'picture.insert': ({ place }) => {
          asked.push(place)
          return insertedOf(12)
        },
      },
    })
    await ui.generatePicture('a red boat')
    const where = panel.getByRole('region', { name: 'Insert' }).getByRole('button').first()
    await expect.poll(() => where.textContent()).toBe('Hero banner')
    await where.click()
    const items = panel.getByRole('menuitemcheckbox')
    expect(await items.allInnerTexts()).toEqual(['Inside Hero banner', 'Next to it', 'On the page'])
    await items.getByText('Next to it').click()
    await expect.poll(() => where.textContent()).toBe('beside Hero banner')
    await ui.insert.click()
    await expect.poll(() => asked).toEqual(['beside'])
    mainThread.emit('selection.changed', NOTHING)
    await ui.prompt.fill('another')
    await ui.generate.click()
    await panel.getByRole('img', { name: 'another' }).waitFor()
    await ui.tiles.first().click()
    await panel.getByRole('region', { name: 'Insert' }).getByText('middle of the view').waitFor()
  })

  it('Replace is the primary button for one of our pictures, passes the layer on, and keeps the focus', async () => {
    const inserts: Insertion[] = []
    let finish: (value?: unknown) => void = () => undefined
    const { recipe } = pictureOf('<svg/>')
    const { panel, ui, mainThread, page } = await suite.open({
      ...withKey,
      handlers: {
        'selection.read': () => selected({ recipe }),
        'picture.insert': async (params) => {
          inserts.push(params)
          await new Promise((resolve) => {
            finish = resolve
          })
          return insertedOf(12)
        },
      },
    })
    await ui.generatePicture('a red boat')
    const replace = ui.button('Replace')
    expect(await replace.getAttribute('class')).not.toContain('secondary')
    expect(await ui.insert.getAttribute('class')).toContain('secondary')
    await page.keyboard.press('Control+Shift+Enter')
    await expect.poll(() => inserts.length).toBe(1)
    expect(inserts[0]?.replace).toBe('3:4')
    expect(await replace.getAttribute('aria-busy')).toBe('true')
    // Neither a second click nor the other button sends it again.
    await replace.click()
    await ui.insert.click()
    finish()
    await ui.waitForStatus('Inserted on the canvas')
    expect(inserts).toHaveLength(1)
    await ui.insert.click()
    await expect.poll(() => inserts.length).toBe(2)
    expect(inserts[1]?.replace).toBeNull()
    finish()
    // For any other layer that can be replaced: only in the ⋯ menu.
    mainThread.emit('selection.changed', selected())
    await replace.waitFor({ state: 'detached' })
    await panel.getByRole('region', { name: 'Insert' }).getByRole('button', { name: 'More' }).click()
    await panel.getByRole('menuitem', { name: 'Replace “Hero”' }).click()
    await expect.poll(() => inserts.at(-1)?.replace).toBe('3:4')
    finish()
  })
})

describe('inserting a large picture', () => {
  it('shows the progress, can be stopped, and says that nothing is left', async () => {
    let fail: (error: Error) => void = () => undefined
    let stops = 0
    const { panel, ui, mainThread } = await suite.open({
      ...withKey,
      handlers: {
        'picture.insert': () =>
          new Promise((_resolve, reject) => {
            fail = reject
          }),
        'picture.stop': () => {
          stops += 1
          fail(new RequestFailure('stopped', 'after 2 parts of 8'))
          return {}
        },
      },
    })
    await panelControls(panel).generatePicture('a red boat')
    await ui.insert.click()
    await ui.waitForStatus('Inserting…')
    mainThread.emit('picture.progress', { done: 2, total: 8 })
    const bar = panel.getByRole('progressbar', { name: 'Progress of inserting' })
    await expect.poll(() => bar.getAttribute('value')).toBe('2')
    expect(await bar.getAttribute('max')).toBe('8')
    await ui.cancel.click()
    await ui.waitForStatus('Not inserted: nothing of it is on the canvas.')
    await bar.waitFor({ state: 'detached' })
    expect(stops).toBe(1)
    expect(await focused(panel)).toMatch(/^Insert/)
    await ui.insert.click()
    await expect.poll(() => ui.insert.getAttribute('aria-busy')).toBe('true')
  })
})

describe('an inserted picture', () => {
  it('is not a component outside of Figma Design, even if that was chosen before', async () => {
    const inserts: Picture[] = []
    const { panel } = await suite.open({
      settings: { apiKey: DEMO_KEY, insertAs: 'component' },
      handlers: {
        'selection.read': () => selectionOf({ editor: 'figjam' }),
        'picture.insert': recordInserts(inserts, 12),
      },
    })
    const ui = panelControls(panel)
    await ui.generatePicture('a red boat')
    await ui.insert.click()
    await expect.poll(() => inserts[0]?.as).toBe('frame')
    await ui.tab('Settings').click()
    await panel.getByRole('combobox', { name: 'Insert as' }).click()
    await expect.poll(() => panel.getByRole('option').allTextContents()).toEqual(['Frame', 'One vector'])
  })
})
