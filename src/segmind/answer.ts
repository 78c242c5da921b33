import { type Charged, failure, type Outcome, type SegmindErrorKind } from './errors'
import type { Exchange } from './http'
import { readResetTime } from './rate-limit'
import { readReason } from './reason'
import { isCompleted, isFailure } from './state-words'

/** What a call was for. It decides what an unexpected answer means, and whether it may have been charged. */
export interface Purpose {
  readonly call: 'submit' | 'direct' | 'status' | 'result' | 'media' | 'credits'
  /** The accepted job, from the second call on. */
  readonly requestId: string | null
  /** Origin of the relay that the call goes through, if any. */
  readonly relay: string | null
}

/** An answer that reports success. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** The body, if it is a JSON object. */
  readonly object: Readonly<Record<string, unknown>> | null
}

/**
 * Turns an exchange into an answer or an error. A body whose `status` says that the job completed
 * or failed counts whatever the HTTP code is (a rule of Segmind's Python SDK); every other answer outside 2xx is an error.
 * `now` in ms since 1970, for a limit that is given as seconds from now.
 */
export function readAnswer(exchange: Exchange, purpose: Purpose, now: number): Outcome<Answer> {
  if (exchange.type !== 'answer') return transportFailure(exchange.type, purpose)
  const { status, body: text } = exchange
  const json = parseJson(text)
  const object = isObject(json) ? json : null
  if (object && isFailure(object, status, isPaid(purpose))) {
    // Segmind's documentation lists a job that ends with 422 as not billed.
    return failure('failed', 'no', true, { ...about(purpose), status, serverMessage: readReason(object) })
  }
  if ((status >= 200 && status < 300) || (object && isCompleted(object)))
    return { ok: true, value: { status, text, object } }
  return statusFailure(exchange, purpose, now)
}

/** Like `readAnswer`, for answers that must be a JSON object. */
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

/** The failure for an answer that cannot be read. */
export function unreadable(status: number, purpose: Purpose) {
  // A completed job without a readable picture is billed, too.
  const charged = purpose.call === 'result' ? 'yes' : billed(purpose)
  return failure('unreadable', charged, !isPaid(purpose), { ...about(purpose), status })
}

/** The failure for an exchange without an answer. */
export function transportFailure(type: Exclude<Exchange['type'], 'answer'>, purpose: Purpose) {
  const kind = type === 'broken-off' ? 'unreadable' : type === 'connection-lost' ? 'offline' : type
  // Without an answer to the POST it is not known whether the job exists; a GET costs nothing and may be repeated.
  return failure(kind, billed(purpose), !isPaid(purpose), about(purpose))
}

/** The failure for an answer outside 2xx. `now` as for `readAnswer`. */
export function statusFailure(
  { status, body, header }: Extract<Exchange, { type: 'answer' }>,
  purpose: Purpose,
  now: number,
) {
  const message = readReason(parseJson(body))
  const resetAt = readResetTime(header('x-rate-limit-reset-at-utc'), now)
  const details = { ...about(purpose), status, serverMessage: message, resetAt }
  // An answer outside 2xx proves that a submit was refused, unless it comes from a gateway.
  const refused: Charged = isPaid(purpose) ? 'no' : billed(purpose)
  if (status === 429) return failure('rate-limited', refused, true, details)
  if (status === 408) return failure('timeout', billed(purpose), !isPaid(purpose), details)
  if (status === 401 && purpose.call !== 'media') {
    // The other of the two bodies of a 401 says that the key is wrong.
    const isKeyMissing = /missing[^.]*(authorization|x-api-key)/i.test(body.slice(0, 2000))
    return isKeyMissing
      ? failure('key-not-received', refused, true, { ...details, host: purpose.relay })
      : failure('invalid-key', refused, true, details)
  }
  if (status >= 500) {
    // If a gateway gave up (502, 504, and the 52x of proxies), the job may exist.
    const lost = status !== 500 && status !== 503
    return failure('unavailable', lost ? billed(purpose) : refused, !lost || !isPaid(purpose), details)
  }
  return failure(
    isPaid(purpose) ? kindOfRefusedSubmit(status, message) : kindOfRefusedGet(status, purpose),
    refused,
    true,
    details,
  )
}

/** The kind of error for a refused call that costs money when it is accepted. */
function kindOfRefusedSubmit(status: number, message: string | null): SegmindErrorKind {
  switch (status) {
    case 403:
      return 'invalid-key'
    case 404:
      return 'unavailable'
    case 410:
      return 'retired'
    case 406:
      return message === null || /credit|balance|payment|insufficient fund/i.test(message)
        ? 'insufficient-credits'
        : 'rejected'
  }
  return 'rejected'
}

/**
 * The kind of error for an answer outside 2xx to a GET. It never ends the job: the record may be too new, or the file not
 * yet on every server, which are also answered with 403, 404 or 410.
 */
function kindOfRefusedGet(status: number, { call }: Purpose): SegmindErrorKind {
  if (call === 'credits') return status === 403 ? 'invalid-key' : 'unavailable'
  return [401, 403, 404, 410].includes(status) ? 'not-found' : 'unavailable'
}

/** Only completed jobs are billed. Until there is an answer, an accepted job may be. */
function billed({ call }: Purpose): Charged {
  if (call === 'credits') return 'no'
  return call === 'media' ? 'yes' : 'unknown'
}

/** Calls that cost money when they are accepted. All others can be repeated. */
const isPaid = ({ call }: Purpose) => call === 'submit' || call === 'direct'

const about = (purpose: Purpose) => ({ requestId: purpose.requestId })

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
