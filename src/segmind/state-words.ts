import { readReason } from './reason'

type Body = Readonly<Record<string, unknown>>

/** Segmind documents `COMPLETED` alone; the others are what the services behind it say. */
const COMPLETED = ['completed', 'succeeded', 'success']

const FAILED = ['failed', 'cancelled', 'canceled']

/** The `status` of a body in small letters; null where it has none. */
export const stateWord = ({ status }: Body): string | null =>
  typeof status === 'string' ? status.trim().toLowerCase() : null

/** True for a body that says that the job is completed. */
export const isCompleted = (body: Body): boolean => COMPLETED.includes(stateWord(body) ?? '')

/**
 * True for a body that says that the job failed. The word "error" is a job's state only beside an `error` text, and under
 * the codes with which Segmind answers about a job: 2xx, and the 422 of a failed one. Under any other code it is the usual
 * envelope of a refusal or of a server's own trouble, and ends nothing. A 5xx to a paid call says nothing of the job,
 * whatever its words: a gateway may have written them after the job was accepted.
 */
export function isFailure(body: Body, httpStatus: number, isPaid: boolean): boolean {
  if (isPaid && httpStatus >= 500) return false
  const word = stateWord(body) ?? ''
  if (word !== 'error') return FAILED.includes(word)
  const hasText = readReason({ error: body.error }) !== null
  return hasText && ((httpStatus >= 200 && httpStatus < 300) || httpStatus === 422)
}
