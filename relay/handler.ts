import { API_ORIGIN } from '../src/segmind/hosts'
import { passOn, preflight, refusal } from './answers'
import { type Body, MAX_BODY_SIZE, readBody } from './body'
import { createRateLimit } from './rate-limit'
import { type Route, routeOf } from './routes'
import { pathBehind } from './secret'

export type Relay = (request: Request) => Promise<Response>

export interface RelayOptions {
  /** The first segment of every path. Null: anyone who reaches the relay may use it. */
  readonly secret: string | null
  /** Origins to forward requests to, by host, without a trailing slash. Default: the host itself. */
  readonly upstream?: Readonly<Partial<Record<Route['host'], string>>>
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch
  /** Returns a signal that aborts after `ms`. */
  readonly deadline?: (ms: number) => AbortSignal
  /** ms since 1970. */
  readonly now?: () => number
}

/** The request headers that are forwarded. Media hosts must never receive the key. */
const SENT = { api: ['x-api-key', 'content-type'], media: ['accept'] }

/** How long a body may take to arrive, in ms. */
const BODY_TIMEOUT = 20_000

/**
 * Creates a relay: a fetch handler that forwards the plugin's calls to Segmind and adds CORS headers to the responses. It stores
 * and logs nothing, follows no redirects and never repeats a request.
 *
 * Never rejects. Its own errors are JSON, `{"error": "Relay: …"}`. After 400, 404, 405, 413 and 429, nothing was forwarded. 502
 * and 504 mean that there was no response; Segmind may still have accepted the request.
 */
export function createRelay(options: RelayOptions): Relay {
  const { secret, upstream = {}, fetch = globalThis.fetch, now = Date.now } = options
  const { deadline = (ms: number) => AbortSignal.timeout(ms) } = options
  const limit = createRateLimit(now)

  return async (request) => {
    const { pathname, search } = new URL(request.url)
    const path = secret === null ? pathname : pathBehind(secret, pathname)
    const route = path === null ? null : routeOf(path, search)
    if (!route) return refusal(404, 'there is no such address')
    if (request.method === 'OPTIONS') return preflight(route.method)
    if (request.method !== route.method) {
      return refusal(405, `this address takes ${route.method}`, { allow: `${route.method}, OPTIONS` })
    }
    const resetAt = limit(request.headers.get('x-api-key'))
    if (resetAt !== null) {
      const headers = { 'x-rate-limit-reset-at-utc': new Date(resetAt).toISOString() }
      return refusal(429, 'too many requests in this minute', headers)
    }
    const body = route.method === 'POST' ? await readBody(request, deadline(BODY_TIMEOUT)) : null
    if (body === 'too large') return refusal(413, `the body is larger than ${MAX_BODY_SIZE} bytes`)
    // An incomplete body must not become a paid job with half a prompt.
    if (body === 'broken off') return refusal(400, 'the body broke off')
    if (body === 'too slow') return refusal(400, 'the body did not arrive in time')
    return await forward(request, route, body)
  }

  async function forward(request: Request, route: Route, body: Body): Promise<Response> {
    const kind = route.host === 'api' ? 'api' : 'media'
    const origin = upstream[route.host] ?? (route.host === 'api' ? API_ORIGIN : `https://${route.host}`)
    const { host } = new URL(origin)
    const late = deadline(route.timeout)
    try {
      const answer = await fetch(origin + route.target, {
        method: route.method,
        headers: pick(request.headers, SENT[kind]),
        // Deno sends bytes again if a reused connection dies without an answer, but not a blob: a second request may cost money.
        body: body && new Blob([body]),
        // Following a redirect would send the key to another host.
        redirect: 'manual',
        signal: AbortSignal.any([request.signal, late]),
      })
      if (!isRedirect(answer)) return passOn(answer, kind)
      await answer.body?.cancel()
      return refusal(502, `${host} answered with a redirect, which is not followed`)
    } catch {
      return late.aborted
        ? refusal(504, `no answer came from ${host} in ${route.timeout / 1000} s`)
        : refusal(502, `no answer came from ${host}`)
    }
  }
}

function pick(headers: Headers, names: readonly string[]): Headers {
  const picked = new Headers()
  for (const name of names) {
    const value = headers.get(name)
    if (value !== null) picked.set(name, value)
  }
  return picked
}

/** For a redirect that is not followed, browsers return an opaque response, and server runtimes the redirect itself. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400)
}
