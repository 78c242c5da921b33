import { describe, expect, it } from 'vitest'
import { keptPictures } from '../../support/kept-pictures'
import type { Panel } from '../../support/panel'
import { isFocused, withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'

const FOX = 'a red fox'
const OWL = 'an owl at night'

const stage = (panel: Panel) => panel.getByRole('group', { name: /^Image: / })
const tile = (panel: Panel, name: string) => panel.getByRole('gridcell', { name })
const hasFocus = (locator: ReturnType<typeof stage>) =>
  expect.poll(() => locator.evaluate(isFocused)).toBe(true)

/** Three images of one prompt, and one of another. */
const kept = () => keptPictures([{ prompt: FOX }, { prompt: FOX }, { prompt: FOX }, { prompt: OWL }])

const suite = panelSuite()

describe('the view of an image', () => {
  it('opens with the focus on the image, and returns it to the tile', async () => {
    const { panel, page, ui } = await suite.open({ ...withKey, journal: kept() })
    await tile(panel, `Image 2 of 3, ${FOX}`).focus()
    await page.keyboard.press(' ')
    await hasFocus(stage(panel))
    await panel.getByRole('heading', { name: FOX }).waitFor()
    await panel.getByText('2 / 3').waitFor()
    expect(await ui.prompt.isVisible()).toBe(false)
    await page.keyboard.press('Escape')
    await hasFocus(tile(panel, `Image 2 of 3, ${FOX}`))
    await page.keyboard.press(' ')
    await ui.button('Back to Create').click()
    await hasFocus(tile(panel, `Image 2 of 3, ${FOX}`))
  })

  it('goes through the images of the prompt by arrow keys and buttons, without wrapping around', async () => {
    const { panel, page, ui } = await suite.open({ ...withKey, journal: kept() })
    await ui.openPicture(FOX)
    await panel.getByText('1 / 3').waitFor()
    await page.keyboard.press('ArrowLeft')
    await panel.getByText('1 / 3').waitFor()
    await page.keyboard.press('ArrowRight')
    await panel.getByText('2 / 3').waitFor()
    await ui.waitForStatus('Image 2 of 3')
    await hasFocus(stage(panel))
    const next = ui.button('Next image')
    await next.click()
    await panel.getByText('3 / 3').waitFor()
    expect(await next.getAttribute('aria-disabled')).toBe('true')
    // The button keeps the focus.
    expect(await next.evaluate(isFocused)).toBe(true)
    await page.keyboard.press('ArrowRight')
    await panel.getByText('3 / 3').waitFor()
    await page.keyboard.press('Escape')
    await hasFocus(tile(panel, `Image 3 of 3, ${FOX}`))
  })

  it('leaves the arrow keys to zoomed images, lists, and fields', async () => {
    const { panel, page, ui } = await suite.open({ ...withKey, journal: kept() })
    await ui.openPicture(FOX)
    await ui.button('Zoom in').waitFor()
    await page.keyboard.press('+')
    await ui.button('200%').waitFor()
    await page.keyboard.press('ArrowRight')
    await panel.getByText('1 / 3').waitFor()
    await page.keyboard.press('0')
    await panel.getByRole('combobox', { name: 'Background' }).press('ArrowRight')
    await panel
      .getByRole('list', { name: /colors?$/ })
      .getByRole('button')
      .first()
      .click()
    await panel.getByRole('textbox', { name: 'Hex' }).press('ArrowRight')
    await panel.getByText('1 / 3').waitFor()
  })

  it('closes an open menu first on Escape, and then itself', async () => {
    const { panel, page, ui } = await suite.open({ ...withKey, journal: kept() })
    await ui.openPicture(FOX)
    const swap = panel
      .getByRole('list', { name: /colors?$/ })
      .getByRole('button')
      .first()
    await swap.click()
    await panel.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await panel.getByRole('dialog').waitFor({ state: 'detached' })
    await hasFocus(swap)
    await ui.button('More').click()
    await page.keyboard.press('Escape')
    await hasFocus(ui.button('More'))
    await page.keyboard.press('Escape')
    await ui.prompt.waitFor()
  })

  it('deletes the image, and offers to undo that', async () => {
    const { panel, page, ui } = await suite.open({ ...withKey, journal: kept() })
    await ui.openPicture(OWL)
    await ui.menu('More', 'Delete')
    await ui.waitForStatus('Deleted 1 image.')
    const undo = panel.getByRole('button', { name: 'Undo' })
    await hasFocus(undo)
    expect(await tile(panel, OWL).count()).toBe(0)
    await undo.click()
    await tile(panel, OWL).waitFor()
    await ui.openPicture(OWL)
    await page.keyboard.press('Backspace')
    await ui.waitForStatus('Deleted 1 image.')
    await ui.prompt.waitFor()
  })

  it('returns to the same History search, and only goes through its results', async () => {
    const { panel, page, ui } = await suite.open({
      ...withKey,
      journal: keptPictures([
        { prompt: FOX, starred: true },
        { prompt: FOX },
        { prompt: FOX, starred: true },
      ]),
    })
    await ui.tab('History').click()
    await ui.button('Starred').click()
    await expect.poll(() => ui.tiles.count()).toBe(2)
    await ui.openPicture(FOX)
    await panel.getByText('1 / 2').waitFor()
    await ui.button('Remove star').click()
    await ui.waitForStatus('No longer starred.')
    await page.keyboard.press('Escape')
    await expect.poll(() => ui.tiles.count()).toBe(1)
    expect(await ui.button('Starred').getAttribute('aria-pressed')).toBe('true')
  })

  it('inserts the image that is shown, and ignores the shortcut of Generate', async () => {
    const names: string[] = []
    const { panel, page, ui, posted } = await suite.open({
      ...withKey,
      journal: kept(),
      handlers: {
        'picture.insert': ({ pictures }) => {
          names.push(...pictures.map(({ name }) => name))
          return { pictures: [], note: null }
        },
      },
    })
    await ui.prompt.fill('something else')
    await ui.openPicture(OWL)
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+Shift+Enter')
    await expect.poll(() => names).toEqual([OWL])
    expect(suite.posts()).toEqual([])
    expect(posted.join()).not.toContain('journal.put')
    await panel.getByRole('button', { name: 'Back to Create' }).waitFor()
  })
})
