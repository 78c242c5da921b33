import { describe, expect, it } from 'vitest'
import { failure } from '../../../../src/segmind/errors'
import { strings } from '../../../../src/strings'
import { START } from '../../../support/jobs/clock'
import { entriesOf, MemoryStorage } from '../../../support/jobs/device'
import { svgOf } from '../../../support/jobs/service'
import { openWindow } from '../../../support/jobs/simulation'

type Kept = Parameters<MemoryStorage['keep']>[1]

/** Opens a window without a key, on a device with one sample job in this state. */
function openOn(entries: Kept) {
  const storage = new MemoryStorage()
  const { sent } = entriesOf.sent('a fox', START - 7_200_000)
  storage.keep('a', { sent: { ...sent, via: 'sample' }, ...entries })
  const window = openWindow(storage)
  window.service.key = null
  return window
}

const { accepted, fetched } = entriesOf.fetched('a fox', START - 7_200_000)
const oddSize = { prompt: 'a fox', style: 'gone', size: 'A4', model: 'gone' }

describe('a sample', () => {
  it.each<[what: string, entries: Kept]>([
    ['that was only requested', {}],
    ['that an earlier version waited for', { accepted }],
    ['whose picture was not stored', { fetched: { ...fetched, url: null } }],
    [
      'that only another version offers',
      { sent: { attempt: 1, at: START, via: 'sample', request: oddSize } },
    ],
  ])('%s is taken again when the plugin opens', async (_what, entries) => {
    const window = openOn(entries)
    await window.load()
    expect(window.job()).toMatchObject({ state: 'kept', error: null, requestId: null, price: 0 })
    expect(await window.jobManager.svg('a')).toBe(svgOf('a fox'))
    expect(window.storage.entry('a', 'sent')?.attempt).toBe(2)
    expect(window.calls).toEqual([])
  })

  const { error } = failure('timeout', 'unknown', false, { status: 504, requestId: 'sample_1' })
  const ended = { attempt: 1, at: START, how: 'unknown' as const, error }
  it.each<[what: string, entries: Kept, cancelled: boolean]>([
    ['that an earlier version called unanswered', { ended }, false],
    ['that cannot be loaded', {}, false],
    ['that is stopped', {}, true],
    ['that is stopped after an earlier version waited for it', { accepted }, true],
  ])('%s is reported as not charged', async (_what, entries, cancelled) => {
    const window = openOn(entries)
    Object.assign(window.settings, { hasSamples: false, sampleTime: 100 })
    await window.load()
    if (cancelled) window.jobManager.cancel('a')
    await window.advance(1000)
    const expected = { kind: cancelled ? 'cancelled' : 'no-sample', charged: 'no', requestId: null }
    expect(window.job()).toMatchObject({ activity: null, hasPicture: false, error: expected })
    expect(strings.jobNotice(window.job())?.text).toMatch(/^Not charged\. Try again/)
  })

  it('is not held back by the rate limit', async () => {
    const window = openWindow()
    window.faults.submit.push({ resetAt: START + 20_000 })
    await window.start('a fox')
    window.settings.via = 'sample'
    await window.start('an owl')
    expect(window.job('an owl').state).toBe('kept')
  })
})
