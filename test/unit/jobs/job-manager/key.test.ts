import { describe, expect, it } from 'vitest'
import { isRepeatable } from '../../../../src/jobs/job'
import { entriesOf, MemoryStorage, openDesk, START, svgOf } from '../harness'

describe('without a key', () => {
  it('nothing is sent or stored, and the job says why', async () => {
    const window = openDesk()
    window.settings.key = false
    await window.start('a fox', 60_000)
    expect(window.calls).toEqual([])
    expect(window.storage.writes).toEqual([])
    expect(window.job()).toMatchObject({
      activity: null,
      error: { kind: 'invalid-key', charged: 'no' },
      hasPicture: false,
    })
    expect(isRepeatable(window.job())).toBe(true)
  })

  it('an accepted job rests, and is picked up with all others once there is one', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.accepted('a fox', START - 60_000))
    storage.keep('b', entriesOf.fetched('an owl', START - 60_000))
    storage.keep('c', entriesOf.kept('a hare', START - 60_000), new TextEncoder().encode(svgOf('a hare')))
    const window = openDesk(storage)
    window.settings.key = false
    expect(await window.jobManager.open()).toBe(true)
    await window.clock.pass(60_000)
    expect(window.job('a fox')).toMatchObject({ state: 'accepted', error: { kind: 'invalid-key' } })
    expect(window.job('an owl')).toMatchObject({ state: 'fetched', error: { kind: 'invalid-key' } })
    expect(window.calls).toEqual([])

    window.settings.key = true
    window.jobManager.resumeAll()
    await window.clock.pass(60_000)
    for (const prompt of ['a fox', 'an owl', 'a hare']) {
      expect(window.job(prompt)).toMatchObject({ state: 'kept', error: null })
      expect(await window.jobManager.svg(window.job(prompt).id)).toBe(svgOf(prompt))
    }
    expect(window.posts()).toEqual([])
  })
})
