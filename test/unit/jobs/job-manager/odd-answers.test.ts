import { describe, expect, it } from 'vitest'
import { isResumable } from '../../../../src/jobs/job'
import { strings } from '../../../../src/strings'
import { GET_FAULTS, type GetFault, KEYS, svgOf } from '../../../support/jobs/service'
import { JobSimulation } from '../../../support/jobs/simulation'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const PROMPT = 'a fox'
const ODD = Object.keys(GET_FAULTS) as (keyof typeof GET_FAULTS)[]

/** A window in which a job was just started. The GETs get these answers, then correct ones. */
function openSimulation(gets: readonly GetFault[], duration = 0) {
  const window = new JobSimulation({ duration, strict: true }).open({ gets })
  void window.jobManager.open()
  void window.start(PROMPT)
  return window
}

/** Returns the job in the next session. */
async function reopened(simulation: JobSimulation) {
  const window = simulation.open()
  void window.load()
  await window.advance(2 * MINUTE)
  return window.job()
}

const times = (count: number, fault: GetFault) => Array<GetFault>(count).fill(fault)

describe('a paid job gets its picture', () => {
  // Status, result and file are requested once, in this order.
  it.each(ODD)('even if its status, its result, and its file are answered with %s first', async (fault) => {
    for (const gets of [
      [fault],
      ['none', fault],
      ['none', 'none', fault],
      [fault, fault, 'none', fault],
    ] as const) {
      const { service, job, jobManager, advance } = openSimulation(gets)
      await advance(2 * MINUTE)
      expect(job()).toMatchObject({ state: 'kept', error: null })
      expect(await jobManager.svg(job().id)).toBe(svgOf(PROMPT))
      expect(service.posts.get(PROMPT)).toEqual({ refused: 0, other: 1 })
    }
  })

  it.each(ODD)('even if it is answered with %s for most of the hour', async (fault) => {
    const { job, advance } = openSimulation(times(90, fault))
    await advance(MINUTE)
    expect(job()).toMatchObject({ state: 'accepted', requestId: 'request-1_a%20fox' })
    expect(job().activity).not.toBeNull()
    await advance(59 * MINUTE)
    expect(job()).toMatchObject({ state: 'kept', error: null })
  })

  it('even if its file is not available for hours', async () => {
    const { job, advance } = openSimulation(['none', 'none', ...times(400, '404')])
    await advance(3 * HOUR)
    expect(job()).toMatchObject({ state: 'fetched', activity: 'fetching', error: { kind: 'not-found' } })
    await advance(HOUR)
    expect(job()).toMatchObject({ state: 'kept', error: null })
  })

  it('even if its status is never answered correctly', async () => {
    const { service, job, advance } = openSimulation([], MINUTE)
    service.hidesStatus = true
    await advance(5 * MINUTE)
    expect(job()).toMatchObject({ state: 'kept', error: null })
  })

  it('with the key that replaced the wrong one', async () => {
    const { simulation, service, job, advance } = openSimulation([], 20 * SECOND)
    await advance(SECOND)
    service.key = 'SG_wrong'
    await advance(10 * MINUTE)
    expect(job()).toMatchObject({ state: 'accepted', activity: 'queued', error: { kind: 'invalid-key' } })
    service.key = KEYS[1]
    await advance(MINUTE)
    expect(job()).toMatchObject({ state: 'kept', error: null })
    expect(simulation.violations).toEqual([])
  })
})

describe('a job that gets unexpected answers again and again', () => {
  it('was charged if it was completed, even if its result never arrives', async () => {
    const { job, advance } = openSimulation(['none', ...times(1000, '404')])
    await advance(2 * HOUR)
    expect(job()).toMatchObject({ state: 'expired', error: { kind: 'expired', charged: 'yes' } })
  })

  it('is polled less and less often, but at least every 30 seconds', async () => {
    const { service, advance } = openSimulation(times(1000, '404'))
    const asked: number[] = []
    for (let last = service.lastFault; asked.length < 60; last = service.lastFault) {
      await advance(SECOND / 4)
      if (service.lastFault !== last) asked.push(service.lastFault)
    }
    const pauses = asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
    expect(pauses.slice(0, 3)).toEqual([2000, 4000, 8000])
    expect(Math.max(...pauses)).toBe(30_000)
    for (const [index, pause] of pauses.entries())
      expect(pause).toBeGreaterThanOrEqual(pauses[index - 1] ?? 0)
  })

  it('is late after a few, shows the message of the service, and is no longer late once it answers', async () => {
    const { job, advance } = openSimulation(times(6, '404'), 2 * MINUTE)
    await advance(5 * SECOND)
    expect(job()).toMatchObject({ activity: 'queued', error: null })
    await advance(10 * SECOND)
    expect(job()).toMatchObject({ activity: 'queued', error: { kind: 'not-found', charged: 'unknown' } })
    expect(strings.jobNotice(job())?.text).toContain('Segmind says: “Request not found”.')
    expect(strings.jobNotice(job())?.text).toContain('Segmind finishes the image and charges it.')
    expect(strings.jobNotice(job())?.text).toContain('Inkwright keeps checking')
    await advance(80 * SECOND)
    expect(job()).toMatchObject({ activity: 'drawing', error: null })
  })

  it('stops when the user stops checking, and continues when the user checks again', async () => {
    const { job, jobManager, service, advance } = openSimulation(times(20, '403'))
    await advance(MINUTE)
    jobManager.cancel(job().id)
    await advance(0)
    expect(job()).toMatchObject({ state: 'accepted', activity: null, error: { kind: 'cancelled' } })
    expect(isResumable(job())).toBe(true)
    const { lastFault } = service
    await advance(10 * MINUTE)
    expect(service.lastFault).toBe(lastFault)
    void jobManager.resume(job().id)
    await advance(20 * MINUTE)
    expect(job()).toMatchObject({ state: 'kept', error: null })
  })
})

describe('the clock', () => {
  it('ends a job an hour after it was accepted, and says where the picture may be', async () => {
    const { job, advance } = openSimulation(times(10_000, '404'))
    await advance(HOUR)
    expect(job()).toMatchObject({ state: 'accepted', activity: 'queued' })
    await advance(10 * MINUTE)
    expect(job()).toMatchObject({
      state: 'expired',
      activity: null,
      requestId: 'request-1_a%20fox',
      error: { kind: 'expired', requestId: 'request-1_a%20fox' },
    })
    expect(strings.jobNotice(job())?.text).toMatch(
      /Look for its request ID in Generations at cloud\.segmind\.com/,
    )
  })

  it('ends a finished job without a file a week later', async () => {
    const { job, jobManager, clock, simulation, advance } = openSimulation([
      'none',
      'none',
      ...times(3, '404'),
    ])
    await advance(3 * SECOND)
    jobManager.cancel(job().id)
    await advance(6 * DAY)
    expect(job().state).toBe('fetched')
    clock.time += 2 * DAY
    expect(await reopened(simulation)).toMatchObject({
      state: 'expired',
      error: { kind: 'file-expired', charged: 'yes' },
    })
  })

  it('does not end it: without an answer the job stops, and is polled again at the next visit', async () => {
    const { job, simulation, advance } = openSimulation(times(10_000, 'lost'))
    await advance(2 * HOUR)
    expect(job()).toMatchObject({ state: 'accepted', activity: null, error: { kind: 'offline' } })
    expect(await reopened(simulation)).toMatchObject({ state: 'expired' })
  })

  it('does not end a job with one unexpected answer while it is wrong', async () => {
    for (const fault of ['404', '500', 'html'] as const) {
      const { job, clock, service, simulation, advance } = openSimulation(['none', fault], 20 * SECOND)
      await advance(2 * SECOND)
      clock.time += 2 * HOUR
      // The service's own clock continues as before.
      for (const [id, accepted] of service.accepted)
        service.accepted.set(id, { ...accepted, at: accepted.at + 2 * HOUR })
      await advance(2 * MINUTE)
      expect(job().state).toBe('accepted')
      expect(await reopened(simulation)).toMatchObject({ state: 'kept', error: null })
    }
  })

  it('resumes a job that version 0.1 ended after one 404', async () => {
    const { job, jobManager, clock, storage, simulation, advance } = openSimulation(times(1000, '404'))
    await advance(12 * SECOND)
    jobManager.cancel(job().id)
    await advance(0)
    const error = { ...job().error, kind: 'expired', status: 404, repeatable: false }
    const ended = { attempt: 1, at: clock.time, how: 'expired', error }
    storage.records.get(job().id)?.entries.set('ended', JSON.stringify(ended))
    expect(await reopened(simulation)).toMatchObject({ state: 'kept', error: null })
  })
})
