import type { JobError } from '../src/jobs/job'
import type { Charged } from '../src/segmind/errors'

/** One way in which a kind of error is met. */
export interface Example {
  /** When it happens, for engineers. */
  readonly when: string
  readonly error: JobError
  /** True where nothing more can come of the job. */
  readonly isOver: boolean
}

type Kind = JobError['kind']

const example = (
  when: string,
  kind: Kind,
  charged: Charged,
  isOver: boolean,
  details: Partial<JobError> = {},
): Example => ({
  when,
  isOver,
  error: {
    kind,
    charged,
    repeatable: charged === 'no',
    status: null,
    serverMessage: null,
    requestId: isOver ? null : 'the request id',
    host: null,
    resetAt: null,
    ...details,
  },
})

const over = (when: string, kind: Kind, charged: Charged, details: Partial<JobError> = {}) =>
  example(when, kind, charged, true, details)
const resting = (when: string, kind: Kind, details: Partial<JobError> = {}) =>
  example(when, kind, 'unknown', false, details)

/** Every kind of error, each in the ways that it is met. A kind that is missing here does not compile. */
export const CATALOGUE: Readonly<Record<Kind, readonly Example[]>> = {
  'invalid-key': [
    over('401 or 403 on the submit', 'invalid-key', 'no', { status: 401, serverMessage: 'Invalid API key' }),
    resting('401 or 403 while the job runs, or no key is saved', 'invalid-key', { status: 401 }),
  ],
  'insufficient-credits': [
    over('406 that speaks of credits, or says nothing', 'insufficient-credits', 'no', { status: 406 }),
  ],
  'rate-limited': [
    over('429, until the user cancels the repeat', 'rate-limited', 'no', { status: 429 }),
    resting('429 for long on a poll', 'rate-limited', { status: 429 }),
  ],
  rejected: [
    over('400, 406 of another meaning, 422 without FAILED', 'rejected', 'no', {
      status: 400,
      serverMessage: 'size is not one of the allowed values',
    }),
  ],
  failed: [
    over('the job ended as FAILED, content blocks included', 'failed', 'no', {
      status: 422,
      serverMessage: 'The prompt was flagged',
    }),
  ],
  expired: [
    over('404 on the request id, or the job is older than the hour', 'expired', 'unknown', { status: 404 }),
    over('404 on the finished file, or a direct call whose picture could not be stored', 'expired', 'yes', {
      status: 404,
    }),
  ],
  unavailable: [
    over('500, 503, or neither way to the model exists', 'unavailable', 'no', { status: 500 }),
    over('502 or 504 on the submit', 'unavailable', 'unknown', { status: 502 }),
    resting('5xx again and again while the job runs', 'unavailable', { status: 503 }),
  ],
  timeout: [
    over('no answer to the submit within its limit', 'timeout', 'unknown'),
    resting('not finished after ten minutes', 'timeout'),
  ],
  offline: [
    over('no network, or the connection broke, during the submit', 'offline', 'unknown'),
    resting('no network while the job runs', 'offline'),
  ],
  'blocked-by-cors': [
    over('the submit’s answer is withheld by the browser', 'blocked-by-cors', 'unknown'),
    resting('a later answer is withheld by the browser', 'blocked-by-cors'),
  ],
  unreadable: [
    over('the submit’s answer is empty, cut off, HTML, or has no id', 'unreadable', 'unknown', {
      status: 200,
    }),
    resting('a result without a picture', 'unreadable', { status: 200, charged: 'yes' }),
  ],
  'foreign-host': [
    over('the result lies on a host that the manifest does not name', 'foreign-host', 'yes', {
      host: 'https://replicate.delivery',
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
}
