import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logNormal, randomFrom } from '../../../bench/random'
import { createPollingPolicy, type PollingPolicy, pollShare } from '../../../src/jobs/polling'

const DEADLINE = 600_000
const MIN_DELAY = 250
const USUAL_TIME = 17_600
const LONGEST = 5000

const policyFor = (recent: readonly number[], usualTime = USUAL_TIME) =>
  createPollingPolicy(recent, usualTime)

const durations = fc.array(fc.double({ min: MIN_DELAY, max: DEADLINE, noNaN: true }), { maxLength: 30 })
const hostile = fc.oneof(
  fc.constantFrom(
    Number.NaN,
    0,
    -0,
    -1,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    5e-324,
    600_001,
    1e300,
  ),
  fc.double({ max: 0 }),
)
/** Durations of 20 similar jobs: a typical time, with more or less variance. */
const alike = (min: number, max: number) =>
  fc
    .tuple(fc.double({ min, max, noNaN: true }), fc.double({ min: 0.1, max: 0.3, noNaN: true }))
    .map(([typical, sigma]) =>
      Array.from({ length: 20 }, (_, place) => typical * Math.exp((sigma * (place - 9.5)) / 6)),
    )

/** Returns when a job that never ends is polled, in ms after it was accepted. */
function questions(policy: PollingPolicy): number[] {
  const times: number[] = []
  for (let elapsed = policy.delay(0); elapsed <= DEADLINE; elapsed += policy.delay(elapsed))
    times.push(elapsed)
  return times
}

/** The early poll has been made by then, in ms. */
const AFTER_EARLY = 1500

describe('delay', () => {
  it('is between a quarter of a second and five seconds past the expected time, for any input', () => {
    const elapsed = fc.oneof(
      fc.double(),
      fc.double({ min: 0, max: DEADLINE, noNaN: true }),
      fc.constantFrom(0, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_VALUE, DEADLINE),
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(durations, fc.array(hostile))), elapsed, (recent, time) => {
        const policy = policyFor(recent.flat())
        const wait = policy.delay(time)
        expect(wait).toBeGreaterThanOrEqual(MIN_DELAY)
        const untilExpected = time >= 0 ? Math.max(0, policy.expected - time) : 0
        expect(wait).toBeLessThanOrEqual(time >= DEADLINE ? 30_000 : untilExpected + LONGEST)
      }),
    )
  })

  it('is short at first for up to four jobs at once, because a prompt may have been refused', () => {
    const first = (jobs: number) => policyFor([]).delay(0, pollShare(jobs, { allowed: 30, used: 0 }))
    expect([1, 4].map(first)).toEqual([1500, 1500])
    expect(first(8)).toBeGreaterThan(1500)
  })

  it('of a late job grows, up to 30 seconds', () => {
    const { delay, lateAfter } = policyFor([])
    expect(lateAfter).toBe(DEADLINE)
    fc.assert(
      fc.property(fc.double({ min: DEADLINE, noNaN: true }), (elapsed) => {
        expect(delay(elapsed)).toBeGreaterThanOrEqual(LONGEST)
        expect(delay(elapsed)).toBeLessThanOrEqual(30_000)
      }),
    )
    expect(delay(3_000_000)).toBe(30_000)
  })

  it('leads to fewer than 200 polls before a job is late', () => {
    fc.assert(
      fc.property(fc.oneof(durations, alike(300, 500_000)), (recent) => {
        expect(questions(policyFor(recent)).length).toBeLessThan(200)
      }),
    )
  })

  it('is shorter near the expected time than long before or long after', () => {
    fc.assert(
      fc.property(alike(8000, 60_000), (recent) => {
        const { delay, expected } = policyFor(recent)
        const near = delay(expected)
        expect(near).toBeLessThan(delay(AFTER_EARLY) / 2)
        expect(near).toBeLessThan(delay(Math.max(3 * expected, 60_000)) / 1.5)
      }),
    )
  })

  it('follows two separate peaks', () => {
    const recent = [10, 30].flatMap((time) =>
      [0.93, 0.95, 0.97, 0.98, 0.99, 1.01, 1.02, 1.03, 1.05, 1.07].map((factor) => factor * time * 1000),
    )
    const { delay } = policyFor(recent)
    expect(delay(10_000)).toBeLessThan(delay(18_000) / 2)
    expect(delay(30_000)).toBeLessThan(delay(18_000) / 2)
  })
})

describe('the data that it learns from', () => {
  it('excludes impossible durations', () => {
    const mixed = fc.array(
      fc.oneof(
        fc.double({ min: MIN_DELAY, max: DEADLINE, noNaN: true }).map((time) => ({ time, counts: true })),
        hostile.map((time) => ({ time, counts: false })),
      ),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(mixed, (values) => {
        const all = policyFor(values.map(({ time }) => time))
        const clean = policyFor(values.filter(({ counts }) => counts).map(({ time }) => time))
        expect(all.expected).toBe(clean.expected)
        expect(questions(all)).toEqual(questions(clean))
      }),
    )
  })

  it('is the last 20 jobs', () => {
    const last = Array.from({ length: 20 }, (_, place) => 10_000 + 300 * place)
    const all = policyFor([90_000, 200, 120_000, ...last])
    expect(questions(all)).toEqual(questions(policyFor(last)))
  })

  it.each([USUAL_TIME, 60_000])("is the model's usual time, %i ms, if there is nothing else", (usualTime) => {
    expect(Math.round(policyFor([], usualTime).expected)).toBe(usualTime)
  })
})

describe('after a failed poll', () => {
  const { retryDelay, limitedDelay } = policyFor([])

  it('waits longer with every failure, but at most 30 s', () => {
    expect([1, 2, 3, 4, 5, 1e9].map(retryDelay)).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000])
    expect([0, -1, Number.NaN].map(retryDelay)).toEqual([1000, 1000, 1000])
  })

  it('waits after a 429 until the limit resets, at least a second and at most a minute', () => {
    const now = 1_700_000_000_000
    expect([-5000, 0, 1500, 30_000, 1e9].map((away) => limitedDelay(now + away, now))).toEqual([
      1000, 1000, 1500, 30_000, 60_000,
    ])
    expect([null, Number.NaN, Number.POSITIVE_INFINITY].map((reset) => limitedDelay(reset, now))).toEqual([
      10_000, 10_000, 10_000,
    ])
  })
})

/**
 * Returns mean lag in ms and mean polls, of the policy and of a fixed interval of a second, over jobs that each learn from the earlier
 * ones.
 */
function simulate(duration: (random: () => number) => number) {
  const JOBS = 500
  const random = randomFrom(7)
  const recent: number[] = []
  const sum = { lag: 0, polls: 0, fixedLag: 0, fixedPolls: 0 }
  for (let job = 0; job < JOBS; job += 1) {
    const time = duration(random)
    const { delay } = policyFor(recent.slice(-20))
    let elapsed = 0
    for (; elapsed < time; elapsed += delay(elapsed)) sum.polls += 1
    recent.push(elapsed)
    sum.lag += elapsed - time
    sum.fixedPolls += Math.ceil(time / 1000)
    sum.fixedLag += Math.ceil(time / 1000) * 1000 - time
  }
  return { ratio: sum.lag / sum.fixedLag, polls: sum.polls / JOBS, fixedPolls: sum.fixedPolls / JOBS }
}

describe('compared with one poll a second', () => {
  it.each([
    { jobs: 'alike (σ 0.15)', most: 0.6, duration: (r: () => number) => logNormal(r, 17_600, 0.15) },
    { jobs: 'less alike (σ 0.25)', most: 0.6, duration: (r: () => number) => logNormal(r, 17_600, 0.25) },
    { jobs: 'unlike (σ 0.40)', most: 1, duration: (r: () => number) => logNormal(r, 17_600, 0.4) },
    {
      jobs: 'of two kinds',
      most: 1,
      duration: (r: () => number) => logNormal(r, r() < 0.6 ? 13_000 : 24_500, 0.1),
    },
  ])('notices jobs that are $jobs sooner, with no more polls', ({ most, duration }) => {
    const { ratio, polls, fixedPolls } = simulate(duration)
    expect(ratio).toBeLessThan(most)
    expect(polls).toBeLessThanOrEqual(fixedPolls)
  })
})
