import { describe, expect, it } from 'vitest'
import { isResumable } from '../../../../src/jobs/job'
import { failure } from '../../../../src/segmind/errors'
import { later, limited, openDesk, START, silence } from '../harness'

describe('cancelling', () => {
  it('while the request is sent waits for the answer, which names the paid job, and then for nothing', async () => {
    const window = openDesk()
    window.answers.submit.push(later(window.clock, 8000, { ok: true, value: 'request for a fox' }))
    await window.start('a fox', 1000)
    expect(window.job().activity).toBe('sending')
    window.jobManager.cancel('job-1')
    await window.clock.pass(0)
    expect(window.job()).toMatchObject({ state: 'sending', activity: 'stopping' })
    await window.clock.pass(7000)
    expect(window.job()).toMatchObject({
      state: 'accepted',
      activity: null,
      requestId: 'request for a fox',
      error: { kind: 'cancelled', charged: 'unknown', requestId: 'request for a fox' },
    })
    expect(isResumable(window.job())).toBe(true)
    await window.clock.pass(600_000)
    expect(window.calls).toEqual(['submit a fox'])
    void window.jobManager.resume('job-1')
    await window.clock.pass(60_000)
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
    expect(window.posts()).toEqual(['submit a fox'])
  })

  it('while the request is sent leaves the charge unknown where the answer never comes', async () => {
    const window = openDesk()
    window.answers.submit.push(later(window.clock, 60_000, failure('timeout', 'unknown', false)))
    await window.start('a fox', 1000)
    window.jobManager.cancel('job-1')
    await window.clock.pass(60_000)
    expect(window.job()).toMatchObject({
      state: 'unknown',
      activity: null,
      error: { kind: 'timeout', charged: 'unknown' },
    })
    expect(window.storage.entry('job-1', 'ended')).toMatchObject({ how: 'unknown', attempt: 1 })
    await window.clock.pass(600_000)
    expect(window.posts()).toEqual(['submit a fox'])
  })

  it('a request that is refused meanwhile for the rate limit does not send it again', async () => {
    const window = openDesk()
    window.answers.submit.push(later(window.clock, 5000, limited(START + 20_000)))
    await window.start('a fox', 1000)
    window.jobManager.cancel('job-1')
    await window.clock.pass(600_000)
    expect(window.posts()).toEqual(['submit a fox'])
    expect(window.job()).toMatchObject({
      state: 'failed',
      activity: null,
      error: { kind: 'cancelled', charged: 'no' },
    })
  })

  it('a direct call ends it at once, and leaves the charge unknown', async () => {
    const window = openDesk()
    window.settings.via = 'direct'
    window.answers.direct.push(silence())
    await window.start('a fox', 1000)
    window.jobManager.cancel('job-1')
    await window.clock.pass(0)
    expect(window.job()).toMatchObject({
      state: 'unknown',
      activity: null,
      error: { kind: 'cancelled', charged: 'unknown' },
    })
    await window.clock.pass(600_000)
    expect(window.posts()).toEqual(['direct a fox'])
  })

  it('before the request has left sends nothing, and says that nothing was charged', async () => {
    const window = openDesk()
    const put = window.storage.put.bind(window.storage)
    let goOn = () => {}
    window.storage.put = async (...write) => {
      if (write[1] === 'sent')
        await new Promise<void>((resolve) => {
          goOn = resolve
        })
      return put(...write)
    }
    await window.start('a fox')
    window.jobManager.cancel('job-1')
    goOn()
    await window.clock.pass(600_000)
    expect(window.calls).toEqual([])
    expect(window.job()).toMatchObject({
      state: 'failed',
      activity: null,
      error: { kind: 'cancelled', charged: 'no' },
    })
  })

  it('a job in line never sends it, leaves nothing behind, and lets the next one move up', async () => {
    const window = openDesk()
    window.settings.atOnce = 1
    for (const prompt of ['a fox', 'an owl', 'a hare']) await window.start(prompt)
    window.jobManager.cancel(window.job('an owl').id)
    await window.clock.pass(0)
    expect(window.jobManager.jobs().map(({ request }) => request.prompt)).toEqual(['a fox', 'a hare'])
    await window.clock.pass(120_000)
    expect(window.posts()).toEqual(['submit a fox', 'submit a hare'])
    expect(window.job('a hare').state).toBe('kept')
    expect([...window.storage.records.keys()]).toEqual(['job-1', 'job-3'])
  })
})
