import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { panelControls, withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'

describe('the number of pictures', () => {
  const suite = panelSuite()

  it('determines how many are drawn and paid for per click', async () => {
    const { panel, ui } = await suite.open({ settings: { apiKey: DEMO_KEY, count: 4, atOnce: 4 } })
    await ui.prompt.fill('a fox')
    await ui.button('Generate 4 · $0.40').click()
    // Each is a tile from the click on, in order.
    await panel.getByRole('gridcell').nth(3).waitFor()
    await expect.poll(() => panel.getByRole('img', { name: 'a fox' }).count()).toBe(4)
    await panel.getByRole('gridcell', { name: 'Image 4 of 4, a fox' }).waitFor()
    const asked = suite.posts().map(({ json }) => json)
    expect(asked).toEqual(Array(4).fill({ prompt: 'a fox', size: '1024x1024', style: 'any' }))
  })

  it('is remembered together with style and size', async () => {
    const { ui, settings, close } = await suite.open(withKey)
    await ui.style('Engraving').check()
    await ui.chooseSize('1707 × 1024')
    await ui.count(3).check()
    await expect.poll(settings).toMatchObject({ style: 'engraving', size: '1707x1024', count: 3 })
    await close()
    const { panel: next } = await suite.open({ settings: settings() })
    await next.getByRole('button', { name: 'Generate 3 · $0.30' }).waitFor()
    expect(await panelControls(next).count(3).isChecked()).toBe(true)
    expect(await panelControls(next).style('Engraving').isChecked()).toBe(true)
    expect(await panelControls(next).size.textContent()).toContain('1707 × 1024')
  })
})

describe('a balance for two pictures', () => {
  const suite = panelSuite({ credits: 0.25 })
  const REASON = 'Not enough credits at Segmind. Add some at cloud.segmind.com.'

  it('blocks three with the reason, allows two, and blocks the next one', async () => {
    const { panel, ui } = await suite.open(withKey)
    const reason = panel.getByRole('tabpanel').getByText(REASON, { exact: true })
    await ui.button('Balance $0.25').waitFor()
    await ui.prompt.fill('a fox')
    for (const count of [3, 4]) {
      await ui.count(count).check()
      await reason.waitFor({ state: 'attached' })
      expect(await ui.generate.isDisabled()).toBe(true)
      // Not with the shortcut, either.
      await ui.prompt.press('Control+Enter')
    }
    await ui.count(2).check()
    await reason.waitFor({ state: 'detached' })
    expect(await ui.generate.isEnabled()).toBe(true)
    expect(suite.posts()).toEqual([])
    await ui.button('Generate 2 · $0.20').click()
    await ui.button('Balance $0.05').waitFor()
    await ui.count(1).check()
    await reason.waitFor({ state: 'attached' })
    expect(await ui.generate.isDisabled()).toBe(true)
    await expect.poll(() => panel.getByRole('img', { name: 'a fox' }).count()).toBe(2)
  })
})
