import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import type { Insertion } from '../../../src/protocol/contract'
import { isFocused, withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'
import { insertedOf } from '../../support/picture'

const suite = panelSuite()

describe('several pictures', () => {
  it('are selected by click, Shift, Control and keys, and inserted in one step', async () => {
    const inserts: Insertion[] = []
    const { panel, ui, page } = await suite.open({
      settings: { apiKey: DEMO_KEY, count: 4, atOnce: 4 },
      handlers: {
        'picture.insert': (params) => {
          inserts.push(params)
          return { pictures: params.pictures.flatMap(() => insertedOf(12).pictures) }
        },
      },
    })
    await ui.submitPrompt('a red boat')
    await expect.poll(() => panel.getByRole('img', { name: 'a red boat' }).count()).toBe(4)
    const selectedNow = () => ui.tiles.evaluateAll((all) => all.map((one) => one.ariaSelected === 'true'))
    expect(await selectedNow()).toEqual([false, false, false, false])
    await ui.tiles.nth(0).click()
    await ui.tiles.nth(2).click({ modifiers: ['Shift'] })
    await expect.poll(() => selectedNow()).toEqual([true, true, true, false])
    await ui.tiles.nth(1).click({ modifiers: ['ControlOrMeta'] })
    await expect.poll(() => selectedNow()).toEqual([true, false, true, false])
    await ui.button('Insert 2').click()
    await ui.waitForStatus('Inserted on the canvas')
    expect(inserts).toHaveLength(1)
    expect(inserts[0]?.pictures).toHaveLength(2)
    await ui.tiles.nth(1).getByText('Inserted').waitFor({ state: 'detached' })
    await ui.tiles.nth(2).getByText('Inserted').waitFor()
    // With the keyboard: arrow keys move by position, Shift extends the selection, Escape clears it.
    await ui.tiles.nth(0).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => selectedNow()).toEqual([false, false, false, false])
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => ui.tiles.nth(2).evaluate(isFocused)).toBe(true)
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => selectedNow()).toEqual([false, false, true, true])
    await page.keyboard.press('Control+a')
    await ui.button('Insert 4').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await expect.poll(() => inserts.length).toBe(2)
    expect(inserts[1]?.pictures).toHaveLength(1)
  })

  it('typing makes Generate the primary button again, without changing the selection', async () => {
    const { ui } = await suite.open(withKey)
    await ui.generatePicture('a red boat')
    const isBlue = async (button: typeof ui.insert) =>
      !(await button.getAttribute('class'))?.includes('secondary')
    expect([await isBlue(ui.generate), await isBlue(ui.insert)]).toEqual([false, true])
    await ui.prompt.press('!')
    await expect.poll(() => isBlue(ui.generate)).toBe(true)
    expect(await isBlue(ui.insert)).toBe(false)
    await ui.tiles.first().click()
    await expect.poll(() => isBlue(ui.insert)).toBe(true)
  })

  it('Control and Z in the panel undo on the canvas, except in a field', async () => {
    let undone = 0
    const { panel, ui, page } = await suite.open({
      ...withKey,
      handlers: {
        'canvas.undo': () => {
          undone += 1
          return { done: true }
        },
      },
    })
    await ui.generatePicture('a red boat')
    await ui.prompt.press('Control+z')
    await ui.tiles.first().click()
    await ui.insert.click()
    const bar = panel.getByRole('region', { name: 'Insert' })
    await bar.getByText('Inserted, 12 layers').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => undone).toBe(1)
    // A picture that no longer exists is not shown as inserted.
    await bar.getByText('middle of the view').waitFor()
  })
})
