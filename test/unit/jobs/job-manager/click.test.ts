import { describe, expect, it } from 'vitest'
import { isRepeatable, isResumable } from '../../../../src/jobs/job'
import { failure } from '../../../../src/segmind/errors'
import { noEndpoint, openDesk, requestFor, START, svgOf } from '../harness'

describe('a click', () => {
  it('brings a picture, by one POST, and keeps it on the device', async () => {
    const window = openDesk()
    await window.start('a fox', 60_000)
    expect(window.job()).toMatchObject({
      id: 'job-1',
      request: requestFor('a fox'),
      state: 'kept',
      activity: null,
      startedAt: START,
      requestId: 'request for a fox',
      error: null,
      cost: 0.1,
      hasPicture: true,
      unstored: null,
      inserted: false,
      starred: false,
    })
    expect(await window.jobManager.svg('job-1')).toBe(svgOf('a fox'))
    expect(new TextDecoder().decode(window.storage.records.get('job-1')?.picture ?? undefined)).toBe(
      svgOf('a fox'),
    )
    expect(window.posts()).toEqual(['submit a fox'])
    expect(window.storage.writes).toEqual([
      'job-1 sent',
      'job-1 accepted',
      'job-1 fetched',
      'job-1 picture',
      'job-1 kept',
    ])
  })

  it('goes the direct way where the user wants it, by one POST and without a question', async () => {
    const window = openDesk()
    window.settings.via = 'direct'
    await window.start('a fox')
    expect(window.calls).toEqual(['direct a fox'])
    expect(window.job()).toMatchObject({ state: 'kept', requestId: null, cost: 0.1 })
    expect(await window.jobManager.svg('job-1')).toBe(svgOf('a fox'))
  })

  it('whose answer never came may have been charged, and is never sent again by itself', async () => {
    const window = openDesk()
    window.answers.submit.push(failure('offline', 'unknown', false))
    await window.start('a fox', 600_000)
    expect(window.job()).toMatchObject({ state: 'unknown', error: { kind: 'offline', charged: 'unknown' } })
    expect(isRepeatable(window.job())).toBe(true)
    expect(isResumable(window.job())).toBe(false)
    await window.jobManager.resume('job-1')
    window.jobManager.resumeAll()
    await window.clock.pass(600_000)
    const next = openDesk(window.storage, window.clock)
    await next.jobManager.open()
    await next.clock.pass(600_000)
    expect([...window.posts(), ...next.posts()]).toEqual(['submit a fox'])
    expect(next.job()).toMatchObject({ state: 'unknown', error: { kind: 'offline' } })
  })

  it('whose picture lies elsewhere rests, says where, and is not asked about in vain', async () => {
    const window = openDesk()
    const requestId = 'request for a fox'
    window.answers.picture.push(
      failure('foreign-host', 'yes', false, { requestId, host: 'https://evil.example' }),
    )
    await window.start('a fox', 600_000)
    expect(window.job()).toMatchObject({
      state: 'fetched',
      activity: null,
      error: { kind: 'foreign-host', charged: 'yes', host: 'https://evil.example' },
    })
    expect(window.calls.filter((name) => name === 'picture')).toHaveLength(1)
    // A later version may know the host.
    const next = openDesk(window.storage, window.clock)
    await next.jobManager.open()
    await next.clock.pass(0)
    expect(next.job()).toMatchObject({ state: 'kept', error: null })
  })

  it('goes on for as long as the connection is gone, and gives its place to the next', async () => {
    const window = openDesk()
    window.settings.atOnce = 1
    window.answers.status.push(...Array.from({ length: 60 }, () => failure('offline', 'unknown', true)))
    await window.start('a fox', 120_000)
    expect(window.job()).toMatchObject({ state: 'accepted', activity: 'queued', error: { kind: 'offline' } })
    expect(isResumable(window.job())).toBe(false)
    await window.start('an owl')
    expect(window.posts()).toEqual(['submit a fox', 'submit an owl'])
    await window.clock.pass(1_800_000)
    for (const prompt of ['a fox', 'an owl'])
      expect(window.job(prompt)).toMatchObject({ state: 'kept', error: null })
    expect(window.posts()).toEqual(['submit a fox', 'submit an owl'])
  })
})

describe('a service without the queue', () => {
  it('is asked the direct way, each POST written down before it', async () => {
    const window = openDesk()
    window.answers.submit.push(noEndpoint)
    await window.start('a fox')
    expect(window.calls).toEqual(['submit a fox', 'direct a fox'])
    expect(window.storage.entry('job-1', 'sent')).toMatchObject({ attempt: 2, via: 'direct' })
    expect(window.storage.writes.slice(0, 3)).toEqual(['job-1 sent', 'job-1 refused', 'job-1 sent'])
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
    expect(await window.jobManager.svg('job-1')).toBe(svgOf('a fox'))
  })

  it('is not taken for one that is merely out of order', async () => {
    const window = openDesk()
    window.answers.submit.push(failure('unavailable', 'no', true, { status: 500 }))
    await window.start('a fox', 600_000)
    expect(window.posts()).toEqual(['submit a fox'])
    expect(window.job().state).toBe('failed')
  })
})

describe('what pictures usually take', () => {
  it('is learned from those that came', async () => {
    const slow = openDesk()
    const before = slow.jobManager.expected(requestFor('a fox'))
    slow.settings.duration = 60_000
    for (let name = 0; name < 6; name += 1) await slow.start(`${name}`, 120_000)
    expect(slow.jobManager.expected(requestFor('a fox'))).toBeGreaterThan(before)
    const next = openDesk(slow.storage, slow.clock)
    await next.jobManager.open()
    expect(next.jobManager.expected(requestFor('a fox'))).toBe(slow.jobManager.expected(requestFor('a fox')))
  })
})
