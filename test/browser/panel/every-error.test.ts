import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { CATALOG } from '../../../docs/catalog'
import { DEFAULT_MODEL } from '../../../src/segmind/request'
import { strings } from '../../../src/strings'
import { recordAnnouncements, unannouncedNotices } from '../../support/announcements'
import { journalOf } from '../../support/kept-pictures'
import { panelControls } from '../../support/panel-controls'
import type { FakeJournal } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'

const examples = Object.values(CATALOG)
  .flat()
  .filter(({ phase }) => phase === 'over')

/** A journal with jobs that ended in every possible way. */
function endedJobs(): FakeJournal {
  return new Map(
    examples.flatMap(({ error }, at) => {
      const request = { prompt: `job number ${at}`, style: 'any', size: '1024x1024' }
      const how = /expired$/.test(error.kind) ? 'expired' : error.charged === 'unknown' ? 'unknown' : 'failed'
      const sent = { attempt: 1, at, via: 'queue', request }
      return [...journalOf(`job-${at}`, { sent, ended: { attempt: 1, at: at + 1, how, error } })]
    }),
  )
}

describe('a job that ended', () => {
  const suite = panelSuite()

  it('says what happened, for every kind of error, visually and to screen readers, and can be dismissed', async () => {
    const { panel } = await suite.open({ settings: { apiKey: DEMO_KEY }, journal: endedJobs() })
    await recordAnnouncements(panel)
    await panel.getByRole('button', { name: /^Generate/ }).waitFor()
    const rows = panel.getByRole('gridcell')
    await expect.poll(() => rows.count()).toBe(examples.length)
    for (const [at, { error, phase }] of examples.entries()) {
      const { text } = strings.errorNotice(error, phase, DEFAULT_MODEL.price)
      const tile = rows.and(panel.getByRole('gridcell', { name: `, job number ${at}` })).last()
      expect(((await tile.textContent()) ?? '').replace(/\s+/g, ' ')).toContain(text)
    }
    expect(await unannouncedNotices(panel)).toEqual([])
    await panelControls(panel).removeFailed()
    await expect.poll(() => rows.count()).toBe(examples.length - 1)
  })
})
