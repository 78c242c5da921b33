type Body = Readonly<Record<string, unknown>>

/** Segmind documents `COMPLETED` alone; the others are what the services behind it say. */
const COMPLETED = ['completed', 'succeeded', 'success']

const FAILED = ['failed', 'cancelled', 'canceled']

/** Codes that speak of the call, its key or its address, and not of the job. */
const ABOUT_THE_CALL = [401, 403, 404, 408, 410, 429]

/** The `status` of a body in small letters; null where it has none. */
export const stateWord = ({ status }: Body): string | null =>
  typeof status === 'string' ? status.trim().toLowerCase() : null

/** True for a body that says that the job is completed. */
export const isCompleted = (body: Body): boolean => COMPLETED.includes(stateWord(body) ?? '')

/**
 * True for a body that says that the job failed. The word "error" is a job's state only beside an `error` text, and not
 * under a code that speaks of the call: there, or from a gateway on a paid call, it is the envelope of another refusal.
 */
export function isFailure(body: Body, httpStatus: number, isPaid: boolean): boolean {
  const word = stateWord(body) ?? ''
  if (word !== 'error') return FAILED.includes(word)
  const hasText = typeof body.error === 'string' ? body.error.trim() !== '' : body.error != null
  return hasText && !ABOUT_THE_CALL.includes(httpStatus) && !(isPaid && httpStatus >= 500)
}
