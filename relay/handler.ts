import { API_ORIGIN } from '../src/segmind/hosts'
import { passOn, preflight, refusal } from './answers'
import { type Route, routeOf } from './routes'

export interface RelayOptions {
  /** Origins to forward requests to, by host, without a trailing slash. Default: the host itself. */
  readonly upstream?: Partial<Record<Route['host'], string>>
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch
}

/** The request headers that are forwarded. Media hosts must never receive the key. */
const SENT = { api: ['x-api-key', 'content-type'], media: ['accept'] }

/** Maximum size of a body in bytes. A prompt of 1000 characters, the limit that Recraft documents, needs 4 kB. */
const MAX_BODY_SIZE = 64_000

/**
 * Creates a relay: a fetch handler that forwards the plugin's calls to Segmind and adds CORS headers to the responses. It stores
 * and logs nothing, follows no redirects and never repeats a request.
 *
 * Never rejects. Its own errors are JSON, `{"error": "Relay: …"}`. After 404, 405, 413 and 400, nothing was forwarded. 502 means
 * that there was no response; Segmind may still have accepted the request.
 */
export function createRelay(options: RelayOptions = {}): (request: Request) => Promise<Response> {
  const { upstream = {}, fetch = globalThis.fetch } = options

  return async (request) => {
    const { pathname, search } = new URL(request.url)
    const route = routeOf(pathname, search)
    if (!route) return refusal(404, 'there is no such address')
    if (request.method === 'OPTIONS') return preflight(route.method)
    if (request.method !== route.method) {
      return refusal(405, `this address takes ${route.method}`, { allow: `${route.method}, OPTIONS` })
    }
    const body = route.method === 'POST' ? await readBody(request) : null
    if (body === 'too large') return refusal(413, `the body is larger than ${MAX_BODY_SIZE} bytes`)
    // An incomplete body must not become a paid job with half a prompt.
    if (body === 'broken off') return refusal(400, 'the body broke off')
    return await forward(request, route, body)
  }

  async function forward(request: Request, route: Route, body: Body): Promise<Response> {
    const kind = route.host === 'api' ? 'api' : 'media'
    const origin = upstream[route.host] ?? (route.host === 'api' ? API_ORIGIN : `https://${route.host}`)
    const { host } = new URL(origin)
    try {
      const answer = await fetch(origin + route.target, {
        method: route.method,
        headers: pick(request.headers, SENT[kind]),
        body,
        // Following a redirect would send the key to another host.
        redirect: 'manual',
        signal: request.signal,
      })
      if (!isRedirect(answer)) return passOn(answer, kind)
      await answer.body?.cancel()
      return refusal(502, `${host} answered with a redirect, which is not followed`)
    } catch {
      return refusal(502, `no answer came from ${host}`)
    }
  }
}

type Body = Uint8Array<ArrayBuffer> | null

/** Reads the whole body, unless it is larger than MAX_BODY_SIZE or the connection breaks. */
async function readBody(request: Request): Promise<Body | 'too large' | 'broken off'> {
  if (request.body === null) return null
  const whole = new Uint8Array(MAX_BODY_SIZE)
  let length = 0
  const reader = request.body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return whole.slice(0, length)
      // The rest is not cancelled, because that would close the connection before the response is sent.
      if (length + value.length > MAX_BODY_SIZE) return 'too large'
      whole.set(value, length)
      length += value.length
    }
  } catch {
    return 'broken off'
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
