import { type Charged, failure, type Outcome } from './errors'
import type { Exchange } from './http'
import { readResetTime } from './rate-limit'

/** What a call was for: it decides what an odd answer means and whether money was spent. */
export interface Purpose {
  readonly call: 'submit' | 'direct' | 'status' | 'result' | 'media' | 'credits'
  /** The accepted job, from the second call on. */
  readonly requestId: string | null
}

/** An answer that says yes. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** The body where it is a JSON object. */
  readonly object: Readonly<Record<string, unknown>> | null
}

const MESSAGE_LIMIT = 300

/**
 * Turns an exchange into an answer or into the one error that it means. A body whose `status` is COMPLETED or FAILED
 * is believed whatever the HTTP code (a rule of Segmind's Python SDK); every other answer outside 2xx is an error.
 * `now` in ms since 1970, for a limit that is given as seconds from now.
 */
export function readAnswer(exchange: Exchange, purpose: Purpose, now: number): Outcome<Answer> {
  if (exchange.type !== 'answer') return transportFailure(exchange.type, purpose)
  const { status, body: text } = exchange
  const object = parseObject(text)
  if (object?.status === 'FAILED') {
    // Segmind's documentation lists a job that ends with 422 as not billed.
    return failure('failed', 'no', true, { ...about(purpose), status, serverMessage: serverMessage(object) })
  }
  if ((status >= 200 && status < 300) || object?.status === 'COMPLETED')
    return { ok: true, value: { status, text, object } }
  const resetAt = readResetTime(exchange.header('x-rate-limit-reset-at-utc'), now)
  return statusFailure(status, object && serverMessage(object), purpose, resetAt)
}

/** The same where the answer must be a JSON object. */
export function readJson(exchange: Exchange, purpose: Purpose, now: number): Outcome<JsonAnswer> {
  const answer = readAnswer(exchange, purpose, now)
  if (!answer.ok) return answer
  const { status, object } = answer.value
  return object ? { ok: true, value: { status, body: object } } : unreadable(status, purpose)
}

export interface JsonAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** The failure that stands for an answer of an unknown form. */
export function unreadable(status: number, purpose: Purpose) {
  // A completed job without a readable picture was billed all the same.
  const charged = purpose.call === 'result' ? 'yes' : billed(purpose)
  return failure('unreadable', charged, !isPaid(purpose), { ...about(purpose), status })
}

/** The failure that stands for an exchange without an answer. */
export function transportFailure(type: Exclude<Exchange['type'], 'answer'>, purpose: Purpose) {
  const kind = type === 'broken-off' ? 'unreadable' : type === 'connection-lost' ? 'offline' : type
  // Without an answer to the POST nobody knows whether the job exists; a GET costs nothing and may be repeated.
  return failure(kind, billed(purpose), !isPaid(purpose), about(purpose))
}

/** The failure that stands for an HTTP status outside 2xx. */
export function statusFailure(
  status: number,
  message: string | null,
  purpose: Purpose,
  resetAt: number | null = null,
) {
  const details = { ...about(purpose), status, serverMessage: message, resetAt }
  // An answer outside 2xx proves that a submit was refused, unless a gateway gave it.
  const refused: Charged = isPaid(purpose) ? 'no' : billed(purpose)
  if (purpose.call === 'media' && status < 500 && status !== 429) {
    // The media host knows no keys and no parameters: it has the file, or has it no longer.
    const isGone = [401, 403, 404, 410].includes(status)
    return failure(isGone ? 'expired' : 'unreadable', 'yes', !isGone, details)
  }
  switch (status) {
    case 401:
    case 403:
      return failure('invalid-key', refused, true, details)
    case 404:
      return isPaid(purpose) || purpose.call === 'credits'
        ? failure('unavailable', 'no', true, details)
        : failure('expired', billed(purpose), false, details)
    case 406:
      return message === null || /credit|balance|payment|insufficient fund/i.test(message)
        ? failure('insufficient-credits', refused, true, details)
        : failure('rejected', refused, true, details)
    case 429:
      return failure('rate-limited', refused, true, details)
    case 408:
      return failure('timeout', billed(purpose), !isPaid(purpose), details)
  }
  if (status >= 500) {
    // Behind a gateway that gave up (502, 504, and the 52x of proxies) the job may exist.
    const lost = status !== 500 && status !== 503
    return failure('unavailable', lost ? billed(purpose) : refused, !lost || !isPaid(purpose), details)
  }
  return failure('rejected', refused, true, details)
}

/** Only a completed job is billed; until the answer is there, an accepted one may be. */
function billed({ call }: Purpose): Charged {
  if (call === 'credits') return 'no'
  return call === 'media' ? 'yes' : 'unknown'
}

/** The calls that each cost a picture when they are accepted; every other may be repeated freely. */
const isPaid = ({ call }: Purpose) => call === 'submit' || call === 'direct'

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
