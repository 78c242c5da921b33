import type { CancelSignal, Clock } from '../segmind/http'

/** Calls to the API within any minute: a little under the 50 of Segmind's Pro plan, which others may use, too. */
const PER_MINUTE = 45
const MINUTE = 60_000

/** Paces all calls of all jobs together: the limit is the account's, not a job's. Times in ms. */
export interface Governor {
  /** Resolves when the next call may be made, or when the signal aborts. */
  turn(signal: CancelSignal): Promise<void>
  /** No call before this time: the server said 429. */
  holdUntil(time: number): void
}

export function createGovernor(clock: Clock, perMinute = PER_MINUTE): Governor {
  /** When each call of the last minute was made or is due, in order. */
  let turns: number[] = []
  let heldUntil = 0
  return {
    async turn(signal) {
      for (;;) {
        const now = clock.now()
        turns = turns.filter((time) => time > now - MINUTE)
        const oldest = turns.length >= perMinute ? (turns[turns.length - perMinute] ?? now) + MINUTE : now
        const wait = Math.max(oldest, heldUntil) - now
        if (signal.aborted) return
        if (wait <= 0) {
          turns.push(now)
          return
        }
        await clock.sleep(wait, signal)
      }
    },
    holdUntil(time) {
      heldUntil = Math.max(heldUntil, time)
    },
  }
}
