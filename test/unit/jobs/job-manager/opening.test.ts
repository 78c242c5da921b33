import { describe, expect, it } from 'vitest'
import { isResumable } from '../../../../src/jobs/job'
import { failure } from '../../../../src/segmind/errors'
import { entriesOf, MemoryStorage, openDesk, START, svgOf } from '../harness'

describe('opening', () => {
  it.each(['not-found', 'unreadable'] as const)(
    'calls a job expired that is older than its record and is answered %s',
    async (kind) => {
      const storage = new MemoryStorage()
      storage.keep('a', entriesOf.accepted('a fox', START - 7_200_000))
      const window = openDesk(storage)
      window.answers.status.push(...Array.from({ length: 5 }, () => failure(kind, 'unknown', true)))
      await window.jobManager.open()
      await window.clock.pass(120_000)
      expect(window.job()).toMatchObject({ state: 'expired', activity: null, error: { kind: 'expired' } })
    },
  )

  it.each(['offline', 'invalid-key'] as const)(
    'lets an old job rest after an error that is ours (%s)',
    async (kind) => {
      const storage = new MemoryStorage()
      storage.keep('a', entriesOf.accepted('a fox', START - 7_200_000))
      const window = openDesk(storage)
      window.answers.status.push(...Array.from({ length: 5 }, () => failure(kind, 'unknown', true)))
      await window.jobManager.open()
      await window.clock.pass(120_000)
      expect(window.job()).toMatchObject({ state: 'accepted', activity: null, error: { kind } })
      expect(isResumable(window.job())).toBe(true)
    },
  )

  it('adds the missing word to a picture that was stored before the last visit broke off', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.fetched('a fox'), new TextEncoder().encode(svgOf('a fox')))
    const window = openDesk(storage)
    await window.jobManager.open()
    await window.clock.pass(0)
    expect(window.job()).toMatchObject({ state: 'kept', hasPicture: true })
    expect(storage.entry('a', 'kept')).not.toBeNull()
    expect(window.calls).toEqual([])
  })

  it('shows a request without an answer as interrupted, and gives it up only when its time is over', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.sent('a fox', START - 1000))
    const window = openDesk(storage)
    await window.jobManager.open()
    await window.clock.pass(10_000)
    expect(window.job()).toMatchObject({
      state: 'sending',
      activity: null,
      error: { kind: 'interrupted', charged: 'unknown' },
    })
    await window.clock.pass(600_000)
    expect(window.job()).toMatchObject({ state: 'unknown', error: { charged: 'unknown' } })
    expect(window.posts()).toEqual([])
  })

  it('gives a direct call, which may take minutes, the time that it needs', async () => {
    const storage = new MemoryStorage()
    const { sent } = entriesOf.sent('a fox')
    storage.keep('a', { sent: { ...sent, via: 'direct' } })
    const window = openDesk(storage)
    await window.jobManager.open()
    await window.clock.pass(300_000)
    expect(window.job().state).toBe('sending')
    await window.clock.pass(60_000)
    expect(window.job().state).toBe('unknown')
  })

  it('calls a request that waited for the limit failed, with nothing charged', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', {
      ...entriesOf.sent('a fox'),
      refused: { attempt: 1, at: START, until: START + 20_000 },
    })
    const window = openDesk(storage)
    await window.jobManager.open()
    await window.clock.pass(10_000)
    expect(window.job()).toMatchObject({ state: 'waiting', error: { kind: 'interrupted', charged: 'no' } })
    await window.clock.pass(600_000)
    expect(window.job()).toMatchObject({ state: 'failed', error: { charged: 'no' } })
    expect(window.posts()).toEqual([])
  })

  it('goes on with what another window learns in the meantime', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.sent('a fox', START))
    const window = openDesk(storage)
    await window.jobManager.open()
    await window.clock.pass(7000)
    storage.keep('a', entriesOf.accepted('a fox', START))
    await window.clock.pass(60_000)
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
    expect(window.posts()).toEqual([])
  })
})
