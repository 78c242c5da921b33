import { API_ORIGIN } from '../src/segmind/hosts'
import { passOn, preflight, refusal } from './answers'
import { type Route, routeOf } from './routes'

export interface RelayOptions {
  /** Where the requests for a host go, without a trailing slash; default that host itself. */
  readonly upstream?: Partial<Record<Route['host'], string>>
  /** Default the platform's own. */
  readonly fetch?: typeof fetch
}

/** The request headers that go upstream. Media are public: the key must never be sent there. */
const SENT = { api: ['x-api-key', 'content-type'], media: ['accept'] }

/** In bytes. A prompt of 1000 characters, the most that Recraft documents, needs 4 kB. */
const LARGEST_BODY = 64_000

/**
 * Makes a relay: a fetch handler that forwards the few calls of the plugin to Segmind and adds CORS headers to the
 * answers. It keeps nothing, logs nothing, follows no redirect and sends no request twice.
 *
 * Never rejects. Its own refusals are JSON, `{"error": "Relay: …"}`: 404, 405, 413 and 400 mean that nothing was
 * forwarded, 502 that no answer came back; after a 502 a submit may still have been accepted.
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
    if (body === 'too large') return refusal(413, `the body is larger than ${LARGEST_BODY} bytes`)
    // Half a body must not become a paid job of half a prompt.
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
        // A redirect that is followed would take the key along to wherever it points.
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

/** The whole body, unless it is larger than LARGEST_BODY or the sender goes away. */
async function readBody(request: Request): Promise<Body | 'too large' | 'broken off'> {
  if (request.body === null) return null
  const whole = new Uint8Array(LARGEST_BODY)
  let length = 0
  const reader = request.body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return whole.slice(0, length)
      // The rest is left unread, not cancelled: cancelling would close the connection under the answer.
      if (length + value.length > LARGEST_BODY) return 'too large'
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

/** Browsers hide a redirect that is not followed; servers' fetch shows it. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400)
}
