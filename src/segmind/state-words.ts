import { readReason } from './reason'

type Body = Readonly<Record<string, unknown>>

/** Segmind documents only `COMPLETED`; the others are used by the services behind it. */
const COMPLETED = ['completed', 'succeeded', 'success']

const FAILED = ['failed', 'cancelled', 'canceled']

/** Returns the `status` of a body in lower case; null if it has none. */
export const stateWord = ({ status }: Body): string | null =>
  typeof status === 'string' ? status.trim().toLowerCase() : null

/** True for a body that says that the job is completed. */
export const isCompleted = (body: Body): boolean => COMPLETED.includes(stateWord(body) ?? '')

/**
 * True for a body that says that the job failed. The word "error" is the state of a job only next to an `error` text, and with
 * the status codes that Segmind uses for jobs: 2xx, and 422 for a failed one. With any other code it is the usual envelope of
 * a refused request or a server error, and ends nothing. A 5xx to a paid call says nothing about the job, whatever its text:
 * a gateway may have written it after the job was accepted.
 */
export function isFailure(body: Body, httpStatus: number, isPaid: boolean): boolean {
  if (isPaid && httpStatus >= 500) return false
  const word = stateWord(body) ?? ''
  if (word !== 'error') return FAILED.includes(word)
  const hasText = readReason({ error: body.error }) !== null
  return hasText && ((httpStatus >= 200 && httpStatus < 300) || httpStatus === 422)
}
