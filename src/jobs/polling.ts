import { forecast } from './polling-forecast'
import { cumulate, DURATIONS, RATIO_STEP, timeAt, valueAt } from './polling-scale'
import type { PollBudget } from './rate-limiter'

/** When to poll a job. Pure: times are arguments, in ms of the wall clock. */
export interface PollingPolicy {
  /**
   * How long to wait before the next poll, given the time since the job was accepted. After a sleep or a late timer, the plan continues
   * from the current time, and missed polls are not made up for.
   * `share`: how many planned polls to replace by one if several jobs run.
   */
  delay(elapsed: number, share?: number): number
  /** How long to wait after `failures` failed polls in a row. */
  retryDelay(failures: number): number
  /** How long to wait after a 429 at `now`, if calls are allowed again at `resetAt` (null: unknown). */
  limitedDelay(resetAt: number | null, now: number): number
  /** The time that half of the jobs need, for a progress bar. */
  readonly expected: number
  /** After this time a job is late: it is polled rarely, and no longer delays other jobs. */
  readonly lateAfter: number
}

/** Maximum time between two polls of a job, in ms, unless the rate limit demands more. */
const MAX_PAUSE = 30_000

/** How long Segmind's own SDK waits for a job. */
const LATE_AFTER = 600_000

/** Average number of polls per job. The SDK, which polls once a second, needs 18 to 20. */
const POLLS_PER_JOB = 17

/** One early poll: a refused prompt fails at once, and a resumed job may be done. */
const EARLY = 1500

/** From this share on there is no early poll, because the polls of a minute are scarce. Four jobs at once stay below it. */
const LARGE_SHARE = 3

/** Jobs one after the other need this many times the pause of a single one to stay within the minute's polls. */
const THRIFT = 3

const MIN_DELAY = 250
/** After the expected time, polls are at most this far apart, and at most half of the time waited so far. */
const MAX_DELAY = 5000

/** A job is late when it takes longer than this share of all jobs, or this many times the expected time. */
const LATE_SHARE = 0.9
const LATE_TIMES = 2
/** Polls of a late job are at least a twelfth of its lateness apart: after 24 s more, 2 s hardly matter. */
const LATENESS_PER_WAIT = 12

/** Polls of a job after `LATE_AFTER` are a hundredth of its time apart. */
const LATE_TIMES_PAUSE = 100

const LIMITED_UNKNOWN = 10_000
const LIMITED_SHORTEST = 1000
const LIMITED_LONGEST = 60_000

/**
 * How many planned polls to replace by one when `jobs` run at once, so that together they stay within the polls allowed in a
 * minute. The more of these are used, the fewer are made.
 */
export const pollShare = (jobs: number, { allowed, used }: PollBudget): number =>
  Math.max(1, ((jobs * POLLS_PER_JOB) / allowed) * (1 + (THRIFT * used) / allowed))

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** The part that does not depend on how long jobs take. */
const fixed = {
  retryDelay: (failures) => Math.min(MAX_PAUSE, 1000 * 2 ** (failures > 0 ? Math.min(failures, 5) : 0)),
  limitedDelay: (resetAt, now) =>
    resetAt !== null && Number.isFinite(resetAt - now)
      ? clamp(resetAt - now, LIMITED_SHORTEST, LIMITED_LONGEST)
      : LIMITED_UNKNOWN,
  lateAfter: LATE_AFTER,
} satisfies Partial<PollingPolicy>

/**
 * A policy that polls often when a job is likely to end, and rarely otherwise.
 * With h the hazard rate of the job's duration (the chance that it ends now, given that it has not ended yet), the mean lag
 * between the end and the poll that notices it is smallest, for a given mean number of polls N, if polls are
 * c/√h apart, where c = ∫√(f·S) dt / N (density f, survival S).
 * @param recent how long the last jobs took from accepted to noticed, in ms, newest last; the last 20 count. Values that
 * are not a duration within the deadline are ignored.
 * @param usualTime how long a picture of the model usually takes, in ms.
 */
export function createPollingPolicy(recent: readonly number[], usualTime: number): PollingPolicy {
  const { hazard, spread, quantile } = forecast(recent, usualTime, MIN_DELAY, LATE_AFTER)
  const expected = quantile(0.5)
  const late = Math.min(quantile(LATE_SHARE), LATE_TIMES * expected)
  const queries = cumulate(
    DURATIONS.map((time, cell) => {
      const best = spread / POLLS_PER_JOB / Math.sqrt(hazard[cell] ?? 0)
      const most = time < expected ? Number.POSITIVE_INFINITY : Math.min(MAX_DELAY, time / 2)
      const apart = clamp(Math.max(best, (time - late) / LATENESS_PER_WAIT), MIN_DELAY, most)
      return (time * RATIO_STEP) / apart
    }),
  )
  return {
    ...fixed,
    expected,
    delay(elapsed, share = 1) {
      // The clock was set back.
      if (!(elapsed >= 0)) return MAX_DELAY
      if (elapsed >= LATE_AFTER) return Math.min(MAX_PAUSE, (share * elapsed) / LATE_TIMES_PAUSE)
      if (elapsed < EARLY && share < LARGE_SHARE) return Math.max(MIN_DELAY, EARLY - elapsed)
      const wait = timeAt(queries, valueAt(queries, elapsed) + share) - elapsed
      const longest = Math.min(MAX_PAUSE, MAX_DELAY * share)
      return clamp(wait, MIN_DELAY, Math.max(0, expected - elapsed) + longest)
    },
  }
}
