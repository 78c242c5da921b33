import type { SegmindErrorKind } from '../segmind/errors'

/** All kinds of errors that can occur in a job. */
export type JobErrorKind =
  | SegmindErrorKind
  /** The panel closed before the server had answered. */
  | 'interrupted'
  /** The journal could not be written, so nothing was sent. */
  | 'not-recorded'
  /** A sample could not be loaded. */
  | 'no-sample'

/** What follows from the kind of an error. What also depends on the call is in the error itself. */
export interface ErrorRule {
  /** True if another query of an accepted job may get another answer. It is then repeated until the record expires. */
  readonly transient: boolean
  /** The state in which this error ends a job; null if an accepted job continues or can be resumed. */
  readonly terminal: 'failed' | 'expired' | null
  /** Whether it was charged, if the kind alone decides that. `by-call`: it depends on which call failed, and how. */
  readonly charged: 'no' | 'yes' | 'by-call'
  /** What caused it. Only errors of the service let a job expire, because the others say nothing about the job. */
  readonly cause: 'service' | 'key' | 'device' | 'user'
  /** True if the same request, sent again as a new job, may succeed. */
  readonly canResend: boolean
}

/** The usual error of the service: this call failed, but the next one may succeed. */
const TEMPORARY: ErrorRule = {
  transient: true,
  terminal: null,
  charged: 'by-call',
  cause: 'service',
  canResend: true,
}

/** The request was not carried out. */
const REFUSED: ErrorRule = {
  transient: false,
  terminal: 'failed',
  charged: 'no',
  cause: 'service',
  canResend: true,
}

const GONE: ErrorRule = { ...TEMPORARY, transient: false, terminal: 'expired' }

/**
 * The table of error kinds, which determines polling, the end of a job, the panel's buttons, the sentences and `docs/errors.md`. A missing
 * kind is a type error.
 */
export const ERROR_KINDS: Readonly<Record<JobErrorKind, ErrorRule>> = {
  'invalid-key': { ...TEMPORARY, cause: 'key' },
  'key-not-received': { ...TEMPORARY, cause: 'key' },
  'insufficient-credits': REFUSED,
  'rate-limited': TEMPORARY,
  rejected: REFUSED,
  retired: { ...REFUSED, canResend: false },
  failed: REFUSED,
  'not-found': TEMPORARY,
  expired: GONE,
  'file-expired': { ...GONE, charged: 'yes' },
  unavailable: TEMPORARY,
  timeout: TEMPORARY,
  offline: { ...TEMPORARY, cause: 'device' },
  'blocked-by-cors': TEMPORARY,
  unreadable: TEMPORARY,
  'foreign-host': { ...TEMPORARY, transient: false, charged: 'yes' },
  cancelled: { ...TEMPORARY, cause: 'user' },
  interrupted: { ...TEMPORARY, cause: 'device' },
  'not-recorded': { ...REFUSED, cause: 'device' },
  'no-sample': { ...REFUSED, cause: 'device' },
}

/** Returns the rule of a kind. Other versions may have stored kinds that this one does not know: these are treated as temporary. */
export const errorRule = (kind: JobErrorKind): ErrorRule =>
  Object.hasOwn(ERROR_KINDS, kind) ? ERROR_KINDS[kind] : TEMPORARY
