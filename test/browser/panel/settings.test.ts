import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { hands, isFocused, withKey } from '../../support/panel-hands'
import type { FakeJournal } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'

const suite = panelSuite()

describe('the settings', () => {
  it('check the saved key again, and say how it went', async () => {
    const { ui, settings } = await suite.open(withKey)
    await ui.tab('Settings').click()
    await ui.button('Check key').click()
    await ui.says('The key works.')
    suite.expectFaults(/Failed to load resource/)
    suite.standIn.setFaults([
      { route: 'credits', fault: { kind: 'answer', status: 401, body: { error: 'Invalid API key' } } },
    ])
    await ui.button('Check key').click()
    await ui.says('Segmind no longer knows this key.')
    const lost = { error: 'Missing Authorization or x-api-key in header' }
    suite.standIn.setFaults([{ route: 'credits', fault: { kind: 'answer', status: 401, body: lost } }])
    await ui.button('Check key').click()
    await ui.says('The key did not reach Segmind.')
    expect(settings().apiKey).toBe(DEMO_KEY)
    await ui.removeKey.click()
    await ui.says('The key is removed from this device.')
    expect(settings().apiKey).toBeNull()
    await expect.poll(() => ui.key.evaluate(isFocused)).toBe(true)
    expect(await ui.button('Check key').count()).toBe(0)
  })

  it('are kept: the way, what happens with a picture, and how it becomes layers', async () => {
    const { panel, settings } = await suite.open(withKey)
    await hands(panel).tab('Settings').click()
    await panel.getByText('directly, without a relay').waitFor()
    for (const name of ['Direct call', 'Insert automatically when ready', 'Close after inserting'])
      await panel.getByRole('checkbox', { name }).check()
    const pick = (name: string, option: string) => panel.getByRole('combobox', { name }).selectOption(option)
    await pick('Pictures at a time', '3')
    await pick('Layers', 'Grouped')
    await pick('Background', 'Remove')
    await pick('Colors', 'Join many')
    await expect.poll(settings).toMatchObject({
      direct: true,
      autoInsert: true,
      closeAfterInsert: true,
      atOnce: 3,
      layers: 'grouped',
      background: 'remove',
      unify: 0.1,
    })
  })

  it('clear the history after asking, and keep what has a star unless told otherwise', async () => {
    const journal: FakeJournal = new Map()
    const { panel, ui } = await suite.open({ ...withKey, journal })
    for (const prompt of ['a red fox', 'an owl', 'a whale']) {
      await ui.prompt.fill(prompt)
      await ui.generate.and(panel.locator(':enabled')).click()
      await panel.getByRole('img', { name: prompt }).waitFor()
    }
    await ui.tab('History').click()
    await ui.button('Star “an owl”').click()
    await ui.tab('Settings').click()
    await ui.button('Clear history').click()
    const question = panel.getByRole('group', { name: 'Delete the pictures for good?' })
    const keep = question.getByRole('button', { name: 'Keep' })
    await expect.poll(() => keep.evaluate(isFocused)).toBe(true)
    await keep.click()
    await expect.poll(() => ui.button('Clear history').evaluate(isFocused)).toBe(true)
    expect(journal.size).toBe(3)
    await ui.button('Clear history').click()
    await question.getByRole('button', { name: 'Delete 2 pictures' }).click()
    await ui.says('The pictures are deleted.')
    await expect.poll(() => journal.size).toBe(1)
    await ui.button('Clear history').click()
    expect(await question.getByRole('button', { name: 'Delete 0 pictures' }).isDisabled()).toBe(true)
    await question.getByRole('checkbox', { name: 'Also 1 starred picture' }).check()
    await question.getByRole('button', { name: 'Delete 1 picture' }).click()
    await expect.poll(() => journal.size).toBe(0)
    await expect.poll(() => ui.button('Clear history').isDisabled()).toBe(true)
  })

  it('have a page on privacy, which Escape leaves', async () => {
    const { panel, ui, page } = await suite.open(withKey)
    await ui.tab('Settings').click()
    await ui.button('What happens to my data').click()
    await panel.getByText('Nothing of your document leaves Figma but the colors that you ask for').waitFor()
    expect(await panel.getByRole('heading', { name: 'Privacy' }).evaluate(isFocused)).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => ui.button('What happens to my data').evaluate(isFocused)).toBe(true)
  })
})

describe('a report of a problem', () => {
  it('holds kinds and counts, never the key, and the prompts only where it is asked for', async () => {
    suite.expectFaults(/Failed to load resource/)
    suite.standIn.setFaults([
      {
        route: 'submit',
        fault: { kind: 'answer', status: 400, body: { error: `no “a secret fox” for ${DEMO_KEY}` } },
      },
    ])
    const { panel, ui } = await suite.open(withKey)
    // As when it was pasted into the wrong field.
    await ui.ask(`a secret fox ${DEMO_KEY}`)
    await ui.says('Segmind refused the request.')
    await ui.tab('Settings').click()
    await ui.button('Report a problem').click()
    const report = panel.getByRole('textbox', { name: 'Report' })
    const text = await report.inputValue()
    expect(text).toMatch(/^Inkwright \d+\.\d+\.\d+\nEditor: figma\n/)
    expect(text).toContain('Key: saved')
    expect(text).toContain('"layers":"merged"')
    expect(text).toContain('failed: rejected, status 400, charged no, request null')
    expect(text).toContain('Jobs: failed 1')
    expect(text).not.toContain('fox')
    expect(text).not.toContain(DEMO_KEY)
    await panel.getByRole('checkbox', { name: 'Include my prompts' }).check()
    await expect.poll(() => report.inputValue()).toContain('“a secret fox …”')
    expect(await report.inputValue()).not.toContain(DEMO_KEY)
  })

  it('is copied as it is shown, and opens no issue where there is no place for one', async () => {
    const { panel, ui } = await suite.open(withKey)
    await ui.tab('Settings').click()
    await ui.button('Report a problem').click()
    const text = await panel.getByRole('textbox', { name: 'Report' }).inputValue()
    await ui.button('Copy report').click()
    await ui.says('The report is copied.')
    expect(await ui.button('Copy report').evaluate(isFocused)).toBe(true)
    expect(await panel.getByRole('link').count()).toBe(0)
    await ui.tab('Create').click()
    await ui.prompt.press('ControlOrMeta+v')
    expect(await ui.prompt.inputValue()).toBe(text)
  })
})
