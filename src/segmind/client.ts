import { type Purpose, readAnswer, readJson, statusFailure, transportFailure, unreadable } from './answer'
import { failure, type Outcome } from './errors'
import { API_ORIGIN, type MediaHost } from './hosts'
import { type CancelSignal, type Clock, type Exchange, exchange, type Fetch } from './http'
import { readMediaAddress } from './media-address'
import type { Model } from './models'
import { isSvg, type Output, readOutput } from './output'
import { modelOf, type PictureRequest } from './request'
import { isCompleted, stateWord } from './state-words'

/** The origins that requests are sent to, without a trailing slash. */
export interface Endpoints {
  /** Segmind's API, or the user's relay to it. */
  readonly api: string
  /** Where files of a media host are fetched from: the host itself, or its path on the relay. */
  readonly media: (host: MediaHost) => string
  /** The relay's origin, if any. */
  readonly relay: string | null
}

/**
 * The endpoints for Segmind itself, or for a relay at this address, which serves files below the name of their host. Its path is a
 * secret and never shown.
 */
export const endpointsOf = (relay: string | null): Endpoints => ({
  api: relay ?? API_ORIGIN,
  media: (host) => (relay === null ? `https://${host}` : `${relay}/${host}`),
  relay: relay && (/^\w+:\/\/[^/]+/.exec(relay)?.[0] ?? null),
})

export interface ClientOptions {
  readonly fetch: Fetch
  readonly clock: Clock
  readonly endpoints: Endpoints
  readonly apiKey: string
}

export type JobStatus = 'queued' | 'processing' | 'completed'

/** What a completed job delivers. Times in seconds, cost in US dollars; null where the server did not say. */
export interface JobResult {
  readonly output: Output
  readonly metrics: Metrics
}

export interface Metrics {
  readonly inferenceTime: number | null
  readonly queueTime: number | null
  readonly cost: number | null
}

/** How long one HTTP exchange may take, in ms. Paid calls wait longest: after giving up, it is not known whether they were charged. */
const LIMITS = {
  submit: 60_000,
  direct: 300_000,
  status: 20_000,
  result: 60_000,
  media: 60_000,
  credits: 20_000,
} as const

/** Segmind's API for one key: each method is one HTTP exchange, each failure a value. Nothing here repeats a call. */
export interface SegmindClient {
  /** Starts a job in the queue (v2), which costs money once it completes. The value is the request id. */
  submit(request: PictureRequest, signal: CancelSignal): Promise<Outcome<string>>
  /** Draws in one long call (v1). There is no job that could be resumed. */
  direct(request: PictureRequest, signal: CancelSignal): Promise<Outcome<JobResult>>
  status(requestId: string, signal: CancelSignal): Promise<Outcome<JobStatus>>
  result(requestId: string, signal: CancelSignal): Promise<Outcome<JobResult>>
  /** The SVG text behind an output. Fetches from the hosts of `hosts.ts` only, and never with the key. */
  picture(requestId: string | null, output: Output, signal: CancelSignal): Promise<Outcome<string>>
  /** The balance in US dollars, free credits included. Costs nothing; fails with `invalid-key` for a wrong key. */
  credits(signal: CancelSignal): Promise<Outcome<number>>
}

/** Creates a client. It keeps the key in memory and sends it only to `endpoints.api`. */
export function createSegmindClient({ fetch, clock, endpoints, apiKey }: ClientOptions): SegmindClient {
  const headers = { 'x-api-key': apiKey }
  // Free, and answered under the same CORS rules as every call with the key.
  const probe = { url: `${endpoints.api}/v1/get-user-credits`, headers }
  // Addresses are built here, never taken from a response, which could point to a host that is not allowed.
  const address = (requestId: string) => `${endpoints.api}/v2/requests/${encodeURIComponent(requestId)}`

  const purposeOf = (call: Purpose['call'], requestId: string | null = null): Purpose => ({
    call,
    requestId,
    relay: endpoints.relay,
  })

  const get = (call: 'status' | 'result' | 'credits', url: string, signal: CancelSignal) =>
    exchange(fetch, clock, { method: 'GET', url, headers, signal, timeout: LIMITS[call], probe })

  const post = (
    call: 'submit' | 'direct',
    way: keyof Model['paths'],
    request: PictureRequest,
    signal: CancelSignal,
  ) => {
    const { prompt, style, size } = request
    const { paths } = modelOf(request)
    return exchange(fetch, clock, {
      method: 'POST',
      url: endpoints.api + paths[way],
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ prompt, size, style }),
      signal,
      timeout: LIMITS[call],
      probe,
    })
  }

  const readResult = (answer: Exchange, purpose: Purpose): Outcome<JobResult> => {
    const read = readAnswer(answer, purpose, clock.now())
    if (!read.ok) return read
    const { text, object, status } = read.value
    const output = readOutput(text)
    return output
      ? { ok: true, value: { output, metrics: readMetrics(object?.metrics) } }
      : unreadable(status, purpose)
  }

  return {
    async submit(request, signal) {
      const purpose = purposeOf('submit')
      const answer = await post('submit', 'queue', request, signal)
      const read = readJson(answer, purpose, clock.now())
      if (!read.ok) return read
      const { request_id: id } = read.value.body
      return typeof id === 'string' && /^[\x21-\x7e]{1,200}$/.test(id)
        ? { ok: true, value: id }
        : unreadable(read.value.status, purpose)
    },

    async direct(request, signal) {
      return readResult(await post('direct', 'direct', request, signal), purposeOf('direct'))
    },

    async status(requestId, signal) {
      const purpose = purposeOf('status', requestId)
      const answer = await get('status', `${address(requestId)}/status`, signal)
      const read = readJson(answer, purpose, clock.now())
      if (!read.ok) return read
      const status = readStatus(read.value.body)
      return status ? { ok: true, value: status } : unreadable(read.value.status, purpose)
    },

    async result(requestId, signal) {
      return readResult(await get('result', address(requestId), signal), purposeOf('result', requestId))
    },

    async picture(requestId, output, signal) {
      if (output.type === 'svg') return { ok: true, value: output.text }
      const place = readMediaAddress(output.url)
      if (place.type === 'foreign')
        return failure('foreign-host', 'yes', false, { requestId, host: place.host })
      const purpose = purposeOf('media', requestId)
      const url = endpoints.media(place.host) + place.target
      const answer = await exchange(fetch, clock, { method: 'GET', url, signal, timeout: LIMITS.media })
      if (answer.type !== 'answer') return transportFailure(answer.type, purpose)
      if (answer.status < 200 || answer.status >= 300) return statusFailure(answer, purpose, clock.now())
      // An HTML page of the CDN with status 200 is not a picture, and must not end a paid job.
      return isSvg(answer.body) ? { ok: true, value: answer.body } : unreadable(answer.status, purpose)
    },

    async credits(signal) {
      const purpose = purposeOf('credits')
      const read = readJson(await get('credits', probe.url, signal), purpose, clock.now())
      if (read.ok) {
        const { credits, 'free-credits': free } = read.value.body
        return { ok: true, value: amount(credits) + amount(free) }
      }
      // A key without a record has no credits (third-party note); the key itself was accepted.
      const { status, serverMessage } = read.error
      return status === 404 && /no credits/i.test(serverMessage ?? '') ? { ok: true, value: 0 } : read
    },
  }
}

/** An unknown state counts as still running. Null if the body has no state. */
function readStatus(body: Readonly<Record<string, unknown>>): JobStatus | null {
  const word = stateWord(body)
  if (word === null) return null
  if (isCompleted(body)) return 'completed'
  return word === 'queued' ? 'queued' : 'processing'
}

function readMetrics(value: unknown): Metrics {
  const metrics = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const number = (key: string) => (isAmount(metrics[key]) ? metrics[key] : null)
  return { inferenceTime: number('inference_time'), queueTime: number('queue_time'), cost: number('cost') }
}

const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0

const amount = (value: unknown): number => (isAmount(value) ? value : 0)
