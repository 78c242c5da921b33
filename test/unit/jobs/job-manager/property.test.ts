import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entries } from '../../../../src/jobs/entries'
import type { JobManager } from '../../../../src/jobs/job-manager'
import type { Written } from '../../../../src/jobs/storage'
import { requestFor } from '../../../support/jobs/device'
import {
  GET_FAULTS,
  type GetFault,
  type JobService,
  KEYS,
  type PostFault,
  svgOf,
} from '../../../support/jobs/service'
import { JobSimulation } from '../../../support/jobs/simulation'

const posts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<PostFault>('none') },
    {
      weight: 2,
      arbitrary: fc.constantFrom<PostFault>(
        'lost-request',
        'limited',
        'server-error',
        'no-endpoint',
        'refused',
        'lost-answer',
        'truncated',
        'empty',
        'gateway',
      ),
    },
  ),
  { maxLength: 6 },
)
const oddAnswer = fc.constantFrom(...(Object.keys(GET_FAULTS) as GetFault[]))
/** Unexpected answers, as often in a row as allowed, with correct ones in between. */
const gets = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(fc.constant<GetFault>('none'), fc.integer({ min: 1, max: 3 })) },
      { weight: 8, arbitrary: fc.tuple(oddAnswer, fc.integer({ min: 1, max: 4 })) },
      { weight: 1, arbitrary: fc.tuple(oddAnswer, fc.integer({ min: 5, max: 150 })) },
    ),
    { maxLength: 6 },
  )
  .map((runs) => runs.flatMap(([fault, times]) => Array<GetFault>(times).fill(fault)))
const writes = fc.array(fc.constantFrom('written', 'written', 'written', 'full', 'unavailable'), {
  maxLength: 10,
})
const crashAt = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const WEEK = 7 * 24 * HOUR

const schedule = fc.record({
  clicks: fc.array(fc.constantFrom('a fox', 'a forbidden fox', 'an owl'), { minLength: 1, maxLength: 3 }),
  first: fc.record({ posts, gets, writes: fc.oneof(fc.constant<Written[]>([]), writes), crashAt }),
  /** A second window on the same device, at the same time. */
  second: fc.option(fc.record({ posts, gets, writes: fc.constant<Written[]>([]), crashAt }), { nil: null }),
  via: fc.constantFrom<'queue' | 'direct'>('queue', 'queue', 'direct'),
  duration: fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 0, max: MINUTE }) },
    { weight: 1, arbitrary: fc.integer({ min: MINUTE, max: 70 * MINUTE }) },
  ),
  /** The key that the user saves in the meantime: another one of the account, a wrong one, or none. */
  keys: fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 5 * MINUTE }),
      key: fc.constantFrom(KEYS[0], KEYS[1], 'SG_wrong', null),
    }),
    { maxLength: 3 },
  ),
  cancelAfter: fc.option(fc.integer({ min: 0, max: 30 * SECOND }), { nil: null }),
  openFor: fc.constantFrom(...Array<number>(5).fill(12 * MINUTE), 70 * MINUTE),
  closedFor: fc.constantFrom(SECOND, 30 * SECOND, 10 * MINUTE, 20 * MINUTE, 2 * HOUR, 8 * 24 * HOUR),
})

type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never

/** Enough for the longest pause between polls, a rate limit, and pending answers. */
const MARGIN = 90 * SECOND

/** Runs a schedule, closes everything, reopens without faults, and checks the outcome of each click. */
async function live(plan: Schedule, simulation: JobSimulation): Promise<void> {
  const { clicks, first, second, via, closedFor, cancelAfter, duration } = plan
  const { service } = simulation
  const window = simulation.open(first, via)
  void window.jobManager.open()
  const prompts = clicks.map((prompt, at) => `${prompt} ${at}`)
  for (const prompt of prompts) void window.jobManager.start(requestFor(prompt))
  if (second) void simulation.open(second, via).jobManager.open()
  const start = simulation.clock.time
  const closes = start + plan.openFor
  for (const { at, happen } of eventsOf(plan, window.jobManager, service)) {
    await simulation.clock.run(start + at)
    happen()
  }
  // What is still pending by then never settles: the panel is closed.
  await simulation.clock.run(closes)
  const entries = new Map([...simulation.storage.records.keys()].map((id) => [id, simulation.entriesOf(id)]))
  const lastSwap = Math.max(...plan.keys.map(({ after }) => start + after), start)
  const isUndisturbed =
    !window.crashed() &&
    cancelAfter === null &&
    first.writes.every((written) => written === 'written') &&
    plan.keys.every(({ key }) => key !== null) &&
    service.key !== 'SG_wrong'
  const calmFrom = Math.max(lastSwap, service.lastFault)

  simulation.clock.time += closedFor
  const reopens = simulation.clock.time
  service.key = KEYS[1]
  const reopened = simulation.open()
  expect(
    await Promise.race([
      reopened.jobManager.open(),
      simulation.clock.run(simulation.clock.time).then(() => true),
    ]),
  ).toBe(true)
  await simulation.clock.run()

  /** Returns whether the service has the picture, so that only a bug could lose it. */
  const mustHavePicture = (at: number, known: Entries | null | undefined): boolean => {
    const done = at + duration
    const gone = at + HOUR - MARGIN
    if (known?.fetched?.url) return reopens < done + WEEK - MARGIN
    if (!known?.accepted || done > gone) return false
    return reopens < gone || (isUndisturbed && Math.max(done, calmFrom) + MARGIN < Math.min(gone, closes))
  }

  const jobs = reopened.jobManager.jobs()
  for (const [requestId, { prompt, at, fails }] of service.accepted) {
    const job = jobs.find((each) => each.request.prompt === prompt)
    expect(job, `a job for ${prompt}, which the service accepted`).toBeDefined()
    if (!job) continue
    expect(['kept', 'inserted', 'failed', 'expired', 'unknown']).toContain(job.state)
    expect(job.activity).toBeNull()
    if (!fails) expect(job.state).not.toBe('failed')
    if (job.state === 'expired' && job.requestId) expect(simulation.clock.time).toBeGreaterThan(at + HOUR)
    if (!fails && mustHavePicture(at, entries.get(job.id))) expect(job.hasPicture, 'a picture').toBe(true)
    if (job.hasPicture) expect(await reopened.jobManager.svg(job.id)).toBe(svgOf(prompt))
    // Once an id has been used for polling, it is never lost again.
    const refusedWrites = [...first.writes].some((written) => written !== 'written')
    if (service.polled.has(requestId) && !refusedWrites) expect(job.state).not.toBe('unknown')
    if (job.state === 'unknown' || job.state === 'expired') expect(job.error).not.toBeNull()
  }
  for (const [prompt, { other }] of service.posts) {
    expect(other, `POSTs for ${prompt} that were not refused`).toBeLessThanOrEqual(1)
  }
  expect(simulation.violations).toEqual([])
}

/** What the user does while the first window is open, in order. Times in ms from its opening. */
function eventsOf({ keys, cancelAfter }: Schedule, jobManager: JobManager, service: JobService) {
  const swaps = keys.map(({ after, key }) => ({
    at: after,
    happen() {
      service.key = key
      if (key !== null) jobManager.resumeAll()
    },
  }))
  const cancel = {
    at: cancelAfter ?? 0,
    happen() {
      for (const { id } of jobManager.jobs()) jobManager.cancel(id)
    },
  }
  return [...swaps, ...(cancelAfter === null ? [] : [cancel])].sort((a, b) => a.at - b.at)
}

const worldFor = ({ first, duration }: Schedule, idAfterPoll = false) =>
  new JobSimulation({ duration, strict: first.writes.every((written) => written === 'written'), idAfterPoll })

describe('in any order of events', () => {
  it('no paid picture is lost, none is paid for twice, and states follow the transition table', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (plan) => live(plan, worldFor(plan))),
      { numRuns: 5000 },
    )
  }, 300_000)

  it('a request id that is only written after the first poll is detected', async () => {
    const broken = fc.assert(
      fc.asyncProperty(schedule, async (plan) => live(plan, worldFor(plan, true))),
      // Any counterexample will do, so it is not shrunk.
      { numRuns: 5000, endOnFailure: true },
    )
    // Either a job whose picture is lost, or a job that is no longer polled.
    await expect(broken).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/not to be 'unknown'|to include 'accepted'/) },
    })
  }, 300_000)
})
