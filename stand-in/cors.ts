import type { IncomingHttpHeaders } from 'node:http'
import { errorReply, type Reply } from './reply'

const ALLOWED_HEADERS = ['x-api-key', 'content-type']

/** Goes on every answer when CORS is on. */
export const CORS_HEADERS = { 'access-control-allow-origin': '*' } as const

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
