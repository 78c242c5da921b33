import type { FrameLocator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { RequestFailure } from '../../../src/protocol/fault'
import { keptPictures } from '../../support/kept-pictures'
import { hands, isFocused, withKey } from '../../support/panel-hands'
import type { FakeJournal, Stage, StageOptions } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'

/** What a person finds in the history. */
const grid = (panel: FrameLocator) => ({
  pictures: panel.getByRole('button', { name: /^Open “/ }),
  search: panel.getByRole('searchbox', { name: 'Search prompts' }),
  style: panel.getByRole('search').getByRole('combobox', { name: 'Style' }),
  starred: panel.getByRole('checkbox', { name: 'Starred' }),
  undo: panel.getByRole('region', { name: 'Deleted picture' }).getByRole('button', { name: 'Undo' }),
})
const names = (panel: FrameLocator) => grid(panel).pictures.allInnerTexts()

describe('the history', () => {
  const suite = panelSuite()

  /** A stage that shows its history. */
  async function withHistory(journal: FakeJournal, options: StageOptions = {}): Promise<Stage> {
    const stage = await suite.open({ ...withKey, journal, ...options })
    await hands(stage.panel).tab('History').click()
    await expect.poll(() => grid(stage.panel).pictures.count()).toBe(journal.size)
    return stage
  }
  const fox = () => keptPictures([{ prompt: 'a red fox' }])
  const three = () =>
    keptPictures([
      { prompt: 'a red fox' },
      { prompt: 'an owl at night', style: 'linocut' },
      { prompt: 'a Fox den', style: 'linocut' },
    ])
  const many = () => keptPictures(Array.from({ length: 40 }, (_, i) => ({ prompt: `fox ${i}` })))

  it('shows the newest first, and finds by prompt, style and star', async () => {
    const { panel } = await withHistory(three())
    const ui = hands(panel)
    const { search, style, starred } = grid(panel)
    expect(await names(panel)).toEqual(['a Fox den', 'an owl at night', 'a red fox'])
    await panel.getByText('3 pictures').waitFor()
    await search.fill(' FOX')
    await expect.poll(() => names(panel)).toEqual(['a Fox den', 'a red fox'])
    await ui.says('2 of 3 pictures')
    await style.selectOption('Linocut')
    await expect.poll(() => names(panel)).toEqual(['a Fox den'])
    await starred.check()
    await panel.getByText('No picture matches.').waitFor()
    await ui.button('Show all').click()
    await expect.poll(() => names(panel)).toEqual(['a Fox den', 'an owl at night', 'a red fox'])
    expect(await search.evaluate(isFocused)).toBe(true)
    await ui.button('Star “an owl at night”').click()
    await ui.says('Starred.')
    await starred.check()
    await expect.poll(() => names(panel)).toEqual(['an owl at night'])
  })

  it('draws only what is in sight, also what has been seen before, and keeps the place of every picture', async () => {
    const { panel } = await withHistory(many())
    const ui = hands(panel)
    const drawn = panel.locator('li img')
    const below = () =>
      panel.getByRole('list').evaluate((list) => {
        const end = list.lastElementChild as Element
        return end.getBoundingClientRect().top - list.getBoundingClientRect().top
      })
    const before = await below()
    for (const name of await grid(panel).pictures.all()) await name.scrollIntoViewIfNeeded()
    await expect.poll(() => drawn.count()).toBe(40)
    expect(await below()).toBe(before)
    await ui.tab('Create').click()
    await ui.tab('History').click()
    await grid(panel).pictures.last().scrollIntoViewIfNeeded()
    await expect.poll(() => panel.locator('li:last-child img').count()).toBe(1)
    // Those at the beginning, and those at the end.
    expect(await drawn.count()).toBeLessThan(40)
    // A whole picture, its name, its buttons: nothing of one is over the next.
    const boxes = await panel.getByRole('listitem').evaluateAll((items) =>
      items.map((item) => {
        const bottoms = Array.from(
          item.querySelectorAll('button'),
          (each) => each.getBoundingClientRect().bottom,
        )
        return Math.abs(item.getBoundingClientRect().bottom - Math.max(...bottoms))
      }),
    )
    expect(Math.max(...boxes)).toBeLessThan(1)
  })

  it('deletes at once, and brings back with Undo, by button or by key', async () => {
    const journal = three()
    const { panel, page } = await withHistory(journal)
    const ui = hands(panel)
    const { undo } = grid(panel)
    await ui.button('Delete “an owl at night”').click()
    await expect.poll(() => names(panel)).toEqual(['a Fox den', 'a red fox'])
    await ui.says('Deleted.')
    await expect.poll(() => undo.evaluate(isFocused)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => names(panel)).toEqual(['a Fox den', 'an owl at night', 'a red fox'])
    await ui.says('Restored.')
    await expect.poll(() => ui.button('Details of “an owl at night”').evaluate(isFocused)).toBe(true)
    expect(await undo.count()).toBe(0)
    await ui.button('Delete “a Fox den”').click()
    await undo.waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => names(panel)).toEqual(['a Fox den', 'an owl at night', 'a red fox'])
    expect(journal.size).toBe(3)
  })

  it('deletes for good when the time for Undo is over', async () => {
    const journal = fox()
    const { panel, page } = await withHistory(journal, { fresh: true })
    await page.clock.install()
    await hands(panel).button('Delete “a red fox”').click()
    await grid(panel).undo.waitFor()
    await panel.getByText('No pictures yet.').waitFor()
    await page.clock.runFor(8000)
    expect(await grid(panel).undo.count()).toBe(1)
    expect(journal.size).toBe(1)
    await page.clock.runFor(3000)
    await expect.poll(() => journal.size).toBe(0)
    await page.clock.resume()
    await grid(panel).undo.waitFor({ state: 'detached' })
    const heading = panel.getByRole('heading', { name: 'Your pictures' })
    await expect.poll(() => heading.evaluate(isFocused)).toBe(true)
  })

  it('deletes for good when another is deleted', async () => {
    const journal = three()
    const { panel } = await withHistory(journal)
    const ui = hands(panel)
    await ui.button('Delete “a red fox”').click()
    await ui.button('Delete “a Fox den”').click()
    await expect.poll(() => names(panel)).toEqual(['an owl at night'])
    await expect.poll(() => journal.size).toBe(2)
    await grid(panel).undo.click()
    await expect.poll(() => names(panel)).toEqual(['a Fox den', 'an owl at night'])
  })

  it('deletes for good when the panel is closed', async () => {
    const journal = three()
    const { panel, close } = await withHistory(journal)
    await hands(panel).button('Delete “a red fox”').click()
    await grid(panel).undo.waitFor()
    await close()
    const { panel: next } = await suite.open({ ...withKey, journal })
    await hands(next).tab('History').click()
    await expect.poll(() => names(next)).toEqual(['a Fox den', 'an owl at night'])
    await expect.poll(() => journal.size).toBe(2)
  })

  it('brings a picture back that could not be deleted', async () => {
    const { panel, page } = await withHistory(fox(), {
      fresh: true,
      handlers: {
        'journal.remove': () => {
          throw new RequestFailure('storage-unavailable', 'no')
        },
      },
    })
    await page.clock.install()
    await hands(panel).button('Delete “a red fox”').click()
    await panel.getByText('No pictures yet.').waitFor()
    await page.clock.runFor(11_000)
    await hands(panel).says('It could not be deleted. Try again.')
    await expect.poll(() => names(panel)).toEqual(['a red fox'])
  })

  it('tells all about a picture, and copies its request id', async () => {
    const { panel, ui } = await suite.open(withKey)
    await ui.prompt.fill('a red fox')
    await ui.style('Linocut').check()
    await ui.generate.click()
    await panel.getByRole('img', { name: 'a red fox' }).waitFor()
    await ui.tab('History').click()
    await ui.button('Details of “a red fox”').click()
    await panel.getByRole('img', { name: 'a red fox' }).waitFor()
    expect(await panel.getByRole('heading', { name: 'Details' }).evaluate(isFocused)).toBe(true)
    // The model is told of where there are several.
    const { Model: _, ...facts } = await ui.facts()
    expect(facts).toEqual({
      ...{ Prompt: 'a red fox', Style: 'Linocut', Size: '1024 × 1024', Cost: '$0.10' },
      Made: expect.stringMatching(/^[A-Z][a-z]{2} \d+, 20\d\d, \d+:\d\d [AP]M$/),
      'Request ID': expect.stringMatching(/./),
    })
    await ui.button('Copy request ID').click()
    await ui.says('Copied.')
    // What was copied is what a paste brings.
    await ui.button('Back to your pictures').click()
    await grid(panel).search.press('ControlOrMeta+v')
    expect(await grid(panel).search.inputValue()).toBe(facts['Request ID'])
  })

  it('inserts again, fills the form again, and goes back with Escape', async () => {
    const { panel, page } = await withHistory(
      keptPictures([
        { prompt: 'a red fox', style: 'linocut', inserted: false },
        { prompt: 'an owl', inserted: false },
      ]),
    )
    const ui = hands(panel)
    await ui.button('Details of “a red fox”').click()
    await ui.button('Insert').click()
    await ui.says('Inserted on the canvas: 12 layers.')
    await ui.button('Insert again').click()
    await ui.says('Inserted on the canvas: 12 layers.')
    await page.keyboard.press('Escape')
    await expect.poll(() => ui.button('Details of “a red fox”').evaluate(isFocused)).toBe(true)
    expect(await panel.getByRole('img', { name: 'Not inserted yet' }).count()).toBe(1)
    await page.keyboard.press('Enter')
    await ui.button('Reuse').click()
    await ui.says('The prompt, style and size of this picture are in the form.')
    expect(await ui.prompt.inputValue()).toBe('a red fox')
    expect(await ui.style('Linocut').isChecked()).toBe(true)
  })
})
