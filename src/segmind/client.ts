import { readJson, statusFailure, transportFailure } from './answer'
import { failure, type Outcome } from './errors'
import { type CancelSignal, type Clock, exchange, type Fetch } from './http'
import { type Output, readOutput } from './output'
import type { PictureRequest } from './request'

/** Which hosts are spoken to; origins without a trailing slash. */
export interface Endpoints {
  /** Segmind's API, or the user's relay to it. */
  readonly api: string
  /** Where finished pictures lie. */
  readonly media: string
}

export const SEGMIND: Endpoints = { api: 'https://api.segmind.com', media: 'https://images.segmind.com' }

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
  readonly inferenceTime: number | null
  readonly cost: number | null
}

/** How long one HTTP exchange may take, in ms. The submit waits longest: giving up on it leaves the charge unknown. */
const LIMITS = { submit: 60_000, status: 20_000, result: 60_000, media: 60_000 } as const

/** Segmind's queue (v2) for one key: each method is one HTTP exchange, each failure a value. Nothing here repeats a call. */
export interface SegmindClient {
  /** Starts a job, which costs money once it completes. The value is the request id. */
  submit(request: PictureRequest, signal: CancelSignal): Promise<Outcome<string>>
  status(requestId: string, signal: CancelSignal): Promise<Outcome<JobStatus>>
  result(requestId: string, signal: CancelSignal): Promise<Outcome<JobResult>>
  /** The SVG text behind an output. Fetches from the media host only, and never with the key. */
  picture(requestId: string, output: Output, signal: CancelSignal): Promise<Outcome<string>>
}

/** Opens a client. It keeps the key in memory and sends it to `endpoints.api` alone. */
export function createSegmindClient({ fetch, clock, endpoints, apiKey }: ClientOptions): SegmindClient {
  const headers = { 'x-api-key': apiKey }
  // Addresses are built here, never taken from a response: those could lead away from the allowed hosts.
  const address = (requestId: string) => `${endpoints.api}/v2/requests/${encodeURIComponent(requestId)}`

  // Free, and answered under the same CORS rules as every call with the key.
  const probe = { url: `${endpoints.api}/v1/get-user-credits`, headers }

  const get = async (call: 'status' | 'result', requestId: string, signal: CancelSignal) => {
    const url = call === 'status' ? `${address(requestId)}/status` : address(requestId)
    const answer = await exchange(fetch, clock, {
      method: 'GET',
      url,
      headers,
      signal,
      timeout: LIMITS[call],
    })
    return readJson(answer, { call, requestId })
  }

  return {
    async submit({ prompt, style, size }, signal) {
      const answer = await exchange(fetch, clock, {
        method: 'POST',
        url: `${endpoints.api}/v2/recraft-v3-svg`,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ prompt, size, style }),
        signal,
        timeout: LIMITS.submit,
        probe,
      })
      const read = readJson(answer, { call: 'submit', requestId: null })
      if (!read.ok) return read
      const { request_id: id } = read.value.body
      if (typeof id === 'string' && id !== '') return { ok: true, value: id }
      return failure('unreadable', 'unknown', false, { status: read.value.status })
    },

    async status(requestId, signal) {
      const read = await get('status', requestId, signal)
      if (!read.ok) return read
      return { ok: true, value: readStatus(read.value.body.status) }
    },

    async result(requestId, signal) {
      const read = await get('result', requestId, signal)
      if (!read.ok) return read
      const { status, body } = read.value
      const output = readOutput(body)
      if (!output) return failure('unreadable', 'yes', true, { requestId, status })
      const metrics = typeof body.metrics === 'object' && body.metrics !== null ? body.metrics : {}
      return {
        ok: true,
        value: { output, inferenceTime: amount(metrics, 'inference_time'), cost: amount(metrics, 'cost') },
      }
    },

    async picture(requestId, output, signal) {
      if (output.type === 'svg') return { ok: true, value: output.text }
      const host = /^https?:\/\/[^/?#]*/i.exec(output.url)?.[0] ?? output.url
      if (host.toLowerCase() !== endpoints.media)
        return failure('foreign-host', 'yes', false, { requestId, host })
      const purpose = { call: 'media', requestId } as const
      const answer = await exchange(fetch, clock, {
        method: 'GET',
        url: output.url,
        signal,
        timeout: LIMITS.media,
      })
      if (answer.type !== 'answer') return transportFailure(answer.type, purpose)
      if (answer.status < 200 || answer.status >= 300) return statusFailure(answer.status, null, purpose)
      return { ok: true, value: answer.body }
    },
  }
}

/** A state that is not known counts as still running: only COMPLETED and FAILED are final. */
function readStatus(status: unknown): JobStatus {
  if (status === 'COMPLETED') return 'completed'
  return status === 'QUEUED' ? 'queued' : 'processing'
}

function amount(metrics: object, key: string): number | null {
  const value = (metrics as Record<string, unknown>)[key]
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null
}
