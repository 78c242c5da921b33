import { createSegmindClient, type Endpoints, endpointsOf } from '../../../src/segmind/client'
import type { Fetch, HttpRequest } from '../../../src/segmind/http'
import { manualClock } from '../../support/manual-clock'

export const KEY = 'SG_0123456789abcdef'

export interface Answer {
  readonly status?: number
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown
  /** By lower-case name. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A client that hears these answers one after the other, and every call that it has made. Its clock stands at 1 000 000. */
export function openClient(answers: readonly Answer[], endpoints: Endpoints = endpointsOf(null)) {
  const calls: (HttpRequest & { readonly url: string })[] = []
  const left = [...answers]
  const fetch: Fetch = async (url, init) => {
    calls.push({ url, ...init })
    const answer = left.shift()
    if (!answer) throw new Error('one call too many')
    const { status = 200, body = {}, headers = {} } = answer
    return {
      status,
      headers: { get: (name) => headers[name.toLowerCase()] ?? null },
      text: async () => (typeof body === 'string' ? body : JSON.stringify(body)),
    }
  }
  const client = createSegmindClient({ fetch, clock: manualClock(1_000_000), endpoints, apiKey: KEY })
  return { client, calls }
}
