import type { Job } from './jobs'
import { NOT_ACCEPTABLE } from './not-acceptable'
import { timesOf } from './output'
import { readParameters } from './parameters'
import { parseJson } from './recording'
import { errorReply, jsonReply, type Reply } from './reply'
import type { Call, Service } from './service'

/** The accepted job, or the refusal. */
type Submission = { readonly job: Job } | { readonly refusal: Reply }

/**
 * The checks that both endpoints for ordering a picture share: content type, JSON, parameters, and credits. Then accepts the job. Errors
 * are returned as a 406 or 400.
 */
export function acceptSubmission(
  { store, models }: Service,
  { request, id, failJob: failure }: Call,
  key: string,
  endpoint: Job['endpoint'],
): Submission {
  const model = models.find((one) => one.id === id)
  if (!model) return refuse(404, `There is no model ${id}`)
  const mediaType = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') return refuse(406, NOT_ACCEPTABLE['content-type'])
  const body = parseJson(request.body)
  if (body === undefined) return refuse(400, 'The request body is not JSON')
  const read = readParameters(body, model)
  if (!read.ok) return refuse(400, read.message)
  if (!store.canPay(key, model.price)) return refuse(406, NOT_ACCEPTABLE['insufficient-credits'])
  return { job: store.accept({ key, model, parameters: read.parameters, endpoint, failure }) }
}

/** Returns the response for a failed job: 422 for all endpoints (the API page, the SDK) unless a fault says otherwise. */
export function failedReply(job: Job, headers: Record<string, string> = {}): Reply {
  const { error = null, status = 422 } = job.failure ?? {}
  return jsonReply(status, { status: 'FAILED', error, metrics: timesOf(job) }, headers)
}

function refuse(status: number, message: string): Submission {
  return { refusal: errorReply(status, message) }
}
