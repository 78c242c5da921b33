import { createSegmindClient, type Endpoints, endpointsOf } from '../../../src/segmind/client'
import type { Fetch, HttpRequest } from '../../../src/segmind/http'
import { manualClock } from '../../support/manual-clock'

export const KEY = 'SG_0123456789abcdef'
export const ID = '4dff3f5e-3f0c-4b5a-9d0f-0f3c7f6a1c11'

export interface Answer {
  readonly status?: number
  /** Strings are sent unchanged, anything else as JSON. */
  readonly body?: unknown
  /** By lowercase name. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Why there is no complete answer: no network, a lost connection, CORS, a truncated body. */
export type Trouble = 'offline' | 'lost' | 'blocked' | 'broken-off'

/** A client that gets these answers in order, and all calls that it made. Its clock is fixed at 1,000,000. */
export function openClient(answers: readonly (Answer | Trouble)[], endpoints: Endpoints = endpointsOf(null)) {
  const calls: (HttpRequest & { readonly url: string })[] = []
  const left = [...answers]
  let trouble: Trouble | null = null
  const fetch: Fetch = async (url, init) => {
    calls.push({ url, ...init })
    const get =
      (headers: Answer['headers'] = {}) =>
      (name: string) =>
        headers[name.toLowerCase()] ?? null
    const ok = { status: 200, headers: { get: get() }, text: async () => '' }
    // After a failure, the client probes for the reason.
    if (init.mode === 'no-cors' && trouble !== 'offline') return ok
    if (url.endsWith('/v1/get-user-credits') && trouble === 'lost') return ok
    if (trouble) throw new TypeError('Failed to fetch')
    const answer = left.shift()
    if (!answer) throw new Error('one call too many')
    if (answer === 'broken-off') return { ...ok, text: () => Promise.reject(new TypeError('network error')) }
    if (typeof answer === 'string') {
      trouble = answer
      throw new TypeError('Failed to fetch')
    }
    const { status = 200, body = {}, headers } = answer
    const text = async () => (typeof body === 'string' ? body : JSON.stringify(body))
    return { status, headers: { get: get(headers) }, text }
  }
  const client = createSegmindClient({ fetch, clock: manualClock(1_000_000), endpoints, apiKey: KEY })
  return { client, calls }
}
