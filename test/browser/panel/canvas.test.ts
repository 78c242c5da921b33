import type { FrameLocator } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import type { Insertion, Picture, Selection } from '../../../src/protocol/contract'
import { RequestFailure } from '../../../src/protocol/fault'
import { hands, withKey } from '../../support/panel-hands'
import { panelSuite } from '../../support/panel-suite'
import { insertedOf, pictureOf, selectionOf } from '../../support/picture'

/** A selection of one layer: a plain frame of 300 by 400 px unless said otherwise. */
const selected = (more: Partial<NonNullable<Selection['layer']>> = {}): Selection =>
  selectionOf({
    count: 1,
    layer: {
      ...{
        id: '3:4',
        name: 'Hero',
        width: 300,
        height: 400,
        isContainer: true,
        isReplaceable: true,
        recipe: null,
      },
      ...more,
    },
  })

/** The name of what has the focus in the panel. */
const focused = (panel: FrameLocator) =>
  panel
    .locator(':focus')
    .evaluate((element) => element.getAttribute('aria-label') ?? element.textContent)
    .catch(() => null)

const suite = panelSuite()

describe('with a layer selected', () => {
  it('the closest of the sizes is offered for a frame, and the focus goes to what it chose', async () => {
    const { panel, ui, mainThread } = await suite.open({
      ...withKey,
      handlers: { 'selection.read': () => selected({ width: 800, height: 600 }) },
    })
    const match = ui.button('Match frame, 1365 × 1024')
    await match.click()
    expect(await ui.size('1365 × 1024').isChecked()).toBe(true)
    await expect.poll(() => focused(panel)).toContain('1365 × 1024')
    expect(await match.count()).toBe(0)

    mainThread.emit('selection.changed', selected({ width: 90, height: 190 }))
    await ui.button('Match frame, 1024 × 2048').waitFor()
    // A layer that the picture would go beside has no size to match.
    mainThread.emit('selection.changed', selected({ isContainer: false }))
    await expect.poll(() => panel.getByRole('button', { name: /^Match frame/ }).count()).toBe(0)
    mainThread.emit('selection.changed', selectionOf())
    expect(await panel.getByRole('button', { name: /^Match frame/ }).count()).toBe(0)
  })

  it('the recipe of a picture is shown, and Reuse fills the form', async () => {
    const { recipe } = pictureOf('<svg/>')
    const { panel, ui, mainThread } = await suite.open(withKey)
    await ui.prompt.waitFor()
    mainThread.emit(
      'selection.changed',
      selected({ recipe: { ...recipe, prompt: 'a whale', style: 'linocut', size: '1365x1024' } }),
    )
    const card = panel.getByRole('region', { name: 'Selected picture' })
    await card.getByText('a whale').waitFor()
    await card.getByText('Linocut · 1365 × 1024 · $0.10').waitFor()
    await card.getByRole('button', { name: 'Reuse' }).click()
    await expect.poll(() => ui.prompt.inputValue()).toBe('a whale')
    expect(await ui.style('Linocut').isChecked()).toBe(true)
    expect(await ui.size('1365 × 1024').isChecked()).toBe(true)
    mainThread.emit('selection.changed', selectionOf())
    await card.waitFor({ state: 'detached' })
  })

  it('Replace hands the layer over, keeps the focus, and is not offered for what cannot be replaced', async () => {
    const inserts: Insertion[] = []
    let finish: (value?: unknown) => void = () => undefined
    const { panel, mainThread } = await suite.open({
      ...withKey,
      handlers: {
        'selection.read': () => selected(),
        'picture.insert': async (insertion) => {
          inserts.push(insertion)
          await new Promise((resolve) => {
            finish = resolve
          })
          return insertedOf(12)
        },
      },
    })
    await hands(panel).make('a red boat')
    const replace = hands(panel).button('Replace')
    expect(await replace.getAttribute('title')).toBe('Replace “Hero”')
    await replace.click()
    await expect.poll(() => inserts.length).toBe(1)
    expect(inserts[0]?.replace).toBe('3:4')
    expect(await replace.getAttribute('aria-busy')).toBe('true')
    // Neither a second click nor the other button sends it once more.
    await replace.click()
    await hands(panel).insert.click()
    finish()
    await hands(panel).says('Inserted on the canvas')
    expect(inserts).toHaveLength(1)
    await hands(panel).insert.click()
    await expect.poll(() => inserts.length).toBe(2)
    expect(inserts[1]?.replace).toBeNull()
    finish()
    mainThread.emit('selection.changed', selected({ isReplaceable: false }))
    await replace.waitFor({ state: 'detached' })
    mainThread.emit('selection.changed', selected())
    await replace.waitFor()
  })
})

describe('inserting a large picture', () => {
  it('shows how far it is, can be stopped, and says that nothing is left', async () => {
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
    await hands(panel).make('a red boat')
    await ui.insert.click()
    await ui.says('Inserting…')
    mainThread.emit('picture.progress', { done: 2, total: 8 })
    const bar = panel.getByRole('progressbar', { name: 'Progress of inserting' })
    await expect.poll(() => bar.getAttribute('value')).toBe('2')
    expect(await bar.getAttribute('max')).toBe('8')
    await ui.cancel.click()
    await ui.says('Not inserted: nothing of it is on the canvas.')
    await bar.waitFor({ state: 'detached' })
    expect(stops).toBe(1)
    expect(await focused(panel)).toBe('Insert')
    await ui.insert.click()
    await expect.poll(() => ui.insert.getAttribute('aria-busy')).toBe('true')
  })
})

describe('what is inserted', () => {
  it('is no component outside of Figma Design, though one was chosen before', async () => {
    const inserts: Picture[] = []
    const { panel } = await suite.open({
      settings: { apiKey: DEMO_KEY, insertAs: 'component' },
      handlers: {
        'selection.read': () => selectionOf({ editor: 'figjam' }),
        'picture.insert': ({ pictures }) => {
          inserts.push(...pictures)
          return insertedOf(12)
        },
      },
    })
    await hands(panel).make('a red boat')
    const list = panel.getByRole('combobox', { name: 'Insert as' })
    expect(await list.getByRole('option').allTextContents()).toEqual(['Frame', 'One vector'])
    await hands(panel).insert.click()
    await expect.poll(() => inserts[0]?.as).toBe('frame')
  })
})
