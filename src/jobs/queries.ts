import type { SegmindClient } from '../segmind/client'
import { failure, type Outcome, type SegmindError } from '../segmind/errors'
import type { CancelSignal, Clock } from '../segmind/http'
import { ERROR_KINDS } from './error-kinds'
import type { PollingPolicy } from './polling'
import type { RateLimiter } from './rate-limiter'
import type { Term } from './retention'

/** What polling an accepted job needs. */
export interface QueryContext {
  /** Returns the client with the current key; null without a key. */
  readonly client: () => SegmindClient | null
  readonly clock: Clock
  readonly rateLimiter: RateLimiter
  readonly polling: PollingPolicy
  /** Aborts when the user stops waiting. */
  readonly signal: CancelSignal
  /** Called with the current error while a query is repeated, and with null as soon as one succeeds. */
  readonly onTrouble: (error: SegmindError | null) => void
}

/**
 * This many failures in a row are tolerated: they are not shown to the user, and do not end a job whose time is over, because the clock may
 * be wrong.
 */
export const TOLERATED_FAILURES = 2

/** A query of an accepted job: its state, its result, or its picture. */
export interface JobQuery<T> {
  readonly requestId: string | null
  readonly term: Term
  /** Waits until the rate limit allows the query; null if the limit does not count it. */
  readonly turn: (() => Promise<void>) | null
  /** Asks. `failures`: number of failures in a row before this. */
  readonly send: (client: SegmindClient, failures: number) => Promise<Outcome<T>>
}

/**
 * Repeats a GET until it succeeds. Unexpected or missing answers do not end that. Only these do: the clock (after a few failures in a row;
 * the last error is returned), the user, a missing key, or an error that would stay the same.
 */
export async function queryUntilAnswered<T>(
  context: QueryContext,
  { requestId, term, turn, send }: JobQuery<T>,
): Promise<Outcome<T>> {
  const { clock, rateLimiter, polling, signal, onTrouble } = context
  for (let failures = 0; ; ) {
    await turn?.()
    if (signal.aborted) return failure('cancelled', 'unknown', true, { requestId })
    // Requested for every call, because the key may have been replaced.
    const client = context.client()
    if (!client) return failure('invalid-key', 'unknown', true, { requestId })
    const outcome = await send(client, failures)
    if (outcome.ok) {
      if (failures > TOLERATED_FAILURES) onTrouble(null)
      return outcome
    }
    const { error } = outcome
    if (signal.aborted) return { ok: false, error: { ...error, kind: 'cancelled' } }
    if (!ERROR_KINDS[error.kind].transient) return outcome
    failures += 1
    if (failures > TOLERATED_FAILURES) {
      if (clock.now() > term.ends) return outcome
      onTrouble(error)
    }
    // Only calls that the rate limit counts are delayed by it.
    if (error.kind === 'rate-limited' && turn) rateLimiter.holdUntil(resetTime(context, error))
    else await clock.sleep(polling.retryDelay(failures), signal)
  }
}

/** When calls are allowed again after a 429, in ms since 1970. */
export const resetTime = (
  { polling, clock }: Pick<QueryContext, 'polling' | 'clock'>,
  { resetAt }: SegmindError,
): number => clock.now() + polling.limitedDelay(resetAt, clock.now())
