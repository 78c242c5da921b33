import type { JobErrorKind } from '../src/jobs/error-kinds'
import type { ErrorPhase, JobError } from '../src/jobs/job'
import type { Charged } from '../src/segmind/errors'

/** A situation in which a kind of error occurs. */
export interface Example {
  /** When it happens, for engineers. */
  readonly when: string
  readonly error: JobError
  readonly phase: ErrorPhase
}

const example = (
  when: string,
  kind: JobErrorKind,
  charged: Charged,
  phase: ErrorPhase,
  details: Partial<JobError> = {},
): Example => ({
  when,
  phase,
  error: {
    kind,
    charged,
    repeatable: charged === 'no',
    status: null,
    serverMessage: null,
    requestId: phase === 'over' ? null : 'the request id',
    host: null,
    resetAt: null,
    ...details,
  },
})

const over = (when: string, kind: JobErrorKind, charged: Charged, details: Partial<JobError> = {}) =>
  example(when, kind, charged, 'over', details)
const resting = (when: string, kind: JobErrorKind, details: Partial<JobError> = {}) =>
  example(when, kind, 'unknown', 'resting', details)
const late = (when: string, kind: JobErrorKind, details: Partial<JobError> = {}) =>
  example(when, kind, 'unknown', 'late', details)

/** All kinds of errors with their situations. A missing kind is a type error. */
export const CATALOG: Readonly<Record<JobErrorKind, readonly Example[]>> = {
  'invalid-key': [
    over('401 or 403 on the submit', 'invalid-key', 'no', { status: 401, serverMessage: 'Invalid API key' }),
    late('401 again and again while the job runs', 'invalid-key', { status: 401 }),
    resting('no key is saved when an open job is taken up', 'invalid-key'),
  ],
  'key-not-received': [
    over('401 on the submit that says that the header is missing', 'key-not-received', 'no', { status: 401 }),
    over('the same through a relay', 'key-not-received', 'no', {
      status: 401,
      host: 'https://relay.example',
    }),
    late('the same again and again while the job runs', 'key-not-received', { status: 401 }),
  ],
  'insufficient-credits': [
    over('406 that speaks of credits, or says nothing', 'insufficient-credits', 'no', { status: 406 }),
  ],
  'rate-limited': [
    over('429, until the user cancels the repeat', 'rate-limited', 'no', { status: 429 }),
    late('429 again and again while the job runs', 'rate-limited', { status: 429 }),
  ],
  rejected: [
    over('400, 406 of another meaning, 422 without FAILED', 'rejected', 'no', {
      status: 400,
      serverMessage: 'size is not one of the allowed values',
    }),
  ],
  retired: [over('410 on the submit', 'retired', 'no', { status: 410 })],
  failed: [
    over('the job ended as FAILED or CANCELLED, content blocks included', 'failed', 'no', {
      status: 422,
      serverMessage: 'The prompt was flagged',
    }),
  ],
  'not-found': [
    late('403, 404 or 410 again and again for an accepted job', 'not-found', {
      status: 404,
      serverMessage: 'Request 4dff3f5e not found',
    }),
    late('the same for the finished file', 'not-found', { status: 403, charged: 'yes' }),
  ],
  expired: [
    over('the job is older than the hour', 'expired', 'unknown', {
      status: 404,
      requestId: 'the request id',
    }),
    over('a direct call whose picture could not be stored', 'expired', 'yes'),
  ],
  'file-expired': [
    over('the finished file is older than a week', 'file-expired', 'yes', {
      status: 404,
      requestId: 'the request id',
    }),
  ],
  unavailable: [
    over('500, 503, or neither way to the model exists', 'unavailable', 'no', { status: 500 }),
    over('502 or 504 on the submit', 'unavailable', 'unknown', { status: 502 }),
    late('5xx again and again while the job runs', 'unavailable', { status: 503 }),
  ],
  timeout: [
    over('no answer to the submit within its limit', 'timeout', 'unknown'),
    late('no answer again and again while the job runs', 'timeout'),
    resting('not finished after the hour', 'timeout'),
  ],
  offline: [
    over('no network, or the connection broke, during the submit', 'offline', 'unknown'),
    late('no network while the job runs', 'offline'),
    resting('no network after the hour', 'offline'),
  ],
  'blocked-by-cors': [
    over('the submit’s answer is withheld by the browser', 'blocked-by-cors', 'unknown'),
    late('later answers are withheld by the browser', 'blocked-by-cors'),
  ],
  unreadable: [
    over('the submit’s answer is empty, cut off, HTML, or has no id', 'unreadable', 'unknown', {
      status: 200,
    }),
    late('a result without a picture, again and again', 'unreadable', { status: 200, charged: 'yes' }),
  ],
  'foreign-host': [
    resting('the result lies on a host that the manifest does not name', 'foreign-host', {
      charged: 'yes',
      host: 'https://files.example',
    }),
  ],
  cancelled: [
    over('Cancel while a refused request waited for its repeat', 'cancelled', 'no'),
    over('Cancel before the submit was answered', 'cancelled', 'unknown'),
    resting('Cancel while the job ran', 'cancelled'),
  ],
  interrupted: [
    over('the panel closed before the submit was answered', 'interrupted', 'unknown'),
    over('the panel closed while a refused request waited for its repeat', 'interrupted', 'no'),
  ],
  'not-recorded': [over('the storage refused the first entry of the journal', 'not-recorded', 'no')],
  'no-sample': [over('the sandbox did not hand over the sample pictures', 'no-sample', 'no')],
}
