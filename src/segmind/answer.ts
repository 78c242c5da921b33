import { type Charged, failure, type Outcome } from './errors'
import type { Exchange } from './http'

/** What a call was for: it decides what an odd answer means and whether money was spent. */
export interface Purpose {
  readonly call: 'submit' | 'status' | 'result' | 'media'
  /** The accepted job, from the second call on. */
  readonly requestId: string | null
}

export interface JsonAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

const MESSAGE_LIMIT = 300

/**
 * Turns an exchange into a JSON object or into the one error that it means. A body whose `status` is COMPLETED or FAILED
 * is believed whatever the HTTP code (a rule of Segmind's Python SDK); every other answer outside 2xx is an error.
 */
export function readJson(exchange: Exchange, purpose: Purpose): Outcome<JsonAnswer> {
  if (exchange.type !== 'answer') return transportFailure(exchange.type, purpose)
  const { status } = exchange
  const body = parseObject(exchange.body)
  if (body?.status === 'FAILED') {
    // A failed job is not billed (third-party note), and nothing documented says otherwise.
    return failure('failed', 'no', true, { ...about(purpose), status, serverMessage: serverMessage(body) })
  }
  const accepted = status >= 200 && status < 300
  if (body && (accepted || body.status === 'COMPLETED')) return { ok: true, value: { status, body } }
  if (accepted)
    return failure('unreadable', billed(purpose), purpose.call !== 'submit', { ...about(purpose), status })
  return statusFailure(status, body ? serverMessage(body) : null, purpose)
}

/** The failure that stands for an exchange without an answer. */
export function transportFailure(type: Exclude<Exchange['type'], 'answer'>, purpose: Purpose) {
  const kind = type === 'broken-off' ? 'unreadable' : type === 'connection-lost' ? 'offline' : type
  // Without an answer to the POST nobody knows whether the job exists; a GET costs nothing and may be repeated.
  return failure(kind, billed(purpose), purpose.call !== 'submit', about(purpose))
}

/** The failure that stands for an HTTP status outside 2xx. */
export function statusFailure(status: number, message: string | null, purpose: Purpose) {
  const details = { ...about(purpose), status, serverMessage: message }
  // An answer outside 2xx proves that a submit was refused, but for a gateway's 502 or 504, behind which the job may exist.
  const refused: Charged = purpose.call === 'submit' ? 'no' : billed(purpose)
  switch (status) {
    case 401:
    case 403:
      return failure('invalid-key', refused, true, details)
    case 404:
      return purpose.call === 'submit'
        ? failure('unavailable', 'no', true, details)
        : failure('expired', billed(purpose), false, details)
    case 406:
      return message === null || /credit|balance|payment|insufficient fund/i.test(message)
        ? failure('insufficient-credits', refused, true, details)
        : failure('rejected', refused, true, details)
    case 429:
      return failure('rate-limited', refused, true, details)
    case 408:
      return failure('timeout', billed(purpose), purpose.call !== 'submit', details)
  }
  if (status >= 500) {
    const lost = status === 502 || status === 504
    return failure(
      'unavailable',
      lost ? billed(purpose) : refused,
      !lost || purpose.call !== 'submit',
      details,
    )
  }
  return failure('rejected', refused, true, details)
}

/** Only a completed job is billed; until the answer is there, an accepted one may be. */
const billed = (purpose: Purpose): Charged => (purpose.call === 'media' ? 'yes' : 'unknown')

const about = (purpose: Purpose) => ({ requestId: purpose.requestId })

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** The server's words out of `{error}`, `{error_description}`, `{detail}` or `{message}`, shortened. */
function serverMessage(body: Record<string, unknown>): string | null {
  for (const key of ['error_description', 'error', 'detail', 'message']) {
    const value = body[key]
    const text =
      typeof value === 'string'
        ? value
        : typeof value === 'object' &&
            value !== null &&
            'message' in value &&
            typeof value.message === 'string'
          ? value.message
          : ''
    const trimmed = text.trim()
    if (trimmed) return trimmed.length > MESSAGE_LIMIT ? `${trimmed.slice(0, MESSAGE_LIMIT - 1)}…` : trimmed
  }
  return null
}
