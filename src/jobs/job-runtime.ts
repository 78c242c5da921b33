import type { CancelSignal } from '../segmind/http'
import { priceOf, type StoredRequest } from '../segmind/request'
import type { Entries } from './entries'
import { errorRule } from './error-kinds'
import type { Activity, Job, JobError, Unstored } from './job'
import type { JobRecord } from './record'
import { isEnded, type Source } from './states'

/** A signal that can be aborted: `AbortController`, which code that runs on every platform does not know. */
export interface Canceller {
  readonly signal: CancelSignal
  abort(): void
}

/** The state of a job in this window, beyond what the journal has. */
export interface JobRuntime {
  request: StoredRequest
  readonly startedAt: number
  readonly via: Source
  canceller: Canceller | null
  activity: Activity | null
  retryAt: number | null
  error: JobError | null
  /** The picture, if it could not be stored. */
  svg: string | null
  unstored: Unstored | null
  /** The user deleted it, and it is in memory only. It can still be restored. */
  isRemoved?: boolean
}

/** The job as the panel shows it, from its entries and its state in this window; null if there is nothing to show. */
export function viewOf(
  id: string,
  record: JobRecord | undefined,
  runtime: JobRuntime | undefined,
): Job | null {
  const entries = record?.entries
  if (entries?.removed?.on || runtime?.isRemoved) return null
  const request = entries?.sent.request ?? runtime?.request
  // Without an entry, the job exists only in this window: while it runs, if it failed, or as a picture that could not be stored.
  if (!request || (!record && !runtime?.activity && !runtime?.error && runtime?.svg == null)) return null
  const via = entries?.sent.via ?? runtime?.via
  const isOwn = via === 'file'
  // Another window is storing it, or was closed before it had: the user still has the file.
  if (isOwn && record?.pictureBytes == null && !runtime?.activity && runtime?.svg == null) return null
  const ended = record && isEnded(record.state) ? entries?.ended?.error : null
  // An error in this window no longer matters once another window has stored the picture.
  const isKept = record?.state === 'kept' || record?.state === 'inserted'
  const isSample = via === 'sample'
  const error = isKept ? null : ((ended as JobError | null | undefined) ?? runtime?.error ?? null)
  return {
    id,
    request,
    state: record?.state ?? (runtime?.error ? 'failed' : 'sending'),
    activity: runtime?.activity ?? null,
    startedAt: runtime?.startedAt ?? entries?.sent.at ?? 0,
    sentAt: entries?.sent.at ?? null,
    finishedAt: entries?.kept?.at ?? entries?.fetched?.at ?? null,
    requestId: isSample || isOwn ? null : (entries?.accepted?.requestId ?? null),
    fileUrl: isSample || isOwn ? null : webAddress(entries?.fetched?.url),
    error: isOwn ? null : isSample ? error && sampleError(error) : error,
    retryAt: runtime?.retryAt ?? null,
    isSample,
    isOwn,
    price: isSample || isOwn ? 0 : priceOf(request),
    cost: entries?.fetched?.cost ?? null,
    starred: entries?.starred?.on ?? false,
    inserted: entries?.inserted !== undefined,
    isInBackground: isInBackground(entries),
    hasPicture: record?.pictureBytes != null || runtime?.svg != null,
    unstored: runtime?.unstored ?? null,
  }
}

/** Samples do not go through Segmind, whatever an earlier version stored: they are not charged, and Segmind is not the cause. */
function sampleError(error: JobError): JobError {
  const { cause } = errorRule(error.kind)
  const kind = cause === 'service' || cause === 'key' ? 'no-sample' : error.kind
  return { ...error, kind, charged: 'no', requestId: null, serverMessage: null }
}

/** True if the user stopped waiting for the current attempt. */
const isInBackground = (entries: Entries | undefined): boolean =>
  entries?.background !== undefined && entries.background.at >= entries.sent.at

/** Returns an address that may be opened in a browser, otherwise null. Another version may have stored something else. */
const webAddress = (url: string | null | undefined): string | null =>
  url && /^https?:\/\//i.test(url) ? url : null
