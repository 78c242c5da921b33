import { createSerialQueue } from '../async/serial-queue'
import type { CancelSignal, Clock } from '../segmind/http'

/** Calls to the API within any minute: a little under the 50 of Segmind's Pro plan, which others may use, too. */
const PER_MINUTE = 45
const MINUTE = 60_000

/** Number of these calls that polls leave free for requests. */
const SPARE = 5
/** Maximum number of polls, even if nothing else is called. */
const MAX_POLLS = 30
/** Number of polls that are always allowed, so that jobs continue. */
const MIN_POLLS = 10

/** Polls of all jobs together within a minute. */
export interface PollBudget {
  readonly allowed: number
  /** Number of polls made in the last minute. */
  readonly used: number
}

/**
 * Paces the calls of all jobs together: the limit is the account's, not a job's. Times in ms. Files of media hosts do not count, because
 * they are fetched without the key.
 */
export interface RateLimiter {
  /**
   * Resolves when a request or a result may be sent, or when the signal aborts. Takes precedence over polls. If it has to wait, `onWait` is
   * called with the time at which it probably continues.
   */
  acquire(signal: CancelSignal, onWait?: (until: number) => void): Promise<void>
  /** Resolves when a poll may be sent, or when the signal aborts. */
  acquirePoll(signal: CancelSignal): Promise<void>
  pollBudget(): PollBudget
  /** Allows no call before this time: the server said 429. */
  holdUntil(time: number): void
}

export function createRateLimiter(clock: Clock, perMinute = PER_MINUTE): RateLimiter {
  /** Calls of the last minute, in order. */
  let calls: { readonly at: number; readonly isPoll: boolean }[] = []
  let heldUntil = 0
  /** Called on each change while requests wait. */
  const waiting = new Set<(until: number) => void>()
  let requestsWaitUntil = 0
  // Queues, because a late timer must not let others overtake.
  const requests = createSerialQueue()
  const polls = createSerialQueue()

  function pollBudget(): PollBudget {
    calls = calls.filter(({ at }) => at > clock.now() - MINUTE)
    const used = calls.filter(({ isPoll }) => isPoll).length
    const free = perMinute - SPARE - (calls.length - used)
    return { allowed: Math.min(MAX_POLLS, Math.max(MIN_POLLS, free)), used }
  }

  /** Waits until a call fits into the minute, and counts it. */
  async function take(isPoll: boolean, signal: CancelSignal) {
    for (;;) {
      // All waiting requests go first.
      if (isPoll) await requests(() => undefined)
      if (signal.aborted) return
      const { allowed, used } = pollBudget()
      const now = clock.now()
      const isFull = calls.length >= perMinute || (isPoll && used >= allowed)
      const until = Math.max(heldUntil, isFull ? (calls[0]?.at ?? now) + MINUTE : now)
      if (until <= now) {
        calls.push({ at: now, isPoll })
        return
      }
      if (!isPoll) {
        requestsWaitUntil = until
        for (const tell of waiting) tell(until)
      }
      await clock.sleep(until - now, signal)
    }
  }

  /** Resolves with the task, or as soon as the signal aborts. */
  async function unlessAborted(signal: CancelSignal, task: Promise<void>): Promise<void> {
    const stop = whenAborted(signal)
    await Promise.race([task, stop.promise])
    stop.forget()
  }

  return {
    async acquire(signal, onWait = () => undefined) {
      waiting.add(onWait)
      if (requestsWaitUntil > clock.now()) onWait(requestsWaitUntil)
      const turn = requests(async () => {
        await take(false, signal)
        waiting.delete(onWait)
      })
      await unlessAborted(signal, turn)
      waiting.delete(onWait)
    },
    acquirePoll: (signal) =>
      unlessAborted(
        signal,
        polls(() => take(true, signal)),
      ),
    pollBudget,
    holdUntil(time) {
      heldUntil = Math.max(heldUntil, time)
    },
  }
}

/** A promise for the signal's abort, and a function that stops listening. */
function whenAborted(signal: CancelSignal): { readonly promise: Promise<void>; readonly forget: () => void } {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  if (signal.aborted) resolve()
  signal.addEventListener('abort', resolve)
  return { promise, forget: () => signal.removeEventListener('abort', resolve) }
}
