import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { RequestFailure } from '../../../src/protocol/fault'
import { announcedText, recordAnnouncements } from '../../support/announcements'
import { journalOf } from '../../support/kept-pictures'
import { failing, withKey } from '../../support/panel-controls'
import { PROCESSING, panelSuite } from '../../support/panel-suite'

describe('paid jobs', () => {
  const suite = panelSuite()
  const since = (path: string) => suite.requests().filter((request) => request.path === path)

  it('refresh the balance on opening and after each picture, but not more often', async () => {
    const { panel, ui } = await suite.open(withKey)
    const balances = () => since('/v1/get-user-credits').filter(({ method }) => method === 'GET').length
    await panel.getByRole('button', { name: /^Balance \$\d/ }).waitFor()
    expect(balances()).toBe(1)
    await ui.submitPrompt('a fox')
    await ui.insert.click()
    await ui.waitForStatus('Inserted')
    await expect.poll(balances).toBe(2)
  })

  it('run concurrently, and each shows its own progress', async () => {
    suite.standIn.setFaults([PROCESSING])
    const { panel, ui } = await suite.open({ settings: { apiKey: DEMO_KEY, atOnce: 2 } })
    for (const prompt of ['a fox', 'an owl', 'a whale']) {
      await ui.prompt.fill(prompt)
      await ui.generate.and(panel.locator(':enabled')).waitFor()
      await ui.generate.click()
    }
    await expect.poll(() => panel.getByRole('progressbar').count()).toBe(2)
    await panel.getByRole('gridcell', { name: 'Queued, a whale' }).waitFor()
    suite.standIn.setFaults([])
    await expect.poll(() => panel.getByRole('progressbar').count()).toBe(0)
    await panel.getByRole('gridcell', { name: 'a fox' }).scrollIntoViewIfNeeded()
    await panel.getByRole('img', { name: 'a fox' }).waitFor()
  })

  it('whose picture does not fit into storage keep it in memory, say so, and can save it as a file', async () => {
    const { panel, ui, page } = await suite.open({
      ...withKey,
      handlers: { 'journal.putPicture': failing('storage-full') },
    })
    await recordAnnouncements(panel)
    await ui.submitPrompt('A fox, & a hen!')
    await panel.locator('.notice').getByText('The space for images on this device is used up.').waitFor()
    await panel.getByText('Not stored').waitFor()
    // Even when the picture is ready: one announcement must not replace the other before it is read.
    await expect.poll(() => announcedText(panel)).toMatch(/The image is ready/)
    expect(await announcedText(panel)).toMatch(/The image could not be stored\./)
    const [download] = await Promise.all([page.waitForEvent('download'), ui.button('Save as SVG').click()])
    expect(download.suggestedFilename()).toBe('A-fox-a-hen.svg')
    await ui.insert.click()
    await ui.waitForStatus('Inserted')
  })

  it('that failed are sent again once for a double click on Try again', async () => {
    suite.expectFaults(/Failed to load resource/)
    suite.standIn.setFaults([
      { route: 'submit', times: 1, fault: { kind: 'answer', status: 500, body: { error: 'oops' } } },
    ])
    const { ui } = await suite.open(withKey)
    await ui.submitPrompt('a fox')
    // Both before the tile disappears, as on a busy machine.
    await ui.button('Try again').evaluate((button: HTMLElement) => {
      button.click()
      button.click()
    })
    await ui.insert.waitFor()
    expect(since('/v2/recraft-v3-svg').filter(({ method }) => method === 'POST')).toHaveLength(2)
  })

  it('that are canceled while they are sent can still be resumed', async () => {
    const release = suite.holdSubmits()
    const { panel, ui } = await suite.open(withKey)
    await ui.submitPrompt('a fox')
    await panel.getByRole('gridcell', { name: 'Sending, a fox' }).waitFor()
    await ui.cancel.click()
    await panel.getByRole('gridcell', { name: 'Stopping, a fox' }).waitFor()
    release()
    await ui.waitForStatus('You stopped waiting.')
    await ui.button('Check again').click()
    await panel.getByRole('img', { name: 'a fox' }).waitFor()
    expect(suite.posts()).toHaveLength(1)
  })

  it('that another window may still be sending cannot be dismissed', async () => {
    const request = { prompt: 'a fox elsewhere', style: 'any', size: '1024x1024' }
    const journal = journalOf('b2', { sent: { attempt: 1, at: Date.now(), via: 'queue', request } })
    const { panel, ui } = await suite.open({ ...withKey, journal })
    await ui.tiles.getByText('another window is still sending it').waitFor()
    await panel.getByRole('gridcell').getByRole('button', { name: 'More' }).click()
    await panel.getByRole('menuitem', { name: 'Hide' }).waitFor()
    expect(await panel.getByRole('menuitem', { name: 'Try again' }).count()).toBe(0)
    await panel.locator('body').press('Escape')
    await expect.poll(() => ui.button('Try again').count()).toBe(0)
    // The other window gets an answer, and this one resumes the job.
    const picture = suite.standIn.jobs.find(({ status }) => status === 'COMPLETED')
    journal.get('b2')?.entries.set('accepted', JSON.stringify({ requestId: picture?.id, at: Date.now() }))
    await panel.getByRole('img', { name: 'a fox elsewhere' }).waitFor()
  })

  it('cannot be started while the journal cannot be read', async () => {
    let works = false
    const { panel, ui } = await suite.open({
      ...withKey,
      handlers: {
        'journal.load': () => {
          if (works) return { jobs: [] }
          throw new RequestFailure('storage-unavailable', 'no')
        },
      },
    })
    await ui.prompt.fill('a fox')
    await panel.getByRole('tabpanel').getByText('nothing is sent and nothing is charged').waitFor()
    expect(await ui.generate.isDisabled()).toBe(true)
    works = true
    await ui.button('Try again').click()
    await expect.poll(() => ui.generate.isEnabled()).toBe(true)
  })
})
