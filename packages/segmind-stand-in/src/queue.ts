import { endOf } from './jobs'
import { costOf, outputReply, timesOf } from './output'
import { errorReply, jsonReply, type Reply } from './reply'
import type { Call, KeyedAnswer, Service } from './service'
import { acceptSubmission, failedReply } from './submission'

const API = 'https://api.segmind.com'

/** `POST /v2/{model}`: adds a job to the queue. */
export const submit: KeyedAnswer = (service, call, key) => {
  const order = acceptSubmission(service, call, key, 'submit')
  if ('refusal' in order) return order.refusal
  const { id } = order.job
  return jsonReply(200, {
    request_id: id,
    status: 'QUEUED',
    poll_url: `${API}/v1/requests/${id}`,
    ...addressesOf(id),
  })
}

/** `GET /v2/requests/{id}/status`. */
export function statusOf({ store }: Service, { id }: Call, key: string): Reply {
  const job = store.find(id, key)
  if (job === undefined) return errorReply(404, `Request ${id} not found`)
  const status = store.statusOf(job)
  if (status === 'FAILED') return failedReply(job)
  if (status === 'COMPLETED') {
    return jsonReply(200, {
      status,
      request_id: id,
      metrics: { inference_time: timesOf(job).inference_time },
    })
  }
  return jsonReply(200, { status, request_id: id, ...addressesOf(id), metrics: {} })
}

/** `GET /v2/requests/{id}`: the result or, until there is one, the status. */
export const resultOf: KeyedAnswer = (service, call, key) => {
  const { store, picture } = service
  const job = store.find(call.id, key)
  if (job === undefined || store.statusOf(job) !== 'COMPLETED') return statusOf(service, call, key)
  const { form = 'url', place } = service.output()
  const cost = costOf(job)
  const remaining = store.balance(key, endOf(job)).total
  // `output` always exists (the SDK), even if the picture is in another field.
  return outputReply(
    { form, place },
    { job, svg: picture(job.parameters, job.variation) },
    { status: 'COMPLETED', output: null, metrics: { ...timesOf(job), cost, remaining_credits: remaining } },
  )
}

function addressesOf(id: string): { status_url: string; response_url: string } {
  return { status_url: `${API}/v2/requests/${id}/status`, response_url: `${API}/v2/requests/${id}` }
}
