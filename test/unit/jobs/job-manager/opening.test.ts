import { describe, expect, it } from 'vitest'
import { isRepeatable, isResumable, type Job } from '../../../../src/jobs/job'
import { START } from '../../../support/jobs/clock'
import { entriesOf, MemoryStorage } from '../../../support/jobs/device'
import { type GetFault, KEYS, svgOf } from '../../../support/jobs/service'
import { openWindow } from '../../../support/jobs/simulation'

type Kept = Parameters<MemoryStorage['keep']>

/** Opens a window on a device with these jobs of an earlier session. */
function openOn(...jobs: Kept[]) {
  const storage = new MemoryStorage()
  for (const job of jobs) storage.keep(...job)
  return openWindow(storage)
}

const bytesOf = (prompt: string) => new TextEncoder().encode(svgOf(prompt))

describe('opening', () => {
  it.each<[fault: GetFault, state: Job['state'], kind: string]>([
    ['404', 'expired', 'expired'],
    ['html', 'expired', 'expired'],
    // Errors on this side say nothing about the job.
    ['lost', 'accepted', 'offline'],
    ['401', 'accepted', 'invalid-key'],
  ])('finds a job older than its record, answered %s, to be %s', async (fault, state, kind) => {
    const window = openOn(['a', entriesOf.accepted('a fox', START - 7_200_000)])
    window.faults.status.push(...Array<GetFault>(5).fill(fault))
    await window.load(120_000)
    expect(window.job()).toMatchObject({ state, activity: null, error: { kind } })
    expect(isResumable(window.job())).toBe(state === 'accepted')
  })

  it('adds the missing entry of a picture that was stored just before the last visit ended', async () => {
    const window = openOn(['a', entriesOf.fetched('a fox'), bytesOf('a fox')])
    await window.load()
    expect(window.job()).toMatchObject({ state: 'kept', hasPicture: true })
    expect(window.storage.entry('a', 'kept')).not.toBeNull()
    expect(window.calls).toEqual([])
  })

  const { sent } = entriesOf.sent('a fox', START - 1000)
  const refused = { attempt: 1, at: START, until: START + 20_000 }
  it.each<
    [what: string, entries: Kept[1], time: number, states: [Job['state'], Job['state']], charged: string]
  >([
    ['without an answer', { sent }, 10_000, ['sending', 'unknown'], 'unknown'],
    // The direct call may take minutes.
    ['by the direct call', { sent: { ...sent, via: 'direct' } }, 300_000, ['sending', 'unknown'], 'unknown'],
    ['that waited for the rate limit', { sent, refused }, 10_000, ['waiting', 'failed'], 'no'],
  ])(
    'shows a request %s as interrupted, and gives it up only when its time is over',
    async (_what, entries, time, [first, last], charged) => {
      const window = openOn(['a', entries])
      await window.load(time)
      expect(window.job()).toMatchObject({
        state: first,
        activity: null,
        error: { kind: 'interrupted', charged },
      })
      await window.advance(600_000 - time)
      expect(window.job()).toMatchObject({ state: last, error: { charged } })
      expect(window.posts()).toEqual([])
    },
  )

  it('continues with what another window stores in the meantime', async () => {
    const window = openOn(['a', entriesOf.sent('a fox')])
    await window.load(7000)
    window.storage.keep('a', entriesOf.accepted('a fox'))
    await window.advance(60_000)
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
    expect(window.posts()).toEqual([])
  })
})

describe('without a key', () => {
  it('nothing is sent or stored, and the job says why', async () => {
    const window = openWindow()
    window.service.key = null
    await window.start('a fox', 60_000)
    expect(window.calls).toEqual([])
    expect(window.storage.writes).toEqual([])
    const error = { kind: 'invalid-key', charged: 'no' }
    expect(window.job()).toMatchObject({ activity: null, error, hasPicture: false })
    expect(isRepeatable(window.job())).toBe(true)
  })

  it('an accepted job waits, and is resumed with all others once there is one', async () => {
    const earlier = START - 60_000
    const window = openOn(
      ['a', entriesOf.accepted('a fox', earlier)],
      ['b', entriesOf.fetched('an owl', earlier)],
      ['c', entriesOf.kept('a hare', earlier), bytesOf('a hare')],
    )
    window.service.key = null
    await window.load(60_000)
    expect(window.job('a fox')).toMatchObject({ state: 'accepted', error: { kind: 'invalid-key' } })
    expect(window.job('an owl')).toMatchObject({ state: 'fetched', error: { kind: 'invalid-key' } })
    expect(window.calls).toEqual([])

    window.service.key = KEYS[0]
    window.jobManager.resumeAll()
    await window.advance(60_000)
    for (const prompt of ['a fox', 'an owl', 'a hare']) {
      expect(window.job(prompt)).toMatchObject({ state: 'kept', error: null })
      expect(await window.jobManager.svg(window.job(prompt).id)).toBe(svgOf(prompt))
    }
    expect(window.posts()).toEqual([])
  })
})
