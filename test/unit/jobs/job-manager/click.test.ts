import { describe, expect, it } from 'vitest'
import { isRepeatable, isResumable } from '../../../../src/jobs/job'
import { START } from '../../../support/jobs/clock'
import { requestFor } from '../../../support/jobs/device'
import { type Fault, requestIdOf, svgOf, urlOf } from '../../../support/jobs/service'
import { openWindow } from '../../../support/jobs/simulation'

describe('a click', () => {
  it('gets a picture with one POST, stores it on the device, and settles once', async () => {
    const window = openWindow()
    await window.start('a fox', 1000)
    expect(window.settled).toEqual([])
    await window.advance(60_000)
    expect(window.job()).toMatchObject({
      ...{ id: 'job-1', request: requestFor('a fox'), requestId: requestIdOf('a fox', 1), startedAt: START },
      ...{ state: 'kept', activity: null, error: null, cost: 0.1 },
      ...{ hasPicture: true, unstored: null, inserted: false, isInBackground: false, starred: false },
    })
    expect(await window.jobManager.svg('job-1')).toBe(svgOf('a fox'))
    expect(new TextDecoder().decode(window.storage.records.get('job-1')?.picture ?? undefined)).toBe(
      svgOf('a fox'),
    )
    expect(window.posts()).toEqual(['submit a fox'])
    const steps = ['sent', 'accepted', 'fetched', 'picture', 'kept']
    expect(window.storage.writes).toEqual(steps.map((step) => `job-1 ${step}`))
    await window.jobManager.noteInserted('job-1')
    await window.jobManager.star('job-1', true)
    expect(window.settled).toEqual(['job-1'])
  })

  it('for several jobs keeps their order, also at the next visit', async () => {
    const window = openWindow()
    const newestFirst = ['job-4', 'job-3', 'job-2', 'job-1']
    for (const _ of newestFirst) void window.jobManager.start(requestFor('a fox'))
    const listed = (of: typeof window.jobManager) => of.jobs().map(({ id }) => id)
    expect(listed(window.jobManager)).toEqual(newestFirst)
    await window.advance(120_000)
    // The storage lists its keys in any order.
    const records = [...window.storage.records].reverse()
    window.storage.records.clear()
    for (const [id, record] of records) window.storage.records.set(id, record)
    const next = window.simulation.open()
    await next.load()
    expect(listed(next.jobManager)).toEqual(newestFirst)
  })

  it('that is queued measures its time from when it is sent', async () => {
    const window = openWindow()
    for (const prompt of ['a fox', 'an owl', 'a whale']) void window.start(prompt, 0)
    await window.advance(1)
    expect(window.job('a whale')).toMatchObject({ activity: 'in-line', startedAt: START + 2, sentAt: null })
    await window.advance(120_000)
    expect(window.job('a whale').sentAt).toBeGreaterThan(START + 5000)
  })

  it('uses the direct call if the user chose it, with one POST and no polls', async () => {
    const window = openWindow()
    window.settings.via = 'direct'
    await window.start('a fox')
    expect(window.calls).toEqual(['direct a fox'])
    expect(window.job()).toMatchObject({ state: 'kept', requestId: null, cost: 0.1 })
    expect(await window.jobManager.svg('job-1')).toBe(svgOf('a fox'))
  })

  it('without an answer may have been charged, and is never sent again automatically', async () => {
    const window = openWindow()
    window.faults.submit.push('lost-answer')
    await window.start('a fox', 600_000)
    expect(window.job()).toMatchObject({ state: 'unknown', error: { kind: 'offline', charged: 'unknown' } })
    expect(isRepeatable(window.job())).toBe(true)
    expect(isResumable(window.job())).toBe(false)
    await window.jobManager.resume('job-1')
    window.jobManager.resumeAll()
    await window.advance(600_000)
    const next = window.simulation.open()
    await next.load(600_000)
    expect([...window.posts(), ...next.posts()]).toEqual(['submit a fox'])
    expect(next.job()).toMatchObject({ state: 'unknown', error: { kind: 'offline' } })
  })

  it('whose picture is on another host stops, says where it is, and is resumed by a version that knows the host', async () => {
    const window = openWindow()
    window.faults.result.push({ url: 'https://evil.example/fox.svg' })
    await window.start('a fox', 600_000)
    const error = { kind: 'foreign-host', charged: 'yes', host: 'https://evil.example' }
    expect(window.job()).toMatchObject({ state: 'fetched', activity: null, error })
    expect(window.calls).not.toContain('picture')
    expect(window.calls.filter((name) => name.startsWith('result'))).toHaveLength(1)
    const fetched = window.storage.entry('job-1', 'fetched')
    if (fetched)
      window.storage.keep('job-1', { fetched: { ...fetched, url: urlOf(requestIdOf('a fox', 1)) } })
    const next = window.simulation.open()
    await next.load()
    expect(next.job()).toMatchObject({ state: 'kept', error: null })
  })

  it('keeps polling while the connection is lost, and lets the next job start', async () => {
    const window = openWindow()
    window.settings.atOnce = 1
    window.faults.status.push(...Array<Fault>(60).fill('lost'))
    await window.start('a fox', 120_000)
    expect(window.job()).toMatchObject({ state: 'accepted', activity: 'queued', error: { kind: 'offline' } })
    expect(isResumable(window.job())).toBe(false)
    await window.start('an owl')
    expect(window.posts()).toEqual(['submit a fox', 'submit an owl'])
    await window.advance(1_800_000)
    for (const prompt of ['a fox', 'an owl'])
      expect(window.job(prompt)).toMatchObject({ state: 'kept', error: null })
    expect(window.posts()).toEqual(['submit a fox', 'submit an owl'])
  })
})

describe('a service without the queue', () => {
  it('is called directly, with each POST stored before it is sent', async () => {
    const window = openWindow()
    window.faults.submit.push('no-endpoint')
    await window.start('a fox')
    expect(window.calls).toEqual(['submit a fox', 'direct a fox'])
    expect(window.storage.entry('job-1', 'sent')).toMatchObject({ attempt: 2, via: 'direct' })
    expect(window.storage.writes.slice(0, 3)).toEqual(['job-1 sent', 'job-1 refused', 'job-1 sent'])
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
    expect(await window.jobManager.svg('job-1')).toBe(svgOf('a fox'))
  })

  it('is not confused with one that fails: that job fails and settles', async () => {
    const window = openWindow()
    window.faults.submit.push('server-error')
    await window.start('a fox', 600_000)
    expect(window.posts()).toEqual(['submit a fox'])
    expect(window.job().state).toBe('failed')
    expect(window.settled).toEqual(['job-1'])
  })
})

it('learns from finished jobs how long pictures usually take', async () => {
  const slow = openWindow()
  const before = slow.jobManager.expected(requestFor('a fox'))
  slow.service.duration = 60_000
  for (let name = 0; name < 6; name += 1) await slow.start(`${name}`, 120_000)
  expect(slow.jobManager.expected(requestFor('a fox'))).toBeGreaterThan(before)
  const next = slow.simulation.open()
  await next.load()
  expect(next.jobManager.expected(requestFor('a fox'))).toBe(slow.jobManager.expected(requestFor('a fox')))
})
