import { describe, expect, it } from 'vitest'
import { strings } from '../../../src/strings'
import { keptPictures } from '../../support/kept-pictures'
import { isFocused, withKey } from '../../support/panel-hands'
import { panelSuite } from '../../support/panel-suite'

describe('the prompt field', () => {
  const suite = panelSuite()

  it('is filled by an example for each use, to be written on', async () => {
    const { panel, ui } = await suite.open(withKey)
    const offered = panel.getByRole('group', { name: 'Examples' })
    await offered.waitFor()
    const names = await offered.getByRole('button').allInnerTexts()
    expect(names).toEqual(['Icon', 'Logo', 'Spot illustration', 'Pattern', 'Infographic'])
    const filled = new Set<string>()
    for (const { name, prompt } of strings.examples) {
      await offered.getByRole('button', { name, exact: true }).click()
      await expect.poll(() => ui.prompt.inputValue()).toBe(prompt)
      expect(await ui.prompt.evaluate(isFocused)).toBe(true)
      // They give way to the text, and come back where it goes.
      await offered.waitFor({ state: 'detached' })
      expect(await ui.generate.isEnabled()).toBe(true)
      await ui.prompt.press('End')
      await ui.prompt.pressSequentially('!')
      filled.add(await ui.prompt.inputValue())
      await ui.prompt.fill('')
      await offered.waitFor()
    }
    expect([...filled]).toEqual(strings.examples.map(({ prompt }) => `${prompt}!`))
  })

  it('recalls earlier prompts with ↑, each once and the latest first, and goes back with ↓', async () => {
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

  it('does not lose what was typed to ↑ or ↓', async () => {
    const journal = keptPictures(['an owl', 'a whale'].map((prompt) => ({ prompt })))
    const { panel, ui } = await suite.open({ ...withKey, journal })
    await ui.prompt.and(panel.locator('[aria-keyshortcuts="ArrowUp"]')).waitFor()
    await ui.prompt.pressSequentially('my own words')
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) await ui.prompt.press(key)
    expect(await ui.prompt.inputValue()).toBe('my own words')
    // What was recalled and written on is the user's own, too.
    await ui.prompt.fill('')
    await ui.prompt.press('ArrowUp')
    await ui.prompt.press('End')
    await ui.prompt.pressSequentially(' at sea')
    for (const key of ['ArrowUp', 'ArrowDown']) await ui.prompt.press(key)
    expect(await ui.prompt.inputValue()).toBe('a whale at sea')
  })
})
