import type { IncomingHttpHeaders } from 'node:http'
import { errorReply, type Reply } from './reply'

const ALLOWED_HEADERS = ['x-api-key', 'content-type']

/** The service's own headers (third party). Without being exposed they are hidden from a browser's scripts. */
const EXPOSED_HEADERS = [
  'x-request-id',
  'x-cost',
  'x-remaining-credits',
  'x-generation-time',
  'x-rate-limit-reset-at-utc',
]

/** What goes on every answer when CORS is on. `expose`: whether scripts may read the service's own headers. */
export function corsHeaders(expose: boolean): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    ...(expose ? { 'access-control-expose-headers': EXPOSED_HEADERS.join(', ') } : {}),
  }
}

/**
 * Answers a preflight for a path that takes these methods. Strict on purpose, since nobody knows what the live
 * service allows: exactly the methods of the path, and no header but the two that the API itself needs.
 * Anything else is a 403, which a browser takes as a refusal.
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
