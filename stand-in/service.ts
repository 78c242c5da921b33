import { endOf, type Job, type JobStore, PRICE } from './jobs'
import { readParameters } from './parameters'
import type { PictureSource } from './pictures'
import type { RateLimit } from './rate-limit'
import { parseJson, type RecordedRequest, type RouteName } from './recording'
import { errorReply, jsonReply, type Reply } from './reply'

/** What the endpoints work with. */
export interface Service {
  readonly keys: ReadonlySet<string>
  readonly store: JobStore
  readonly rateLimit: RateLimit
  readonly picture: PictureSource
  readonly output: 'url' | 'text'
}

/** A request on its way through an endpoint. */
export interface Call {
  readonly request: RecordedRequest
  /** The variable part of the path: a request id or a media file's name. Empty where there is none. */
  readonly id: string
  /** The error text with which a fault rule wants the new job to fail. */
  readonly failJob: string | null
}

/** One endpoint. `host`: the API and the media files live on different ones. */
export interface Route {
  readonly name: RouteName
  readonly host: 'api' | 'media'
  readonly method: 'GET' | 'POST'
  /** Matches the path without the query; its first group is the id. */
  readonly path: RegExp
  readonly answer: (service: Service, call: Call) => Reply
}

const API = 'https://api.segmind.com'

/** Every endpoint. The synchronous `POST /v1/recraft-v3-svg` becomes one more line here. */
export const ROUTES: readonly Route[] = [
  { name: 'submit', host: 'api', method: 'POST', path: /^\/v2\/recraft-v3-svg$/, answer: withKey(submit) },
  {
    name: 'status',
    host: 'api',
    method: 'GET',
    path: /^\/v2\/requests\/([^/]+)\/status$/,
    answer: withKey(statusOf),
  },
  {
    name: 'result',
    host: 'api',
    method: 'GET',
    path: /^\/v2\/requests\/([^/]+)$/,
    answer: withKey(resultOf),
  },
  {
    name: 'credits',
    host: 'api',
    method: 'GET',
    path: /^\/v1\/get-user-credits$/,
    answer: withKey(creditsOf),
  },
  { name: 'media', host: 'media', method: 'GET', path: /^\/([^/]+)\.svg$/, answer: media },
]

/** The address of a completed job's media file. */
export function mediaUrlOf(job: Job): string {
  return `https://images.segmind.com/${job.mediaId}.svg`
}

/** Lets through what carries a known key and stays under the rate limit; a Bearer token is no key. */
function withKey(answer: (service: Service, call: Call, key: string) => Reply): Route['answer'] {
  return (service, call) => {
    const key = call.request.headers['x-api-key'] ?? ''
    if (!service.keys.has(key)) {
      return errorReply(401, key === '' ? 'API key is missing' : 'Invalid API key')
    }
    const admission = service.rateLimit.admit(key)
    if (!admission.admitted) {
      const resetAt = new Date(admission.resetAt).toISOString()
      return errorReply(429, 'Rate limit exceeded', { 'x-rate-limit-reset-at-utc': resetAt })
    }
    return answer(service, call, key)
  }
}

function submit({ store }: Service, { request, failJob }: Call, key: string): Reply {
  const mediaType = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') return errorReply(406, 'Invalid content type')
  const body = parseJson(request.body)
  if (body === undefined) return errorReply(400, 'The request body is not JSON')
  const read = readParameters(body)
  if (!read.ok) return errorReply(400, read.message)
  if (!store.canPay(key)) return errorReply(406, 'Insufficient credits')
  const { id } = store.accept(key, read.parameters, failJob)
  return jsonReply(200, {
    request_id: id,
    status: 'QUEUED',
    poll_url: `${API}/v1/requests/${id}`,
    ...addressesOf(id),
  })
}

function statusOf({ store }: Service, { id }: Call, key: string): Reply {
  const job = store.find(id, key)
  if (job === undefined) return notFound(id)
  const status = store.statusOf(job)
  if (status === 'FAILED') return failed(job)
  if (status === 'COMPLETED') {
    return jsonReply(200, {
      status,
      request_id: id,
      metrics: { inference_time: timesOf(job).inference_time },
    })
  }
  return jsonReply(200, { status, request_id: id, ...addressesOf(id), metrics: {} })
}

function resultOf(service: Service, call: Call, key: string): Reply {
  const { store, picture, output } = service
  const job = store.find(call.id, key)
  if (job === undefined || store.statusOf(job) !== 'COMPLETED') return statusOf(service, call, key)
  return jsonReply(200, {
    status: 'COMPLETED',
    output: output === 'url' ? mediaUrlOf(job) : picture(job.parameters, job.variation).toString('utf8'),
    metrics: { ...timesOf(job), cost: PRICE, remaining_credits: store.balance(key, endOf(job)).total },
  })
}

function creditsOf({ store }: Service, _call: Call, key: string): Reply {
  const { credits, freeCredits } = store.balance(key)
  return jsonReply(200, { credits, 'free-credits': freeCredits })
}

function media({ store, picture, output }: Service, { request, id }: Call): Reply {
  if (request.keySentToMedia) return errorReply(400, 'The API key must not be sent to the media host')
  const job = output === 'url' ? store.findMedia(id) : undefined
  if (job === undefined) return errorReply(404, 'File not found')
  return {
    status: 200,
    headers: { 'content-type': 'image/svg+xml' },
    body: picture(job.parameters, job.variation),
  }
}

/** A failed job is a 422 on both addresses (the API page, the SDK). */
function failed(job: Job): Reply {
  return jsonReply(422, { status: 'FAILED', error: job.failure, metrics: timesOf(job) })
}

function notFound(id: string): Reply {
  return errorReply(404, `Request ${id} not found`)
}

function addressesOf(id: string): { status_url: string; response_url: string } {
  return { status_url: `${API}/v2/requests/${id}/status`, response_url: `${API}/v2/requests/${id}` }
}

/** Seconds, with the service's field names. */
function timesOf(job: Job): { inference_time: number; queue_time: number; total_time: number } {
  return {
    inference_time: (job.durationMs - job.queueMs) / 1000,
    queue_time: job.queueMs / 1000,
    total_time: job.durationMs / 1000,
  }
}
