import type { JobResult, JobStatus, SegmindClient } from '../segmind/client'
import { failure, type Outcome, type SegmindError } from '../segmind/errors'
import type { CancelSignal } from '../segmind/http'
import type { Output } from '../segmind/output'
import type { PictureRequest } from '../segmind/request'
import type { Entry } from './entries'
import { ERROR_KINDS } from './error-kinds'
import type { Activity, JobError } from './job'
import type { Journal } from './journal'
import { pollShare } from './polling'
import { type QueryContext, queryUntilAnswered, resetTime, TOLERATED_FAILURES } from './queries'
import { fileTerm, recordTerm, type Term } from './retention'
import type { PaidMode } from './states'

/** What one run of a job needs. */
export interface RunContext extends QueryContext {
  readonly id: string
  readonly journal: Journal
  /** Returns the time for a "sent" entry, different each time: jobs are sorted by it. */
  readonly sentAt: () => number
  /** Number of jobs that have been sent and have no result yet: the more, the less often each is polled. */
  readonly runningJobs: () => number
  /** Never aborts: the answer to a POST has the id of the paid job, so it is always awaited. */
  readonly neverAborts: CancelSignal
  readonly onActivity: (activity: Activity, retryAt?: number) => void
  /** Called when a job takes so long that others should no longer wait for it. */
  readonly onLate: () => void
}

/** The SVG text of a job, and its `fetched` entry, which may not be stored yet. */
export interface Fetched {
  readonly svg: string
  readonly fetched: Entry<'fetched'>
}

/**
 * `done`: there is a picture. `over`: the job ended, and that is stored. `resting`: it was accepted and can be resumed.
 * `unsent`: it could not be stored, so nothing was sent.
 */
export type RunOutcome =
  | { readonly type: 'done'; readonly value: Fetched }
  | { readonly type: 'over' }
  | { readonly type: 'resting'; readonly error: SegmindError }
  | { readonly type: 'unsent' }

/** Sends a request and follows it to its end. The "sent" entry of each POST is stored before it is sent. */
export async function send(context: RunContext, request: PictureRequest, way: PaidMode): Promise<RunOutcome> {
  const { id, journal, clock, sentAt, rateLimiter, signal, onActivity } = context
  let via = way
  for (let attempt = 1; ; attempt += 1) {
    // After a 429, the reason and the time are already shown.
    if (attempt === 1) await waitForTurn(context, 'sending')
    else await rateLimiter.acquire(signal)
    if (signal.aborted) {
      return attempt === 1
        ? { type: 'unsent' }
        : end(context, attempt - 1, failure('cancelled', 'no', true).error)
    }
    if ((await journal.note(id, 'sent', { attempt, at: sentAt(), via, request })) !== 'written') {
      return { type: 'unsent' }
    }
    // Cancelled while the entry was stored: the POST is never sent.
    if (signal.aborted) return end(context, attempt, failure('cancelled', 'no', true).error)
    const client = context.client()
    if (!client) return end(context, attempt, failure('invalid-key', 'no', true).error)
    onActivity('sending')
    const answer =
      via === 'queue'
        ? await client.submit(request, context.neverAborts)
        : await client.direct(request, signal)
    if (answer.ok) {
      if (typeof answer.value !== 'string') return fetchPicture(context, answer.value, null)
      // If this cannot be stored, the job continues in memory: waiting costs nothing.
      await journal.note(id, 'accepted', { requestId: answer.value, at: clock.now() })
      return pollToCompletion(context)
    }
    const { error } = answer
    if (error.kind === 'rate-limited') {
      const until = resetTime(context, error)
      rateLimiter.holdUntil(until)
      await journal.note(id, 'refused', { attempt, at: clock.now(), until })
      onActivity('waiting', until)
      continue
    }
    if (via === 'queue' && error.kind === 'unavailable' && error.status === 404) {
      // The queue does not exist, so nothing was accepted: the direct call is the other way to the same model.
      await journal.note(id, 'refused', { attempt, at: clock.now(), until: clock.now() })
      via = 'direct'
      continue
    }
    return end(context, attempt, error)
  }
}

/** Waits until the rate limit allows a call, and reports while it has to wait. */
async function waitForTurn(
  { rateLimiter, signal, onActivity }: RunContext,
  activity: 'sending' | 'fetching',
): Promise<void> {
  await rateLimiter.acquire(signal, (until) => onActivity('limited', until))
  if (!signal.aborted) onActivity(activity)
}

/** Resumes an accepted job. Sends no POST, so it can never pay twice. */
export async function pollToCompletion(context: RunContext): Promise<RunOutcome> {
  const { id, journal, signal, clock, onActivity } = context
  const entries = journal.records.get(id)?.entries
  if (entries?.fetched?.url)
    return fetchMedia(context, { type: 'url', url: entries.fetched.url }, entries.fetched)
  const accepted = entries?.accepted
  // A direct call cannot be resumed: its picture was only in memory.
  if (!accepted) return end(context, entries?.sent.attempt ?? 1, failure('expired', 'yes', false).error)
  onActivity('queued')
  const unfinished = await waitForCompletion(context, accepted)
  if (unfinished) return unfinished
  const noticedAt = clock.now()
  const { requestId } = accepted
  const term = recordTerm(accepted)
  const result = await queryUntilAnswered(context, {
    ...{ requestId, term, turn: () => waitForTurn(context, 'fetching') },
    send: (client) => client.result(requestId, signal),
  })
  if (result.ok) return fetchPicture(context, result.value, noticedAt - accepted.at)
  return finishWith(context, term, asCompleted(result.error))
}

async function fetchPicture(
  context: RunContext,
  result: JobResult,
  waited: number | null,
): Promise<RunOutcome> {
  const { output, metrics } = result
  const url = output.type === 'url' ? output.url : null
  const fetched = { at: context.clock.now(), url, waited, ...metrics }
  if (output.type === 'svg') return { type: 'done', value: { svg: output.text, fetched } }
  await context.journal.note(context.id, 'fetched', fetched)
  return fetchMedia(context, output, fetched)
}

async function fetchMedia(
  context: RunContext,
  output: Output,
  fetched: Entry<'fetched'>,
): Promise<RunOutcome> {
  const { id, journal, signal, onActivity } = context
  onActivity('fetching')
  const requestId = journal.records.get(id)?.entries.accepted?.requestId ?? null
  const term = fileTerm(fetched)
  const picture = await queryUntilAnswered(context, {
    ...{ requestId, term, turn: null },
    send: (client) => client.picture(requestId, output, signal),
  })
  return picture.ok
    ? { type: 'done', value: { svg: picture.value, fetched } }
    : finishWith(context, term, asCompleted(picture.error))
}

/** An error after the job was completed: it was charged, unless the kind says otherwise. */
const asCompleted = (error: SegmindError): SegmindError =>
  ERROR_KINDS[error.kind].charged === 'no' ? error : { ...error, charged: 'yes' }

/** Polls until the job is completed (null) or the run ends otherwise. */
async function waitForCompletion(
  context: RunContext,
  accepted: Entry<'accepted'>,
): Promise<RunOutcome | null> {
  const { clock, polling, rateLimiter, runningJobs, signal, onActivity, onLate } = context
  const { requestId, at } = accepted
  const term = recordTerm(accepted)
  for (let isFirst = true; ; isFirst = false) {
    const elapsed = clock.now() - at
    const isLate = elapsed >= polling.lateAfter
    if (isLate) onLate()
    const pause = polling.delay(elapsed, pollShare(runningJobs(), rateLimiter.pollBudget()))
    // A late job that is resumed is polled at once.
    if (!(isLate && isFirst)) await clock.sleep(pause, signal)
    const status = await queryUntilAnswered(context, {
      ...{ requestId, term, turn: () => rateLimiter.acquirePoll(signal) },
      send: (client, failures) =>
        failures > TOLERATED_FAILURES
          ? statusOrResult(context, client, requestId)
          : client.status(requestId, signal),
    })
    if (!status.ok) return finishWith(context, term, status.error)
    if (status.value === 'completed') return null
    onActivity(status.value === 'queued' ? 'queued' : 'drawing')
    // The record still exists, so this is not the end, but waiting longer is pointless.
    if (clock.now() > term.ends)
      return { type: 'resting', error: failure('timeout', 'unknown', true, { requestId }).error }
  }
}

/** Returns the status. If it cannot be read, the result may still be available. */
async function statusOrResult(
  { rateLimiter, signal }: RunContext,
  client: SegmindClient,
  requestId: string,
): Promise<Outcome<JobStatus>> {
  const status = await client.status(requestId, signal)
  // Without an answer, or after a 429, another call is pointless.
  if (status.ok || signal.aborted || status.error.status === null || status.error.kind === 'rate-limited')
    return status
  await rateLimiter.acquirePoll(signal)
  const result = await client.result(requestId, signal)
  if (result.ok) return { ok: true, value: 'completed' }
  return result.error.kind === 'failed' ? result : status
}

/** Handles an error of an accepted job, which ends it or pauses it. */
async function finishWith(
  context: RunContext,
  { ends, over }: Term,
  problem: SegmindError,
): Promise<RunOutcome> {
  const { clock, journal, id } = context
  const { kind, charged, requestId, status } = problem
  const attempt = journal.records.get(id)?.entries.sent.attempt ?? 1
  const { terminal, cause } = ERROR_KINDS[kind]
  if (terminal) return end(context, attempt, problem)
  // The time is over. Errors of other causes say nothing about the job, and the clock may be wrong.
  if (cause !== 'service' || clock.now() <= ends) return { type: 'resting', error: problem }
  // Another window may have stored more: a failure, the address, or the picture.
  const latest = await journal.refresh(id)
  if (latest && latest.state !== 'accepted' && latest.state !== 'fetched') return { type: 'over' }
  if (over === 'expired' && latest?.entries.fetched?.url) return pollToCompletion(context)
  return end(context, attempt, failure(over, charged, false, { requestId, status }).error)
}

/** Stores that a job has ended. */
export async function end(
  { id, journal, clock }: Pick<RunContext, 'id' | 'journal' | 'clock'>,
  attempt: number,
  error: JobError,
): Promise<RunOutcome> {
  // Without an id, the outcome stays unknown, unless it is certain whether it was charged.
  const isOutcomeUnknown = error.requestId === null && error.charged === 'unknown'
  const isExpired = ERROR_KINDS[error.kind].terminal === 'expired'
  const how = isExpired ? 'expired' : isOutcomeUnknown ? 'unknown' : 'failed'
  await journal.note(id, 'ended', { attempt, at: clock.now(), how, error })
  return { type: 'over' }
}
