import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRateLimiter } from '../../../src/jobs/rate-limiter'
import { ManualClock, START, settle } from '../../support/jobs/clock'

const MINUTE = 60_000

/** A rate limiter on a manual clock, and when each call was allowed, in ms since the start. */
function openRateLimiter(perMinute?: number) {
  const clock = new ManualClock()
  const rateLimiter = createRateLimiter(clock, perMinute)
  const turns: { readonly name: number; readonly at: number }[] = []
  const ask = async (name: number, kind: 'acquire' | 'acquirePoll' = 'acquire') => {
    await rateLimiter[kind](new AbortController().signal)
    turns.push({ name, at: clock.now() - START })
  }
  return { clock, rateLimiter, turns, ask, times: () => turns.map(({ at }) => at) }
}

const limits = fc.integer({ min: 1, max: 6 })
/** Pauses between calls, in ms. */
const pauses = fc.array(fc.oneof(fc.constantFrom(0, 1, MINUTE), fc.nat(30_000)), {
  minLength: 1,
  maxLength: 25,
})

describe('the rate limiter', () => {
  it('stays under the 50 calls a minute of the Pro plan by default', async () => {
    const { clock, ask, times } = openRateLimiter()
    for (let name = 0; name < 200; name += 1) void ask(name)
    await clock.advance(MINUTE - 1)
    expect(times().length).toBeLessThan(50)
    expect(times().length).toBeGreaterThan(30)
    await clock.advance(10 * MINUTE)
    expect(times()).toHaveLength(200)
  })

  it('never allows more calls than the limit in any 60 seconds, and allows each as early as possible', async () => {
    await fc.assert(
      fc.asyncProperty(limits, pauses, async (perMinute, waits) => {
        const { clock, ask, turns } = openRateLimiter(perMinute)
        const expected: number[] = []
        for (const [name, wait] of waits.entries()) {
          await clock.advance(wait)
          const asked = clock.now() - START
          const before = expected.at(-1) ?? 0
          const freed = (expected.at(-perMinute) ?? Number.NEGATIVE_INFINITY) + MINUTE
          expected.push(Math.max(asked, before, expected.length >= perMinute ? freed : 0))
          void ask(name)
        }
        await clock.advance(30 * MINUTE)
        const times = turns.map(({ at }) => at)
        for (const [place, at] of times.entries()) {
          const next = times[place + perMinute]
          if (next !== undefined) expect(next - at).toBeGreaterThanOrEqual(MINUTE)
        }
        expect(times).toEqual(expected)
      }),
    )
  })

  it('allows no call before the time until which it is held, and then as many as the limit permits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(200_000),
        fc.nat(200_000),
        fc.integer({ min: 1, max: 8 }),
        async (first, second, many) => {
          const { clock, rateLimiter, ask, times } = openRateLimiter(4)
          rateLimiter.holdUntil(START + first)
          rateLimiter.holdUntil(START + second)
          const until = Math.max(first, second)
          for (let name = 0; name < many; name += 1) void ask(name)
          await clock.advance(500_000)
          const ideal = Array.from({ length: many }, (_, name) => until + (name < 4 ? 0 : MINUTE))
          expect(times()).toEqual(ideal)
        },
      ),
    )
  })

  it.each([
    [0, 30],
    [20, 20],
    [40, 5],
  ])(
    'after %i requests allows %i polls, and keeps the other calls of the minute for requests',
    async (requests, polls) => {
      const { clock, ask, times } = openRateLimiter()
      for (let name = 0; name < requests; name += 1) void ask(name)
      for (let name = 0; name < 50; name += 1) void ask(name, 'acquirePoll')
      await clock.advance(30_000)
      expect(times()).toHaveLength(requests + polls)
      for (let name = 0; name < 50; name += 1) void ask(name)
      await clock.advance(0)
      expect(times()).toHaveLength(45)
      await clock.advance(10 * MINUTE)
      expect(times()).toHaveLength(requests + 100)
    },
  )

  it('allows all waiting requests before polls that came earlier', async () => {
    const { clock, ask, turns } = openRateLimiter(2)
    for (const name of [0, 1, 2, 3]) void ask(name, 'acquirePoll')
    await clock.advance(1000)
    for (const name of [4, 5, 6]) void ask(name)
    await clock.advance(5 * MINUTE)
    expect(turns.map(({ name }) => name)).toEqual([0, 1, 4, 5, 6, 2, 3])
  })

  it('tells all waiting requests when they continue', async () => {
    const { clock, rateLimiter, ask } = openRateLimiter(1)
    const until: number[][] = [[], []]
    void ask(0)
    const { signal } = new AbortController()
    for (const times of until) void rateLimiter.acquire(signal, (time) => times.push(time - START))
    await clock.advance(3 * MINUTE)
    expect(until).toEqual([[MINUTE], [MINUTE, 2 * MINUTE]])
  })

  it('releases an aborted call at once, without counting it', async () => {
    const { clock, ask, rateLimiter, times } = openRateLimiter(1)
    void ask(0)
    const controller = new AbortController()
    let isBack = false
    void rateLimiter.acquire(controller.signal).then(() => {
      isBack = true
    })
    void ask(1)
    await clock.advance(10)
    expect(isBack).toBe(false)
    controller.abort()
    await settle()
    expect(isBack).toBe(true)
    await clock.advance(10 * MINUTE)
    expect(times()).toEqual([0, MINUTE])
  })
})
