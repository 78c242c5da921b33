import type { JobResult, SegmindClient } from '../segmind/client'
import { failure, type Outcome, type SegmindError } from '../segmind/errors'
import type { CancelSignal, Clock } from '../segmind/http'
import type { Output } from '../segmind/output'
import type { PictureRequest } from '../segmind/request'
import type { Entry } from './entries'
import type { Governor } from './governor'
import type { Activity } from './job'
import type { Journal } from './journal'
import type { PollingPolicy } from './polling'
import type { Way } from './states'

/** What one run of a job works with. */
export interface RunContext {
  readonly id: string
  readonly journal: Journal
  readonly client: SegmindClient
  readonly clock: Clock
  readonly governor: Governor
  readonly polling: PollingPolicy
  /** How many jobs are watched at once: each then asks less often. */
  readonly crowd: () => number
  /** Aborts when the user stops waiting. */
  readonly signal: CancelSignal
  /** Never aborts: the answer to a POST that has left is worth waiting for, since it names the paid job. */
  readonly patience: CancelSignal
  readonly onActivity: (activity: Activity, retryAt?: number) => void
}

/** The SVG text of a job, and what is still to be noted of it when it came within the answer. */
export interface Fetched {
  readonly svg: string
  readonly fetched: Entry<'fetched'>
}

/**
 * `done`: the picture is there. `over`: the job ended and the journal says so. `resting`: it was accepted and can be
 * picked up. `unsent`: it could not be written down, so nothing was sent.
 */
export type RunOutcome =
  | { readonly type: 'done'; readonly value: Fetched }
  | { readonly type: 'over' }
  | { readonly type: 'resting'; readonly error: SegmindError }
  | { readonly type: 'unsent' }

/** How many questions in a row may go wrong before the user is told; the job stays resumable. */
const PATIENCE = 5

/** How many 429 in a row end the waiting for a finished picture; each is a wait of its own. */
const LIMITS = 20

/** How long records are kept, with five minutes to spare for clocks that differ. In ms. */
const RECORD_LIFE = 65 * 60_000

/** Sends a request and sees it through. Each POST has its own "sent" in the journal, written before it leaves. */
export async function send(context: RunContext, request: PictureRequest, way: Way): Promise<RunOutcome> {
  const { id, journal, client, clock, governor, signal, onActivity } = context
  let via = way
  for (let attempt = 1; ; attempt += 1) {
    await governor.turn(signal)
    if (signal.aborted) {
      return attempt === 1
        ? { type: 'unsent' }
        : end(context, attempt - 1, failure('cancelled', 'no', true).error)
    }
    if ((await journal.note(id, 'sent', { attempt, at: clock.now(), via, request })) !== 'written') {
      return { type: 'unsent' }
    }
    // Cancelled while the entry was written: the POST never leaves.
    if (signal.aborted) return end(context, attempt, failure('cancelled', 'no', true).error)
    onActivity('sending')
    const answer =
      via === 'direct' ? await client.direct(request, signal) : await client.submit(request, context.patience)
    if (answer.ok) {
      if (typeof answer.value !== 'string') return fetchPicture(context, answer.value, null)
      // If this cannot be written, the job goes on in memory: the server has it, and waiting costs nothing.
      await journal.note(id, 'accepted', { requestId: answer.value, at: clock.now() })
      return follow(context)
    }
    const { error } = answer
    if (error.kind === 'rate-limited') {
      const until = resetTime(context, error)
      governor.holdUntil(until)
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

/** Picks up an accepted job: sends no POST, so it can never pay twice. */
export async function follow(context: RunContext): Promise<RunOutcome> {
  const { id, journal, client, signal, clock, onActivity } = context
  const entries = journal.chapters.get(id)?.entries
  if (entries?.fetched?.url)
    return fetchMedia(context, { type: 'url', url: entries.fetched.url }, entries.fetched)
  const accepted = entries?.accepted
  // A direct call leaves nothing to pick up: its picture was in a memory that is gone.
  if (!accepted) return end(context, entries?.sent.attempt ?? 1, failure('expired', 'yes', false).error)
  onActivity('queued')
  const waited = await waitForCompletion(context, accepted)
  if (waited) return conclude(context, waited)
  const noticedAt = clock.now()
  onActivity('fetching')
  const result = await persist(context, () => client.result(accepted.requestId, signal))
  if (!result.ok) return conclude(context, result.error)
  return fetchPicture(context, result.value, noticedAt - accepted.at)
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
  const { id, journal, client, signal, onActivity } = context
  onActivity('fetching')
  const requestId = journal.chapters.get(id)?.entries.accepted?.requestId ?? null
  const picture = await persist(context, () => client.picture(requestId, output, signal))
  return picture.ok
    ? { type: 'done', value: { svg: picture.value, fetched } }
    : conclude(context, picture.error)
}

/** Polls until the job is completed (null) or something else ended the waiting. */
async function waitForCompletion(
  context: RunContext,
  { requestId, at }: Entry<'accepted'>,
): Promise<SegmindError | null> {
  const { client, clock, governor, polling, crowd, signal, onActivity } = context
  // A job that is resumed late is asked about at once, and once at least.
  const from = Math.max(at, clock.now() - polling.deadline)
  for (let failures = 0, first = true; ; first = false) {
    const elapsed = clock.now() - from
    const isLate = elapsed >= polling.deadline
    if (isLate && !first && failures === 0) return failure('timeout', 'unknown', true, { requestId }).error
    const pause =
      failures > 0 ? polling.retryDelay(failures) : polling.delay(clock.now() - at) * Math.max(1, crowd() / 2)
    if (!isLate || failures > 0) await clock.sleep(pause, signal)
    await governor.turn(signal)
    if (signal.aborted) return failure('cancelled', 'unknown', true, { requestId }).error
    const status = await client.status(requestId, signal)
    if (status.ok) {
      failures = 0
      if (status.value === 'completed') return null
      onActivity(status.value === 'queued' ? 'queued' : 'drawing')
    } else if (status.error.kind === 'rate-limited') {
      // On a poll it only means to wait.
      governor.holdUntil(resetTime(context, status.error))
    } else {
      failures += 1
      if (!isPassing(status.error) || failures >= PATIENCE) return status.error
    }
  }
}

/** Repeats a GET that failed in passing. */
async function persist<T>(context: RunContext, attempt: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const { clock, governor, polling, signal } = context
  for (let failures = 1, limits = 0; ; ) {
    await governor.turn(signal)
    const outcome = await attempt()
    if (outcome.ok || signal.aborted) return outcome
    if (outcome.error.kind === 'rate-limited' && limits < LIMITS) {
      limits += 1
      governor.holdUntil(resetTime(context, outcome.error))
      continue
    }
    if (!isPassing(outcome.error) || failures >= PATIENCE) return outcome
    await clock.sleep(polling.retryDelay(failures), signal)
    failures += 1
  }
}

/** An error after the job was accepted: the end of it, or a pause. */
async function conclude(context: RunContext, problem: SegmindError): Promise<RunOutcome> {
  const error = isOutlived(context, problem)
    ? failure('expired', 'unknown', false, { requestId: problem.requestId, status: problem.status }).error
    : problem
  if (error.kind === 'failed' || error.kind === 'expired' || error.kind === 'foreign-host') {
    const { journal, id } = context
    return end(context, journal.chapters.get(id)?.entries.sent.attempt ?? 1, error)
  }
  return { type: 'resting', error }
}

/** True where the record is gone by the clock, and the answer, whatever it was, came from the service. */
function isOutlived({ id, journal, clock }: RunContext, { kind }: SegmindError): boolean {
  const entries = journal.chapters.get(id)?.entries
  if (!entries?.accepted || entries.fetched?.url) return false
  const isOurs = kind === 'offline' || kind === 'cancelled' || kind === 'invalid-key'
  return !isOurs && clock.now() - entries.accepted.at > RECORD_LIFE
}

/** Writes down that a job is over. */
async function end(
  { id, journal, clock }: RunContext,
  attempt: number,
  error: SegmindError,
): Promise<RunOutcome> {
  // Without an id nothing more can be learned of it; a charge that is certain is no riddle.
  const isRiddle = error.requestId === null && error.charged === 'unknown'
  const how = error.kind === 'expired' ? 'expired' : isRiddle ? 'unknown' : 'failed'
  await journal.note(id, 'ended', { attempt, at: clock.now(), how, error })
  return { type: 'over' }
}

/** When a 429 is over, in ms since 1970. */
const resetTime = ({ polling, clock }: RunContext, { resetAt }: SegmindError): number =>
  clock.now() + polling.limitedDelay(resetAt, clock.now())

function isPassing({ kind }: SegmindError): boolean {
  // The POST's answer could be read, so a later one that CORS withholds is a gateway's page without the headers.
  const passing = ['unavailable', 'timeout', 'offline', 'unreadable', 'blocked-by-cors']
  return passing.includes(kind)
}
