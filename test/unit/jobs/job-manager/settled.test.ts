import { describe, expect, it } from 'vitest'
import { failure } from '../../../../src/segmind/errors'
import { later, openDesk } from '../harness'

describe('a job is told of as settled', () => {
  it('once, when its picture is kept', async () => {
    const window = openDesk()
    window.answers.submit.push(later(window.clock, 8000, { ok: true, value: 'request for a fox' }))
    await window.start('a fox', 1000)
    expect(window.settled).toEqual([])
    await window.clock.pass(60_000)
    expect(window.job().state).toBe('kept')
    await window.jobManager.noteInserted('job-1')
    await window.jobManager.star('job-1', true)
    expect(window.settled).toEqual(['job-1'])
  })

  it('when it ends without a picture', async () => {
    const window = openDesk()
    window.answers.submit.push(failure('rejected', 'no', true))
    await window.start('a fox')
    expect(window.settled).toEqual(['job-1'])
  })

  it('each time that it comes to rest: when it is stopped, and when it was resumed', async () => {
    const window = openDesk()
    await window.start('a fox', 1000)
    window.jobManager.cancel('job-1')
    await window.clock.pass(0)
    expect(window.settled).toEqual(['job-1'])
    void window.jobManager.resume('job-1')
    await window.clock.pass(60_000)
    expect(window.settled).toEqual(['job-1', 'job-1'])
  })
})
