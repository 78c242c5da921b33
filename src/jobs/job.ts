import type { SegmindError } from '../segmind/errors'
import { isSendable, type PictureRequest, type StoredRequest } from '../segmind/request'
import { errorRule, type JobErrorKind } from './error-kinds'
import { isEnded, type JobState } from './states'

/** What a job is doing in this window. Jobs that are not running have null instead. */
export type Activity =
  | 'in-line'
  /** The user's own file is being read. */
  | 'reading'
  | 'sending'
  | 'stopping'
  /** Refused because of the rate limit: sent again at `retryAt`. */
  | 'waiting'
  /** Held back to stay under the rate limit: continues at `retryAt`. */
  | 'limited'
  | 'queued'
  | 'drawing'
  | 'fetching'
  | 'keeping'

/** An error of a job. */
export type JobError = Omit<SegmindError, 'kind'> & { readonly kind: JobErrorKind }

/** Why a picture is in memory only. `consent`: there is room, but only by removing what was never inserted. */
export type Unstored = 'full' | 'unavailable' | 'consent'

/** A job as the panel shows it: from the journal and from this window. Times in ms since 1970. */
export interface Job {
  readonly id: string
  readonly request: StoredRequest
  readonly state: JobState
  readonly activity: Activity | null
  /** When the user started it. */
  readonly startedAt: number
  /** When the request was last sent; null before. */
  readonly sentAt: number | null
  /** When the picture arrived. */
  readonly finishedAt: number | null
  /** Segmind's id of the request; null before it is known, and for a sample. */
  readonly requestId: string | null
  /** The address of its file at Segmind or its media host, once it is known. Always http or https. */
  readonly fileUrl: string | null
  /** Its error. With an activity: the job is late, and polling continues. */
  readonly error: JobError | null
  /** When it continues, for the activities `waiting` and `limited`. */
  readonly retryAt: number | null
  /** One of the bundled pictures: nothing was sent, and nothing is charged, even after an error. */
  readonly isSample: boolean
  /** The user's own SVG: nothing was sent or charged, and nothing can be drawn again. Its prompt is the file's name. */
  readonly isOwn: boolean
  /** Price of one more picture like this, in US dollars: 0 for a sample or an own picture, null if it is not known. */
  readonly price: number | null
  /** US dollars; null if the server did not say. */
  readonly cost: number | null
  readonly starred: boolean
  readonly inserted: boolean
  /** The user no longer waits for it. It continues in the background. */
  readonly isInBackground: boolean
  /** True if there is a picture, stored or in memory. */
  readonly hasPicture: boolean
  /** Null if the picture, if any, is stored. */
  readonly unstored: Unstored | null
}

/** True if the job was accepted, has not ended, and is not running: `resume` continues it at no cost. */
export const isResumable = ({ state, activity, hasPicture }: Job): boolean =>
  activity === null && !hasPicture && (state === 'accepted' || state === 'fetched')

/** True if the job ended without a picture, or was never sent: the user may remove it. */
export function isFinished({ state, activity, requestId, error }: Job): boolean {
  if (activity !== null) return false
  if (isEnded(state)) return true
  if (requestId !== null || error === null) return false
  const { terminal, cause } = errorRule(error.kind)
  return terminal !== null || cause === 'key'
}

/** True if the user may send a job again that is over: this version can send its request. */
export const isRepeatable = (job: Job): job is Job & { readonly request: PictureRequest } =>
  isFinished(job) && isSendable(job.request)

/** True if checking again costs nothing and may get another answer. */
export const isCheckable = (job: Job): boolean =>
  isResumable(job) && (job.error === null || errorRule(job.error.kind).transient)

/** True if the request of a job that is over may succeed when it is sent again. */
export const isRetryable = (job: Job): boolean =>
  isRepeatable(job) && (job.error === null || errorRule(job.error.kind).canResend)

/** The phase of a job with an error. `late`: polling continues. `resting`: it waits for the user to check again. `over`: it has ended. */
export type ErrorPhase = 'late' | 'resting' | 'over'

export const phaseOf = (job: Job): ErrorPhase =>
  job.activity !== null ? 'late' : isFinished(job) ? 'over' : 'resting'

/** True if Segmind’s console may show the picture or the charge, and Inkwright can no longer get it. */
export const isInConsole = (job: Job): boolean =>
  job.error !== null &&
  job.error.charged !== 'no' &&
  (phaseOf(job) === 'over' || !errorRule(job.error.kind).transient)

/**
 * How the user can get a picture that may have been charged and that Inkwright cannot get: from the address of its `file`, or in Segmind’s
 * `console`. They can then add the file by hand. Null if there is nothing to add.
 */
export function rescueOf(job: Job): 'file' | 'console' | null {
  const { error, fileUrl, hasPicture } = job
  if (error === null || error.charged === 'no' || hasPicture) return null
  if (fileUrl !== null && error.kind !== 'file-expired' && error.kind !== 'cancelled') return 'file'
  return isInConsole(job) ? 'console' : null
}
