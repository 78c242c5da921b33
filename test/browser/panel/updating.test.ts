import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newsOf } from '../../../build/changelog'
import { about, path } from '../../../build/project'
import { withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'

const suite = panelSuite()
const { apiKey } = withKey.settings
const [entry = ''] = newsOf(readFileSync(path('CHANGELOG.md'), 'utf8'), about.version)[0]?.entries ?? []

describe('the news', () => {
  it.each([
    ['an update', { apiKey, seenVersion: '0.0.9' }],
    ['an update from version 0.1, which stored no version', { apiKey, seenVersion: null }],
  ])('are shown once after %s, and disappear when dismissed', async (_, settings) => {
    const first = await suite.open({ settings })
    await first.ui.waitForStatus(`Inkwright is now version ${about.version}.`)
    await first.ui.button('What is new').click()
    await first.panel.getByRole('region', { name: 'What is new' }).getByText(entry).waitFor()
    await first.ui.button('Dismiss').click()
    await first.panel.getByText(entry).waitFor({ state: 'detached' })
    const second = await suite.open({ settings: first.settings() })
    await second.panel.getByRole('region', { name: 'Start from an idea' }).waitFor()
    expect(await second.ui.button('What is new').count()).toBe(0)
  })

  it('are not shown on the first run, which remembers the version', async () => {
    const { ui, settings } = await suite.open({ settings: { seenVersion: null } })
    await ui.key.waitFor()
    await expect.poll(() => settings().seenVersion).toBe(about.version)
    expect(await ui.button('What is new').count()).toBe(0)
  })

  it('wait for the panel while a quick action runs without it', async () => {
    const run = { command: 'generate' as const, parameters: { prompt: 'a fox', style: null, size: null } }
    const { settings } = await suite.open({
      settings: { apiKey, seenVersion: '0.0.9' },
      handlers: { 'run.read': () => ({ ...run, recipe: null }) },
    })
    await expect.poll(() => suite.posts().length).toBe(1)
    expect(settings().seenVersion).toBe('0.0.9')
  })
})
