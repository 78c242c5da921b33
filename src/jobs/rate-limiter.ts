import { createSerialQueue } from '../async/serial-queue'
import type { CancelSignal, Clock } from '../segmind/http'

/** Calls to the API within any minute: a little under the 50 of Segmind's Pro plan, which others may use, too. */
const PER_MINUTE = 45
const MINUTE = 60_000

/** Paces all calls of all jobs together: the limit is the account's, not a job's. Times in ms. */
export interface RateLimiter {
  /** Resolves when the next call may be made, or when the signal aborts. */
  acquire(signal: CancelSignal): Promise<void>
  /** No call before this time: the server said 429. */
  holdUntil(time: number): void
}

export function createRateLimiter(clock: Clock, perMinute = PER_MINUTE): RateLimiter {
  /** When each call of the last minute was made, in order. */
  let turns: number[] = []
  let heldUntil = 0
  /** A late timer must not let others overtake. */
  const enqueue = createSerialQueue()

  async function take(signal: CancelSignal): Promise<void> {
    while (!signal.aborted) {
      const now = clock.now()
      turns = turns.filter((time) => time > now - MINUTE)
      const oldest = turns.length >= perMinute ? (turns[turns.length - perMinute] ?? now) + MINUTE : now
      const wait = Math.max(oldest, heldUntil) - now
      if (wait <= 0) {
        turns.push(now)
        return
      }
      await clock.sleep(wait, signal)
    }
  }

  return {
    async acquire(signal) {
      const mine = enqueue(() => take(signal))
      const stop = whenAborted(signal)
      await Promise.race([mine, stop.promise])
      stop.forget()
    },
    holdUntil(time) {
      heldUntil = Math.max(heldUntil, time)
    },
  }
}

/** A promise for the signal's abort, and the way to stop listening. */
function whenAborted(signal: CancelSignal): { readonly promise: Promise<void>; readonly forget: () => void } {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  if (signal.aborted) resolve()
  signal.addEventListener('abort', resolve)
  return { promise, forget: () => signal.removeEventListener('abort', resolve) }
}
