import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { strings } from '../../../src/strings'
import { keptPictures } from '../../support/kept-pictures'
import { failing, isFocused, withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'

const suite = panelSuite()

describe('the settings', () => {
  it('show the balance at Segmind, and that it refuses the key', async () => {
    const { panel, ui } = await suite.open(withKey)
    await ui.tab('Settings').click()
    const row = panel.getByRole('region', { name: 'Segmind' })
    await row.getByText(/^\$[\d,]+\.\d\d$/).waitFor()
    const link = row.getByRole('link', { name: 'Add credits' })
    expect(await link.getAttribute('href')).toBe('https://cloud.segmind.com')
    suite.expectFaults(/Failed to load resource/)
    suite.standIn.setFaults([
      { route: 'credits', fault: { kind: 'answer', status: 401, body: { error: 'Invalid API key' } } },
    ])
    await panel.getByRole('button', { name: /^Balance/ }).click()
    await row.getByText('Segmind refuses this key').waitFor()
  })

  it('say so if a key is saved that could not be tested', async () => {
    suite.expectFaults(/Failed to load resource/)
    const lost = { error: 'Missing Authorization or x-api-key in header' }
    suite.standIn.setFaults([{ route: 'credits', fault: { kind: 'answer', status: 401, body: lost } }])
    const { panel, ui, settings } = await suite.open(withKey)
    await ui.tab('Settings').click()
    await ui.button('Replace').click()
    await ui.key.fill('SG_another')
    await ui.saveKey.click()
    await ui.waitForStatus(
      'The key is saved on this computer, but not tested. The key did not reach Segmind.',
    )
    await panel.getByRole('region', { name: 'Segmind' }).getByText('but not tested').waitFor()
    expect(settings().apiKey).toBe('SG_another')
  })

  it('keep the old key if another one cannot be stored', async () => {
    const { ui } = await suite.open({ ...withKey, handlers: { 'settings.save': failing('storage-full') } })
    await ui.tab('Settings').click()
    await ui.button('Replace').click()
    await ui.key.fill('SG_another')
    await ui.saveKey.click()
    await ui.waitForStatus('Storage is full, so the key was not saved.')
    await ui.cancel.click()
    await ui.removeKey.click()
    await ui.waitForStatus('Figma could not remove the key. Try again.')
    await ui.removeKey.waitFor()
  })

  it('are kept: how an image becomes layers, what happens on insert, and the queue', async () => {
    const { panel, ui, settings } = await suite.open(withKey)
    await ui.tab('Settings').click()
    for (const name of [
      'Insert a single image as soon as it is ready',
      'Close the plugin after an insert',
      'Keep cleaned selections in History',
    ])
      await panel.getByRole('checkbox', { name }).check()
    await ui.choose('Layers', strings.layerOptions.layerModes.grouped)
    await ui.choose('Background', strings.layerOptions.backgroundModes.remove)
    await panel.getByRole('checkbox', { name: strings.layerOptions.cutHoles }).check()
    await ui.choose('Colors', strings.colorChoice.names.snap)
    await ui.choose('Similar colors', strings.layerOptions.unifySteps[3] ?? '')
    await ui.choose('Insert as', strings.insertAs.names.component)
    await ui.choose('Number of images', '3')
    await ui.button('Advanced').click()
    await panel.getByText('No relay: Inkwright talks to Segmind directly.').waitFor()
    await panel.getByRole('checkbox', { name: 'Skip Segmind’s queue' }).check()
    await panel.getByRole('radiogroup', { name: 'Images at once' }).getByRole('radio', { name: '3' }).check()
    await expect.poll(settings).toMatchObject({
      count: 3,
      direct: true,
      autoInsert: true,
      closeAfterInsert: true,
      keepCleaned: true,
      atOnce: 3,
      layers: 'grouped',
      background: 'remove',
      holes: 'cut',
      colors: 'snap',
      unify: 0.1,
      insertAs: 'component',
    })
  })

  it('clear the history after asking, and keep starred images unless told otherwise', async () => {
    const journal = keptPictures([
      { prompt: 'a red fox' },
      { prompt: 'an owl', starred: true },
      { prompt: 'a whale' },
    ])
    const { panel, ui, page } = await suite.open({ ...withKey, journal })
    await ui.tab('Settings').click()
    await panel.getByText('3 images on this computer').waitFor()
    await ui.button('Clear history').click()
    const question = panel.getByRole('group', { name: 'Delete images from this computer?' })
    const keep = question.getByRole('button', { name: 'Keep' })
    await expect.poll(() => keep.evaluate(isFocused)).toBe(true)
    await keep.click()
    await expect.poll(() => ui.button('Clear history').evaluate(isFocused)).toBe(true)
    await ui.button('Clear history').click()
    await expect.poll(() => keep.evaluate(isFocused)).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => ui.button('Clear history').evaluate(isFocused)).toBe(true)
    expect(journal.size).toBe(3)
    await ui.button('Clear history').click()
    await question.getByRole('button', { name: 'Delete 2 images' }).click()
    await ui.waitForStatus('Deleted 2 images.')
    await expect.poll(() => journal.size).toBe(1)
    await ui.button('Clear history').click()
    expect(await question.getByRole('button', { name: 'Delete 0 images' }).isDisabled()).toBe(true)
    await question.getByRole('checkbox', { name: 'Also 1 starred image' }).check()
    await question.getByRole('button', { name: 'Delete 1 image' }).click()
    await expect.poll(() => journal.size).toBe(0)
    await expect.poll(() => ui.button('Clear history').isDisabled()).toBe(true)
  })

  it('list the shortcuts', async () => {
    const { panel, ui, page } = await suite.open(withKey)
    await ui.tab('Settings').click()
    await ui.button('Shortcuts').click()
    await panel.getByRole('region', { name: 'Images' }).getByText('Space').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => ui.button('Shortcuts').evaluate(isFocused)).toBe(true)
  })

  it('have a page on privacy, which Escape closes', async () => {
    const { panel, ui, page } = await suite.open(withKey)
    await ui.tab('Settings').click()
    await ui.button('Advanced').click()
    await ui.button('Privacy').click()
    await panel.getByText('Nothing else leaves your file').waitFor()
    expect(await panel.getByRole('heading', { name: 'Privacy' }).evaluate(isFocused)).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => ui.button('Privacy').evaluate(isFocused)).toBe(true)
  })
})

describe('a report of a problem', () => {
  it('contains kinds and counts, never the key, and prompts only if requested', async () => {
    suite.expectFaults(/Failed to load resource/)
    suite.standIn.setFaults([
      {
        route: 'submit',
        fault: { kind: 'answer', status: 400, body: { error: `no “a secret fox” for ${DEMO_KEY}` } },
      },
    ])
    const { panel, ui } = await suite.open(withKey)
    // As if it was pasted into the wrong field.
    await ui.submitPrompt(`a secret fox ${DEMO_KEY}`)
    await ui.waitForStatus('Segmind refused the request.')
    await ui.tab('Settings').click()
    await ui.button('Advanced').click()
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

  it('is copied as shown, and has no issue link without a repository', async () => {
    const { panel, ui } = await suite.open(withKey)
    await ui.tab('Settings').click()
    await ui.button('Advanced').click()
    await ui.button('Report a problem').click()
    const report = panel.getByRole('textbox', { name: 'Report' })
    // The sandbox's answer arrives a moment later.
    await expect.poll(() => report.inputValue()).toContain('Differs here: nothing')
    const text = await report.inputValue()
    await ui.button('Copy report').click()
    await ui.waitForStatus('Report copied.')
    expect(await ui.button('Copy report').evaluate(isFocused)).toBe(true)
    expect(await panel.getByRole('link').count()).toBe(0)
    await ui.tab('Create').click()
    await ui.prompt.press('ControlOrMeta+v')
    await expect.poll(() => ui.prompt.inputValue()).toBe(text)
  })
})
