import { describe, expect, it } from 'vitest'
import { isResumable, type Job } from '../../../../src/jobs/job'
import { START } from '../../../support/jobs/clock'

import { type Fault, requestIdOf } from '../../../support/jobs/service'
import { openWindow } from '../../../support/jobs/simulation'

const limitedUntil = { resetAt: START + 20_000 }

describe('cancelling', () => {
  it('while the request is sent waits for the answer, which has the id of the paid job, and for nothing else', async () => {
    const window = openWindow()
    window.faults.submit.push({ after: 8000 })
    await window.start('a fox', 1000)
    expect(window.job().activity).toBe('sending')
    window.jobManager.cancel('job-1')
    await window.advance(0)
    expect(window.job()).toMatchObject({ state: 'sending', activity: 'stopping' })
    await window.advance(7000)
    const requestId = requestIdOf('a fox', 1)
    const error = { kind: 'cancelled', charged: 'unknown', requestId }
    expect(window.job()).toMatchObject({ state: 'accepted', activity: null, requestId, error })
    expect(isResumable(window.job())).toBe(true)
    await window.advance(600_000)
    expect(window.calls).toEqual(['submit a fox'])
    void window.jobManager.resume('job-1')
    await window.advance(60_000)
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
    expect(window.posts()).toEqual(['submit a fox'])
    // When it was stopped, and when it was resumed.
    expect(window.settled).toEqual(['job-1', 'job-1'])
  })

  it.each<[what: string, fault: Fault, after: number, state: Job['state'], kind: string, charged: string]>([
    ['that is never answered does not know', 'silence', 60_000, 'unknown', 'timeout', 'unknown'],
    [
      'that is refused meanwhile knows',
      { after: 5000, fault: limitedUntil },
      4000,
      'failed',
      'cancelled',
      'no',
    ],
    ['that waits for the rate limit knows', limitedUntil, 0, 'failed', 'cancelled', 'no'],
  ])(
    'a request %s whether it was charged, and it is not sent again',
    async (_what, fault, after, state, kind, charged) => {
      const window = openWindow()
      window.faults.submit.push(fault)
      await window.start('a fox', 1000)
      window.jobManager.cancel('job-1')
      await window.advance(after)
      expect(window.job()).toMatchObject({ state, activity: null, retryAt: null, error: { kind, charged } })
      expect(window.storage.entry('job-1', 'ended')).toMatchObject({ how: state, attempt: 1 })
      await window.advance(600_000)
      expect(window.posts()).toEqual(['submit a fox'])
    },
  )

  it('a direct call ends it immediately, and leaves the charge unknown', async () => {
    const window = openWindow()
    window.settings.via = 'direct'
    window.faults.direct.push('silence')
    await window.start('a fox', 1000)
    window.jobManager.cancel('job-1')
    await window.advance(0)
    const error = { kind: 'cancelled', charged: 'unknown' }
    expect(window.job()).toMatchObject({ state: 'unknown', activity: null, error })
    await window.advance(600_000)
    expect(window.posts()).toEqual(['direct a fox'])
  })

  it('before the request is sent sends nothing, and reports that nothing was charged', async () => {
    const window = openWindow()
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
    await window.advance(600_000)
    expect(window.calls).toEqual([])
    const error = { kind: 'cancelled', charged: 'no' }
    expect(window.job()).toMatchObject({ state: 'failed', activity: null, error })
  })

  it('a queued job never sends it, leaves nothing behind, and lets the next one start', async () => {
    const window = openWindow()
    window.settings.atOnce = 1
    for (const prompt of ['a fox', 'an owl', 'a hare']) await window.start(prompt)
    window.jobManager.cancel(window.job('an owl').id)
    await window.advance(0)
    expect(window.jobManager.jobs().map(({ request }) => request.prompt)).toEqual(['a hare', 'a fox'])
    await window.advance(120_000)
    expect(window.posts()).toEqual(['submit a fox', 'submit a hare'])
    expect(window.job('a hare').state).toBe('kept')
    expect([...window.storage.records.keys()]).toEqual(['job-1', 'job-3'])
  })
})
