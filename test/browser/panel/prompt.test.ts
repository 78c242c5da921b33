import { describe, expect, it } from 'vitest'
import { strings } from '../../../src/strings'
import { keptPictures } from '../../support/kept-pictures'
import { isFocused, withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'

describe('the prompt field', () => {
  const suite = panelSuite()

  it('can be filled with an example for each use, and edited', async () => {
    const { panel, ui } = await suite.open(withKey)
    const offered = panel.getByRole('region', { name: 'Start from an idea' })
    await offered.waitFor()
    const filled = new Set<string>()
    for (const { name, prompt } of strings.examples) {
      await offered.getByRole('button', { name }).click()
      await expect.poll(() => ui.prompt.inputValue()).toBe(prompt)
      expect(await ui.prompt.evaluate(isFocused)).toBe(true)
      expect(await ui.generate.isEnabled()).toBe(true)
      await ui.prompt.press('End')
      await ui.prompt.pressSequentially('!')
      filled.add(await ui.prompt.inputValue())
      await ui.prompt.fill('')
    }
    expect([...filled]).toEqual(strings.examples.map(({ prompt }) => `${prompt}!`))
  })

  it('adds and removes ideas: Space keeps the menu open, Enter closes it', async () => {
    const { panel, ui, page } = await suite.open(withKey)
    await ui.prompt.fill('a fox')
    await ui.button('Ideas').press('Enter')
    const item = (name: string) => panel.getByRole('menuitemcheckbox', { name })
    await item('Plain background').and(panel.locator(':focus')).waitFor()
    await page.keyboard.press('Space')
    await item('Plain background').and(panel.locator('[aria-checked="true"]')).waitFor()
    // Letters move to the entry that starts with them.
    await page.keyboard.press('n')
    await page.keyboard.press('Enter')
    await expect.poll(() => ui.prompt.inputValue()).toBe('a fox, plain background, no text')
    expect(await ui.button('Ideas').evaluate(isFocused)).toBe(true)
    await ui.button('Ideas').click()
    await item('Plain background').click()
    await expect.poll(() => ui.prompt.inputValue()).toBe('a fox, no text')
  })

  it('recalls earlier prompts with ↑, each once and newest first, and goes back with ↓', async () => {
    const journal = keptPictures(
      ['a red fox', 'an owl', 'a red fox', 'a whale'].map((prompt) => ({ prompt })),
    )
    const { panel, ui } = await suite.open({ ...withKey, journal })
    const press = async (key: string) => {
      await ui.prompt.press(key)
      return ui.prompt.inputValue()
    }
    await ui.prompt.and(panel.locator('[aria-keyshortcuts="ArrowUp"]')).waitFor()
    expect(await press('ArrowUp')).toBe('a whale')
    expect(await press('ArrowUp')).toBe('a red fox')
    expect(await press('ArrowUp')).toBe('an owl')
    // There is nothing before the first.
    expect(await press('ArrowUp')).toBe('an owl')
    expect(await press('ArrowDown')).toBe('a red fox')
    expect(await press('ArrowDown')).toBe('a whale')
    expect(await press('ArrowDown')).toBe('')
    expect(await press('ArrowDown')).toBe('')
  })

  it('keeps typed text on ↑ and ↓', async () => {
    const journal = keptPictures(['an owl', 'a whale'].map((prompt) => ({ prompt })))
    const { panel, ui } = await suite.open({ ...withKey, journal })
    await ui.prompt.and(panel.locator('[aria-keyshortcuts="ArrowUp"]')).waitFor()
    await ui.prompt.pressSequentially('my own words')
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) await ui.prompt.press(key)
    await expect.poll(() => ui.prompt.inputValue()).toBe('my own words')
    // A recalled prompt that was edited is the user's own, too.
    await ui.prompt.fill('')
    await ui.prompt.press('ArrowUp')
    await ui.prompt.press('End')
    await ui.prompt.pressSequentially(' at sea')
    for (const key of ['ArrowUp', 'ArrowDown']) await ui.prompt.press(key)
    await expect.poll(() => ui.prompt.inputValue()).toBe('a whale at sea')
  })
})
