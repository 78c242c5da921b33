import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Written } from '../../../../src/jobs/storage'
import { JobWorld, type NetFault, type WindowScript } from '../../../support/job-world'

const request = (prompt: string) => ({ prompt, style: 'any', size: '1024x1024' }) as const

const net = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<NetFault>('none') },
    {
      weight: 2,
      arbitrary: fc.constantFrom<NetFault>(
        'lost-request',
        'lost-answer',
        'limited',
        'server-error',
        'no-endpoint',
        'unreadable',
      ),
    },
  ),
  { maxLength: 12 },
)
const writes = fc.array(fc.constantFrom('written', 'written', 'written', 'full', 'unavailable'), {
  maxLength: 10,
})
const crashAt = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })

const schedule = fc.record({
  clicks: fc.array(fc.constantFrom('a fox', 'a forbidden fox', 'an owl'), { minLength: 1, maxLength: 3 }),
  first: fc.record({ net, writes: fc.oneof(fc.constant<Written[]>([]), writes), crashAt }),
  /** A second window on the same device, at the same time. */
  second: fc.option(fc.record({ net, writes: fc.constant<Written[]>([]), crashAt }), { nil: null }),
  via: fc.constantFrom<'queue' | 'direct'>('queue', 'queue', 'direct'),
  duration: fc.integer({ min: 0, max: 60_000 }),
  closedFor: fc.constantFrom(1000, 30_000, 600_000, 7_200_000),
  cancelAfter: fc.option(fc.integer({ min: 0, max: 30_000 }), { nil: null }),
})

type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never

const calm: WindowScript = { net: [], writes: [], crashAt: null }

/** Lives through one schedule, closes everything, reopens without faults, and looks at what became of each click. */
async function live(
  { clicks, first, second, via, closedFor, cancelAfter }: Schedule,
  world: JobWorld,
): Promise<void> {
  const window = world.open(first, via)
  void window.desk.open()
  const prompts = clicks.map((prompt, at) => `${prompt} ${at}`)
  for (const prompt of prompts) void window.desk.start(request(prompt))
  if (second) void world.open(second, via).desk.open()
  if (cancelAfter !== null) {
    await world.run(world.now + cancelAfter)
    for (const { id } of window.desk.jobs()) window.desk.cancel(id)
  }
  // Whatever hangs by now hangs for good: the panel is closed on it.
  await world.run(world.now + 700_000)
  world.now += closedFor
  const reopened = world.open(calm)
  expect(await Promise.race([reopened.desk.open(), world.run(world.now).then(() => true)])).toBe(true)
  await world.run()

  const jobs = reopened.desk.jobs()
  for (const [requestId, { prompt }] of world.accepted) {
    const job = jobs.find((each) => each.request.prompt === prompt)
    expect(job, `a job for ${prompt}, which the service accepted`).toBeDefined()
    if (!job) continue
    expect(['kept', 'inserted', 'failed', 'expired', 'unknown']).toContain(job.state)
    expect(job.activity).toBeNull()
    if (job.hasPicture) expect(await reopened.desk.svg(job.id)).toBe(`<svg>${prompt}</svg>`)
    // Once the id is known well enough to ask with it, it is never lost again.
    const refusedWrites = [...first.writes].some((written) => written !== 'written')
    if (world.polled.has(requestId) && !refusedWrites) expect(job.state).not.toBe('unknown')
    if (job.state === 'unknown' || job.state === 'expired') expect(job.error).not.toBeNull()
  }
  for (const [prompt, { other }] of world.posts) {
    expect(other, `POSTs for ${prompt} that were not refused`).toBeLessThanOrEqual(1)
  }
  expect(world.breaches).toEqual([])
}

const worldFor = ({ first, duration }: Schedule, idAfterPoll = false) =>
  new JobWorld({ duration, strict: first.writes.every((written) => written === 'written'), idAfterPoll })

describe('whatever happens to it', () => {
  it('no paid picture is lost, none is paid for twice, and states move along the table', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (plan) => live(plan, worldFor(plan))),
      { numRuns: 5000 },
    )
  }, 120_000)

  it('and a request id that is written only after the first poll would be noticed', async () => {
    const broken = fc.assert(
      fc.asyncProperty(schedule, async (plan) => live(plan, worldFor(plan, true))),
      { numRuns: 5000 },
    )
    // It shows as a job whose picture is lost, or as one that nobody asks about any more.
    await expect(broken).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/not to be 'unknown'|to include 'accepted'/) },
    })
  }, 120_000)
})
