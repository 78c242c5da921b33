import { failure, type SegmindError } from '../segmind/errors'
import type { CancelSignal, Clock } from '../segmind/http'
import type { Entry } from './entries'
import type { Journal } from './journal'
import type { JobRecord } from './record'

/** A POST times out before this, in ms: an older "sent" without an answer will never get one. */
const STALE = 90_000
/** The direct call may take five minutes. */
const STALE_DIRECT = 330_000
/** How often the journal is read while waiting, in ms. */
const PAUSE = 5000

/** A request that was sent, without a stored answer. */
interface Unanswered {
  readonly id: string
  readonly sent: Entry<'sent'>
  /** The refusal of this attempt or an earlier one, for the rate limit. */
  readonly refused: Entry<'refused'> | undefined
}

const isWaiting = ({ sent, refused }: Unanswered): boolean =>
  refused !== undefined && refused.attempt >= sent.attempt

/** The error of such a request: refused for the rate limit, or sent and perhaps charged. */
export function unansweredError(request: Unanswered): SegmindError {
  const waits = isWaiting(request)
  return failure(waits ? 'rate-limited' : 'timeout', waits ? 'no' : 'unknown', waits).error
}

interface WatchContext {
  readonly journal: Journal
  readonly clock: Clock
  readonly signal: CancelSignal
  /** False once the job was removed here. */
  readonly isKnown: () => boolean
}

/**
 * Waits until another window has continued the request, or until that is no longer possible: then it is stored as ended.
 * Resolves to the job as the other window left it, or to null.
 */
export async function watchUnanswered(
  { journal, clock, signal, isKnown }: WatchContext,
  request: Unanswered,
): Promise<JobRecord | null> {
  const { id, sent, refused } = request
  const waits = isWaiting(request)
  const due = (waits && refused ? refused.until : sent.at) + (sent.via === 'direct' ? STALE_DIRECT : STALE)
  while (clock.now() < due) {
    await clock.sleep(Math.min(PAUSE, due - clock.now()), signal)
    const latest = await journal.refresh(id)
    if (!latest || !isKnown()) return null
    const isOpen = latest.state === 'sending' || latest.state === 'waiting'
    if (!isOpen || latest.entries.sent.attempt !== sent.attempt) return latest
  }
  const how = waits ? 'failed' : 'unknown'
  const error = unansweredError(request)
  await journal.note(id, 'ended', { attempt: sent.attempt, at: clock.now(), how, error })
  return null
}
