import type { IncomingHttpHeaders } from 'node:http'
import { errorReply, type Reply } from './reply'

const ALLOWED_HEADERS = ['x-api-key', 'content-type']

/** The service's own headers (third party). Scripts in a browser cannot read them unless they are exposed. */
const EXPOSED_HEADERS = [
  'x-request-id',
  'x-cost',
  'x-remaining-credits',
  'x-generation-time',
  'x-rate-limit-reset-at-utc',
]

/** Returns the headers of all responses when CORS is on. `expose`: whether scripts can read the service's own headers. */
export function corsHeaders(expose: boolean): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    ...(expose ? { 'access-control-expose-headers': EXPOSED_HEADERS.join(', ') } : {}),
  }
}

/**
 * Responds to a preflight for a path with these methods. Intentionally strict, because it is unknown what the live service allows: only the
 * methods of the path, and only the two headers that the API needs. Anything else is a 403, which browsers treat as a refusal.
 */
export function preflightReply(methods: readonly string[], headers: IncomingHttpHeaders): Reply {
  const method = headers['access-control-request-method'] ?? ''
  const asked = (headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
  if (!methods.includes(method)) return errorReply(403, `CORS: method ${method} is not allowed`)
  const refused = asked.find((name) => !ALLOWED_HEADERS.includes(name))
  if (refused !== undefined) return errorReply(403, `CORS: header ${refused} is not allowed`)
  return {
    status: 204,
    headers: {
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': ALLOWED_HEADERS.join(', '),
    },
    body: '',
  }
}
