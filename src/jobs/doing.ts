import type { CancelSignal } from '../segmind/http'
import type { StoredRequest } from '../segmind/request'
import type { Activity, Job, JobError, Unstored } from './job'
import type { Chapter } from './record'
import type { Way } from './states'

/** A signal that can be aborted: `AbortController`, which the pure rooms do not see. */
export interface Canceller {
  readonly signal: CancelSignal
  abort(): void
}

/** What goes on in this window with a job, beyond what the journal knows. */
export interface Doing {
  readonly request: StoredRequest
  readonly startedAt: number
  readonly via: Way
  canceller: Canceller | null
  activity: Activity | null
  retryAt: number | null
  error: JobError | null
  /** The picture, where the storage would not take it. */
  svg: string | null
  unstored: Unstored | null
}

/** The job as the panel shows it, out of what is written down and what goes on; null where there is nothing to show. */
export function viewOf(id: string, chapter: Chapter | undefined, doing: Doing | undefined): Job | null {
  const entries = chapter?.entries
  if (entries?.removed?.on) return null
  const request = entries?.sent.request ?? doing?.request
  // Without an entry there is a job only while something goes on, or went wrong, in this window.
  if (!request || (!chapter && !doing?.activity && !doing?.error)) return null
  const ended =
    chapter && ['failed', 'expired', 'unknown'].includes(chapter.state) ? entries?.ended?.error : null
  // What went wrong here matters no more once another window has brought the picture.
  const isKept = chapter?.state === 'kept' || chapter?.state === 'inserted'
  return {
    id,
    request,
    state: chapter?.state ?? (doing?.error ? 'failed' : 'sending'),
    activity: doing?.activity ?? null,
    startedAt: doing?.startedAt ?? entries?.sent.at ?? 0,
    finishedAt: entries?.kept?.at ?? entries?.fetched?.at ?? null,
    requestId: entries?.accepted?.requestId ?? null,
    error: isKept ? null : ((ended as JobError | null | undefined) ?? doing?.error ?? null),
    retryAt: doing?.retryAt ?? null,
    isSample: (entries?.sent.via ?? doing?.via) === 'sample',
    cost: entries?.fetched?.cost ?? null,
    starred: entries?.starred?.on ?? false,
    inserted: entries?.inserted !== undefined,
    hasPicture: chapter?.pictureBytes != null || doing?.svg != null,
    unstored: doing?.unstored ?? null,
  }
}
