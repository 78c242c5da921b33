import { describe, expect, it } from 'vitest'
import { breakHistory } from '../../screenshots/states'
import { withKey } from '../../support/panel-controls'
import { PROCESSING, panelSuite } from '../../support/panel-suite'

const suite = panelSuite()

describe('a view that throws', () => {
  it('is replaced by a screen with Reload and Report, while jobs and the other tabs continue', async () => {
    const { panel, ui } = await suite.open(withKey)
    await ui.submitPrompt('a fox')
    await ui.insert.waitFor()
    suite.standIn.setFaults([PROCESSING])
    await ui.submitPrompt('an owl')
    await panel.getByRole('gridcell', { name: 'Drawing, an owl' }).waitFor()

    await breakHistory(panel)
    await ui.tab('History').click()
    await ui.waitForStatus('This view stopped working.')
    await ui.button('Reload').click()
    await ui.button('Reload').waitFor()
    await ui.button('Report').click()
    const report = panel.getByRole('textbox', { name: 'Report' })
    expect(await report.inputValue()).toContain(' Error at ')
    expect(await report.inputValue()).not.toContain('secret')

    await ui.tab('Create').click()
    await panel.getByRole('progressbar', { name: 'Progress of “an owl”' }).waitFor()
    await ui.tab('History').click()
    await breakHistory(panel, false)
    await ui.button('Reload').click()
    await panel.getByRole('gridcell', { name: 'a fox' }).waitFor()
    suite.standIn.setFaults([])
    await panel.getByRole('gridcell', { name: 'an owl' }).waitFor()
  })
})

describe('a shell that throws', () => {
  it('is replaced as a whole, while jobs continue', async () => {
    const { panel, ui } = await suite.open(withKey)
    const breakTabs = (isBroken: boolean) =>
      panel.locator('html').evaluate((_, broken) => {
        const own = Array.prototype as unknown as { map: unknown; kept: unknown }
        own.kept ??= own.map
        const { kept } = own as { kept: (...all: unknown[]) => unknown }
        own.map = broken
          ? function (this: { id?: unknown }[], ...all: unknown[]) {
              if (this[0]?.id === 'create') throw new Error('No tabs here')
              return kept.apply(this, all)
            }
          : kept
      }, isBroken)
    suite.standIn.setFaults([
      { route: 'status', fault: { kind: 'answer', status: 200, body: { status: 'PROCESSING' } }, times: 1 },
    ])
    await ui.submitPrompt('an owl')
    await breakTabs(true)
    await ui.tab('History').click()
    await ui.waitForStatus('This view stopped working.')
    await panel.getByRole('heading', { name: 'This view stopped working.' }).waitFor()
    expect(await ui.tab('Create').count()).toBe(0)
    await ui.button('Report').click()
    await expect
      .poll(() => panel.getByRole('textbox', { name: 'Report' }).inputValue())
      .toContain(' Error at ')
    await breakTabs(false)
    await ui.button('Reload').click()
    await ui.tab('Create').click()
    await panel.getByRole('img', { name: 'an owl' }).waitFor()
    await ui.insert.waitFor()
  })
})
