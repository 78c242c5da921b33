import { type Purpose, readAnswer, readJson, statusFailure, transportFailure, unreadable } from './answer'
import { failure, type Outcome } from './errors'
import { type CancelSignal, type Clock, exchange, type Fetch } from './http'
import { isSvg, type Output, readOutput } from './output'
import type { PictureRequest } from './request'

/** Which addresses are spoken to; no trailing slash. */
export interface Endpoints {
  /** Segmind's API, or the user's relay to it. */
  readonly api: string
  /** Where pictures of Segmind's media host are fetched: the host itself, or the relay's way to it. */
  readonly media: string
}

/** The only host whose media addresses are accepted. */
const MEDIA_HOST = 'https://images.segmind.com'

/** Segmind itself, or a relay at this origin: the relay keeps the media under the host's name. */
export function endpointsOf(relay: string | null): Endpoints {
  return relay === null
    ? { api: 'https://api.segmind.com', media: MEDIA_HOST }
    : { api: relay, media: `${relay}/images.segmind.com` }
}

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

/** How long one HTTP exchange may take, in ms. The paid calls wait longest: giving up on one leaves the charge unknown. */
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
  /** Draws by one long call (v1), without a job that could be picked up. */
  direct(request: PictureRequest, signal: CancelSignal): Promise<Outcome<JobResult>>
  status(requestId: string, signal: CancelSignal): Promise<Outcome<JobStatus>>
  result(requestId: string, signal: CancelSignal): Promise<Outcome<JobResult>>
  /** The SVG text behind an output. Fetches from the media host only, and never with the key. */
  picture(requestId: string | null, output: Output, signal: CancelSignal): Promise<Outcome<string>>
  /** The balance in US dollars, free credits included. Costs nothing; fails with `invalid-key` for a wrong key. */
  credits(signal: CancelSignal): Promise<Outcome<number>>
}

/** Opens a client. It keeps the key in memory and sends it to `endpoints.api` alone. */
export function createSegmindClient({ fetch, clock, endpoints, apiKey }: ClientOptions): SegmindClient {
  const headers = { 'x-api-key': apiKey }
  // Free, and answered under the same CORS rules as every call with the key.
  const probe = { url: `${endpoints.api}/v1/get-user-credits`, headers }
  // Addresses are built here, never taken from a response: those could lead away from the allowed hosts.
  const address = (requestId: string) => `${endpoints.api}/v2/requests/${encodeURIComponent(requestId)}`

  const get = (call: 'status' | 'result' | 'credits', url: string, signal: CancelSignal) =>
    exchange(fetch, clock, { method: 'GET', url, headers, signal, timeout: LIMITS[call], probe })

  const post = (call: 'submit' | 'direct', path: string, request: PictureRequest, signal: CancelSignal) => {
    const { prompt, style, size } = request
    return exchange(fetch, clock, {
      method: 'POST',
      url: endpoints.api + path,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ prompt, size, style }),
      signal,
      timeout: LIMITS[call],
      probe,
    })
  }

  return {
    async submit(request, signal) {
      const purpose: Purpose = { call: 'submit', requestId: null }
      const answer = await post('submit', '/v2/recraft-v3-svg', request, signal)
      const read = readJson(answer, purpose, clock.now())
      if (!read.ok) return read
      const { request_id: id } = read.value.body
      return typeof id === 'string' && /^[\x21-\x7e]{1,200}$/.test(id)
        ? { ok: true, value: id }
        : unreadable(read.value.status, purpose)
    },

    async direct(request, signal) {
      const purpose: Purpose = { call: 'direct', requestId: null }
      const answer = await post('direct', '/v1/recraft-v3-svg', request, signal)
      const read = readAnswer(answer, purpose, clock.now())
      if (!read.ok) return read
      const { text, object, status } = read.value
      const output = readOutput(text)
      return output
        ? { ok: true, value: { output, metrics: readMetrics(object?.metrics) } }
        : unreadable(status, purpose)
    },

    async status(requestId, signal) {
      const answer = await get('status', `${address(requestId)}/status`, signal)
      const read = readJson(answer, { call: 'status', requestId }, clock.now())
      return read.ok ? { ok: true, value: readStatus(read.value.body.status) } : read
    },

    async result(requestId, signal) {
      const purpose: Purpose = { call: 'result', requestId }
      const answer = await get('result', address(requestId), signal)
      const read = readAnswer(answer, purpose, clock.now())
      if (!read.ok) return read
      const { text, object, status } = read.value
      const output = readOutput(text)
      return output
        ? { ok: true, value: { output, metrics: readMetrics(object?.metrics) } }
        : unreadable(status, purpose)
    },

    async picture(requestId, output, signal) {
      if (output.type === 'svg') return { ok: true, value: output.text }
      const host = /^https?:\/\/[^/?#]*/i.exec(output.url)?.[0] ?? output.url
      if (host.toLowerCase() !== MEDIA_HOST) return failure('foreign-host', 'yes', false, { requestId, host })
      const purpose: Purpose = { call: 'media', requestId }
      const url = endpoints.media + output.url.slice(host.length)
      const answer = await exchange(fetch, clock, { method: 'GET', url, signal, timeout: LIMITS.media })
      if (answer.type !== 'answer') return transportFailure(answer.type, purpose)
      if (answer.status < 200 || answer.status >= 300) return statusFailure(answer.status, null, purpose)
      // A page of the CDN with a 200 is no picture, and must not end a paid job.
      return isSvg(answer.body) ? { ok: true, value: answer.body } : unreadable(answer.status, purpose)
    },

    async credits(signal) {
      const purpose: Purpose = { call: 'credits', requestId: null }
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

/** A state that is not known counts as still running: only COMPLETED and FAILED are final. */
function readStatus(status: unknown): JobStatus {
  if (status === 'COMPLETED') return 'completed'
  return status === 'QUEUED' ? 'queued' : 'processing'
}

function readMetrics(value: unknown): Metrics {
  const metrics = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const number = (key: string) => (isAmount(metrics[key]) ? metrics[key] : null)
  return { inferenceTime: number('inference_time'), queueTime: number('queue_time'), cost: number('cost') }
}

const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0

const amount = (value: unknown): number => (isAmount(value) ? value : 0)
