import { describe, expect, it } from 'vitest'
import { keptPictures } from '../../support/kept-pictures'
import type { Panel } from '../../support/panel'
import { failing, isFocused, panelControls, promptsOf, withKey } from '../../support/panel-controls'
import type { FakeJournal, Stage, StageOptions } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'

/** Elements of History as users find them. */
const grid = (panel: Panel) => ({
  pictures: panel.getByRole('gridcell'),
  search: panel.getByRole('searchbox', { name: 'Search prompts' }),
  starred: panel.getByRole('button', { name: 'Starred only' }),
  undo: panel.getByRole('region', { name: 'Deleted images' }).getByRole('button', { name: 'Undo' }),
  of: (prompt: string) => panel.getByRole('gridcell', { name: prompt }),
})

/** Deletes an image with the keyboard. */
const remove = (panel: Panel, prompt: string) => grid(panel).of(prompt).press('Delete')

describe('the history', () => {
  const suite = panelSuite()

  /** Opens a stage that shows History. */
  async function withHistory(journal: FakeJournal, options: StageOptions = {}): Promise<Stage> {
    const stage = await suite.open({ ...withKey, journal, ...options })
    await panelControls(stage.panel).tab('History').click()
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

  it('shows the newest first, and searches by prompt, size, style, and star', async () => {
    const { panel, page } = await withHistory(three())
    const ui = panelControls(panel)
    const { search, starred, of } = grid(panel)
    expect(await promptsOf(panel)).toEqual(['a Fox den', 'an owl at night', 'a red fox'])
    await search.fill(' FOX')
    await expect.poll(() => promptsOf(panel)).toEqual(['a Fox den', 'a red fox'])
    await ui.waitForStatus('2 of 3 images')
    await search.fill('linocut fox')
    await expect.poll(() => promptsOf(panel)).toEqual(['a Fox den'])
    await search.fill('1024 × 1024')
    await expect.poll(() => promptsOf(panel)).toHaveLength(3)
    await search.press('Escape')
    await starred.click()
    await panel.getByText('No image matches').waitFor()
    await ui.button('Show all').click()
    await expect.poll(() => promptsOf(panel)).toEqual(['a Fox den', 'an owl at night', 'a red fox'])
    expect(await search.evaluate(isFocused)).toBe(true)
    await of('an owl at night').focus()
    await page.keyboard.press('s')
    await ui.waitForStatus('Starred.')
    await starred.click()
    await expect.poll(() => promptsOf(panel)).toEqual(['an owl at night, starred'])
  })

  it('groups images by prompt, with stable positions while the visible ones are rendered', async () => {
    const { panel } = await withHistory(many())
    const ui = panelControls(panel)
    const drawn = panel.getByRole('gridcell').locator('img')
    const below = () =>
      panel.locator('.results').evaluate((list) => {
        const end = list.querySelector('.batch:last-child') as Element
        return end.getBoundingClientRect().top - list.getBoundingClientRect().top
      })
    const before = await below()
    for (const tile of await grid(panel).pictures.all()) {
      await tile.scrollIntoViewIfNeeded()
      await tile.locator('img').waitFor()
    }
    expect(await drawn.count()).toBe(40)
    expect(await below()).toBe(before)
    await ui.tab('Create').click()
    await ui.tab('History').click()
    await expect.poll(() => grid(panel).pictures.count()).toBe(40)
    await grid(panel).pictures.last().scrollIntoViewIfNeeded()
    await expect.poll(() => grid(panel).pictures.last().locator('img').count()).toBe(1)
    // The first ones and the last ones.
    expect(await drawn.count()).toBeLessThan(40)
  })

  it('does not render images that scroll past, so that those where the scrolling ends do not wait', async () => {
    const { panel } = await withHistory(many())
    const { pictures } = grid(panel)
    await panel.locator('.scroll.lined').evaluate(async (box) => {
      // Every image is in view for one or two frames.
      for (let end = -1; end < box.scrollTop; box.scrollBy(0, 300)) {
        end = box.scrollTop
        await new Promise(requestAnimationFrame)
      }
    })
    await pictures.last().locator('img').waitFor()
    expect(await pictures.locator('img').count()).toBeLessThan(40)
  })

  it('deletes immediately, and restores with Undo, by button or shortcut', async () => {
    const journal = three()
    const { panel, page } = await withHistory(journal)
    const ui = panelControls(panel)
    const { undo, of } = grid(panel)
    await remove(panel, 'an owl at night')
    await expect.poll(() => promptsOf(panel)).toEqual(['a Fox den', 'a red fox'])
    await ui.waitForStatus('Deleted 1 image.')
    // The focus is on the next one.
    await expect.poll(() => of('a red fox').evaluate(isFocused)).toBe(true)
    await undo.click()
    await expect.poll(() => promptsOf(panel)).toEqual(['a Fox den', 'an owl at night', 'a red fox'])
    await ui.waitForStatus('Restored.')
    expect(await undo.count()).toBe(0)
    await of('a Fox den').click()
    await of('a red fox').click({ modifiers: ['Shift'] })
    await panel.getByRole('button', { name: 'Delete 3 images' }).click()
    await panel.getByText('No images yet').waitFor()
    await ui.waitForStatus('Deleted 3 images.')
    await page.keyboard.press('Control+z')
    await expect.poll(() => promptsOf(panel)).toEqual(['a Fox den', 'an owl at night', 'a red fox'])
    expect(journal.size).toBe(3)
  })

  it('deletes all selected images by key, and moves the focus to one that stays', async () => {
    const { panel, page } = await withHistory(three())
    const { undo, of } = grid(panel)
    await of('a Fox den').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await expect.poll(() => promptsOf(panel)).toEqual(['a red fox'])
    await expect.poll(() => of('a red fox').evaluate(isFocused)).toBe(true)
    await undo.click()
    await expect.poll(() => promptsOf(panel)).toHaveLength(3)
  })

  it('deletes permanently when the time for Undo is over', async () => {
    const journal = fox()
    const { panel, page } = await withHistory(journal, { fresh: true })
    await page.clock.install()
    await remove(panel, 'a red fox')
    await grid(panel).undo.waitFor()
    await panel.getByText('No images yet').waitFor()
    await page.clock.runFor(8000)
    expect(await grid(panel).undo.count()).toBe(1)
    expect(journal.size).toBe(1)
    await page.clock.runFor(3000)
    await expect.poll(() => journal.size).toBe(0)
    await page.clock.resume()
    await grid(panel).undo.waitFor({ state: 'detached' })
  })

  it('deletes permanently when another image is deleted', async () => {
    const journal = three()
    const { panel } = await withHistory(journal)
    await remove(panel, 'a red fox')
    await expect.poll(() => promptsOf(panel)).toHaveLength(2)
    await remove(panel, 'a Fox den')
    await expect.poll(() => promptsOf(panel)).toEqual(['an owl at night'])
    await expect.poll(() => journal.size).toBe(2)
    await grid(panel).undo.click()
    await expect.poll(() => promptsOf(panel)).toEqual(['a Fox den', 'an owl at night'])
  })

  it('deletes permanently when the panel is closed', async () => {
    const journal = three()
    const { panel, close } = await withHistory(journal)
    await remove(panel, 'a red fox')
    await grid(panel).undo.waitFor()
    await close()
    const { panel: next } = await suite.open({ ...withKey, journal })
    await panelControls(next).tab('History').click()
    await expect.poll(() => promptsOf(next)).toEqual(['a Fox den', 'an owl at night'])
    await expect.poll(() => journal.size).toBe(2)
  })

  it('restores an image that could not be deleted', async () => {
    const { panel, page } = await withHistory(fox(), {
      fresh: true,
      handlers: { 'journal.remove': failing('storage-unavailable') },
    })
    await page.clock.install()
    await remove(panel, 'a red fox')
    await panel.getByText('No images yet').waitFor()
    await page.clock.runFor(11_000)
    await panelControls(panel).waitForStatus('It could not be deleted. Try again.')
    await expect.poll(() => promptsOf(panel)).toEqual(['a red fox'])
  })

  it('inserts, fills the form, and returns to the same place with Escape', async () => {
    const { panel, page } = await withHistory(
      keptPictures([
        { prompt: 'a red fox', style: 'linocut', inserted: false },
        { prompt: 'an owl', inserted: false },
      ]),
    )
    const ui = panelControls(panel)
    await ui.openPicture('a red fox')
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas: 12 layers.')
    await page.keyboard.press('Escape')
    await expect.poll(() => grid(panel).of('a red fox').evaluate(isFocused)).toBe(true)
    await grid(panel).of('a red fox').getByText('Inserted').waitFor()
    expect(await grid(panel).of('an owl').getByText('Inserted').count()).toBe(0)
    await page.keyboard.press('Space')
    await ui.button('Edit prompt').click()
    await ui.waitForStatus('The prompt, style and size of this image are in the form.')
    expect(await ui.prompt.inputValue()).toBe('a red fox')
    expect(await ui.style('Linocut').isChecked()).toBe(true)
  })
})
