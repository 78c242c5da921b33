import { forecast } from './polling-forecast'
import { at, cumulate, DURATIONS, RATIO_STEP, when } from './polling-scale'
import type { PollBudget } from './rate-limiter'

/** When to ask for a job's state. Pure: times come in as arguments, in ms by the wall clock, never as counts of timers. */
export interface PollingPolicy {
  /**
   * How long to wait before the next question, given the time since the job was accepted.
   * Depends on nothing else: after a sleep or a late timer the plan goes on from where the clock is, nothing is caught up.
   * `share`: how many planned questions to take as one, for several jobs at once.
   */
  delay(elapsed: number, share?: number): number
  /** How long to wait after `failures` questions in a row went wrong. */
  retryDelay(failures: number): number
  /** How long to wait after a 429 at `now`, whose limit is lifted at `resetAt` (null: the server did not say). */
  limitedDelay(resetAt: number | null, now: number): number
  /** The time that half of the jobs need, for a progress bar. */
  readonly expected: number
  /** From this much time on the job counts as late: it is asked about seldom, and others go first. */
  readonly lateAfter: number
}

/** Polls of one job are never further apart, in ms, unless the rate limit demands it. */
const LONGEST_PAUSE = 30_000

/** How long Segmind's own SDK waits for a job. */
const LATE_AFTER = 600_000

/** A mean job's number of questions. The SDK, at one a second, asks 18 to 20 times. */
const QUESTIONS = 17

/** One early question: a prompt that is refused fails at once, and a job that was picked up late may be done. */
const EARLY = 1500

/** Jobs one after the other need this many times the pause of a single one to stay within the minute's polls. */
const THRIFT = 3

const SHORTEST = 250
/** Once the expected time has passed, questions are no further apart than this, nor than half of the time waited so far. */
const LONGEST = 5000

/** A job is late when it takes longer than this share of all jobs, or this many times the expected time. */
const LATE_SHARE = 0.9
const LATE_TIMES = 2
/** Questions about a late job are at least a twelfth of its lateness apart: who has waited 24 s more does not feel 2 s. */
const LATENESS_PER_WAIT = 12

/** Questions about a job that is late are a hundredth of its time apart. */
const LATE_TIMES_PAUSE = 100

const LIMITED_UNKNOWN = 10_000
const LIMITED_SHORTEST = 1000
const LIMITED_LONGEST = 60_000

/**
 * How many planned polls to take as one when `jobs` run at once: together they make about as many as are allowed in a
 * minute, and fewer the more of these are used already.
 */
export const pollShare = (jobs: number, { allowed, used }: PollBudget): number =>
  Math.max(1, ((jobs * QUESTIONS) / allowed) * (1 + (THRIFT * used) / allowed))

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** What does not depend on how long jobs take. */
const fixed = {
  retryDelay: (failures) => Math.min(LONGEST_PAUSE, 1000 * 2 ** (failures > 0 ? Math.min(failures, 5) : 0)),
  limitedDelay: (resetAt, now) =>
    resetAt !== null && Number.isFinite(resetAt - now)
      ? clamp(resetAt - now, LIMITED_SHORTEST, LIMITED_LONGEST)
      : LIMITED_UNKNOWN,
  lateAfter: LATE_AFTER,
} satisfies Partial<PollingPolicy>

/**
 * A policy that asks often when an answer is likely and seldom otherwise.
 *
 * With h the hazard rate of the job's duration (the chance that it ends now, given that it has not ended yet), the mean lag
 * between the end and the question that notices it is least, for a given mean number of questions N, if questions are
 * c/√h apart, where c = ∫√(f·S) dt / N (density f, survival S).
 *
 * @param recent how long the last jobs took from accepted to noticed, in ms, newest last; the last 20 count. Values that
 * are not a duration within the deadline are ignored.
 * @param usualTime how long a picture of the model usually takes, in ms.
 */
export function createPollingPolicy(recent: readonly number[], usualTime: number): PollingPolicy {
  const { hazard, spread, quantile } = forecast(recent, usualTime, SHORTEST, LATE_AFTER)
  const expected = quantile(0.5)
  const late = Math.min(quantile(LATE_SHARE), LATE_TIMES * expected)
  const questions = cumulate(
    DURATIONS.map((time, cell) => {
      const best = spread / QUESTIONS / Math.sqrt(hazard[cell] ?? 0)
      const most = time < expected ? Number.POSITIVE_INFINITY : Math.min(LONGEST, time / 2)
      const apart = clamp(Math.max(best, (time - late) / LATENESS_PER_WAIT), SHORTEST, most)
      return (time * RATIO_STEP) / apart
    }),
  )
  return {
    ...fixed,
    expected,
    delay(elapsed, share = 1) {
      // A clock that was set back tells nothing about the job.
      if (!(elapsed >= 0)) return LONGEST
      if (elapsed >= LATE_AFTER) return Math.min(LONGEST_PAUSE, (share * elapsed) / LATE_TIMES_PAUSE)
      if (elapsed < EARLY && share < 2) return Math.max(SHORTEST, EARLY - elapsed)
      const wait = when(questions, at(questions, elapsed) + share) - elapsed
      const longest = Math.min(LONGEST_PAUSE, LONGEST * share)
      return clamp(wait, SHORTEST, Math.max(0, expected - elapsed) + longest)
    },
  }
}
