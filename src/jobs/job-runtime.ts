import type { CancelSignal } from '../segmind/http'
import { priceOf, type StoredRequest } from '../segmind/request'
import type { Entries } from './entries'
import { errorRule } from './error-kinds'
import type { Activity, Job, JobError, Unstored } from './job'
import type { JobRecord } from './record'
import { isEnded, type SubmitMode } from './states'

/** A signal that can be aborted: `AbortController`, which code that runs on every platform does not know. */
export interface Canceller {
  readonly signal: CancelSignal
  abort(): void
}

/** What goes on in this window with a job, beyond what the journal knows. */
export interface JobRuntime {
  readonly request: StoredRequest
  readonly startedAt: number
  readonly via: SubmitMode
  canceller: Canceller | null
  activity: Activity | null
  retryAt: number | null
  error: JobError | null
  /** The picture, where the storage would not take it. */
  svg: string | null
  unstored: Unstored | null
}

/** The job as the panel shows it, out of what is written down and what goes on; null where there is nothing to show. */
export function viewOf(
  id: string,
  record: JobRecord | undefined,
  runtime: JobRuntime | undefined,
): Job | null {
  const entries = record?.entries
  if (entries?.removed?.on) return null
  const request = entries?.sent.request ?? runtime?.request
  // Without an entry there is a job only while something goes on, or went wrong, in this window.
  if (!request || (!record && !runtime?.activity && !runtime?.error)) return null
  const ended = record && isEnded(record.state) ? entries?.ended?.error : null
  // What went wrong here matters no more once another window has brought the picture.
  const isKept = record?.state === 'kept' || record?.state === 'inserted'
  const isSample = (entries?.sent.via ?? runtime?.via) === 'sample'
  const error = isKept ? null : ((ended as JobError | null | undefined) ?? runtime?.error ?? null)
  return {
    id,
    request,
    state: record?.state ?? (runtime?.error ? 'failed' : 'sending'),
    activity: runtime?.activity ?? null,
    startedAt: runtime?.startedAt ?? entries?.sent.at ?? 0,
    sentAt: entries?.sent.at ?? null,
    finishedAt: entries?.kept?.at ?? entries?.fetched?.at ?? null,
    requestId: isSample ? null : (entries?.accepted?.requestId ?? null),
    error: isSample ? error && sampleError(error) : error,
    retryAt: runtime?.retryAt ?? null,
    isSample,
    price: isSample ? 0 : priceOf(request),
    cost: entries?.fetched?.cost ?? null,
    starred: entries?.starred?.on ?? false,
    inserted: entries?.inserted !== undefined,
    isInBackground: isInBackground(entries),
    hasPicture: record?.pictureBytes != null || runtime?.svg != null,
    unstored: runtime?.unstored ?? null,
  }
}

/** Nothing of a sample goes through Segmind, whatever an earlier version wrote down: it is not charged, and Segmind is not to blame. */
function sampleError(error: JobError): JobError {
  const { cause } = errorRule(error.kind)
  const kind = cause === 'service' || cause === 'key' ? 'no-sample' : error.kind
  return { ...error, kind, charged: 'no', requestId: null, serverMessage: null }
}

/** The user stopped waiting for this attempt, not for one before it. */
const isInBackground = (entries: Entries | undefined): boolean =>
  entries?.background !== undefined && entries.background.at >= entries.sent.at
