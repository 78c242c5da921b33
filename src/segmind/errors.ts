/** Whether the user paid for the request that failed. */
export type Charged = 'no' | 'yes' | 'unknown'

export type SegmindErrorKind =
  /** 401, or 403 on a submit: the key is unknown or lacks the permission. Also: there is none. */
  | 'invalid-key'
  /** 401 whose body says that the header with the key did not arrive. `host` is the relay, if there is one. */
  | 'key-not-received'
  /** 406 with a message about credits. */
  | 'insufficient-credits'
  /** 429. */
  | 'rate-limited'
  /** 400, or a 406 with another meaning: the request itself was refused. */
  | 'rejected'
  /** 410 on a submit: the model is no longer offered. */
  | 'retired'
  /** The job ended as FAILED, content blocks included. */
  | 'failed'
  /** 403, 404 or 410 for an accepted job's record or file: it is not available now, which never ends the job. */
  | 'not-found'
  /** The hour for which records are kept is over. Decided by the clock, never by an answer alone. */
  | 'expired'
  /** The days for which files are kept are over. Also decided by the clock. */
  | 'file-expired'
  /** 404 on the endpoint, 5xx, and all other status codes. */
  | 'unavailable'
  /** No answer in time. */
  | 'timeout'
  /** There is no network, or the connection broke. */
  | 'offline'
  /** The network works, but the browser blocks the answer. */
  | 'blocked-by-cors'
  /** An answer that cannot be read. */
  | 'unreadable'
  /** The result is on a host that is not in `hosts.ts`. */
  | 'foreign-host'
  /** The user stopped waiting. */
  | 'cancelled'

/** Everything that can go wrong between the click and the SVG text, as a value. */
export interface SegmindError {
  readonly kind: SegmindErrorKind
  readonly charged: Charged
  /** True if sending the same call again can never cost a second picture. */
  readonly repeatable: boolean
  /** HTTP status, if there was an answer. */
  readonly status: number | null
  /** The server's message, at most 300 characters, if there is one. Shown as plain text, never as markup. */
  readonly serverMessage: string | null
  /** The paid job, if one was accepted: its picture can be requested within the hour. */
  readonly requestId: string | null
  /** The host in question: of the file for `foreign-host`, of the relay for `key-not-received`. */
  readonly host: string | null
  /** When the limit is lifted, in ms since 1970, for `rate-limited`, if the server said. */
  readonly resetAt: number | null
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: SegmindError }

type Details = Partial<Omit<SegmindError, 'kind' | 'charged' | 'repeatable'>>

/** Builds the failed outcome. */
export function failure(
  kind: SegmindErrorKind,
  charged: Charged,
  repeatable: boolean,
  details: Details = {},
): { readonly ok: false; readonly error: SegmindError } {
  return {
    ok: false,
    error: {
      kind,
      charged,
      repeatable,
      status: null,
      serverMessage: null,
      requestId: null,
      host: null,
      resetAt: null,
      ...details,
    },
  }
}
