import { describe, expect, it } from 'vitest'
import type { JobErrorKind } from '../../../src/jobs/error-kinds'
import { isCheckable, isFinished, isInConsole, isRetryable, type Job, phaseOf } from '../../../src/jobs/job'
import { failure } from '../../../src/segmind/errors'
import { strings } from '../../../src/strings'

/** A job that is not running and has an error of this kind. */
function jobWith(kind: JobErrorKind, state: Job['state'], rest: Partial<Job> = {}): Job {
  const { error } = failure('unavailable', state === 'failed' ? 'no' : 'unknown', true)
  return {
    ...{ id: 'a', request: { prompt: 'a fox', style: 'any', size: '1024x1024' }, state, activity: null },
    ...{ startedAt: 0, sentAt: 0, finishedAt: null, retryAt: null, cost: null, unstored: null },
    requestId: state === 'failed' ? null : 'the request id',
    error: { ...error, kind },
    ...{
      isSample: false,
      isOwn: false,
      price: null,
      fileUrl: null,
      starred: false,
      inserted: false,
      hasPicture: false,
      isInBackground: false,
    },
    ...rest,
  }
}

describe('the actions for a job depend on the kind of its error', () => {
  it('a job that stopped after an error of the service can be checked again', () => {
    expect(isCheckable(jobWith('timeout', 'accepted'))).toBe(true)
    expect(phaseOf(jobWith('timeout', 'accepted'))).toBe('resting')
  })

  it('a picture on a foreign host is not checked again, but may be in the console', () => {
    const job = jobWith('foreign-host', 'fetched')
    expect(isCheckable(job)).toBe(false)
    expect(isInConsole(job)).toBe(true)
  })

  it('a refused request can be sent again, unless the model is retired', () => {
    expect(isRetryable(jobWith('rejected', 'failed'))).toBe(true)
    expect(isRetryable(jobWith('retired', 'failed'))).toBe(false)
  })

  it('a job that was never sent because there was no key or no storage is over', () => {
    for (const kind of ['invalid-key', 'not-recorded'] as const)
      expect(isFinished(jobWith(kind, 'waiting', { requestId: null }))).toBe(true)
    expect(isFinished(jobWith('interrupted', 'waiting', { requestId: null }))).toBe(false)
  })

  it('an unknown error from another version can be retried, and has a message', () => {
    for (const kind of ['model-gone', 'constructor'] as unknown as JobErrorKind[]) {
      const job = jobWith(kind, 'failed')
      expect(isRetryable(job)).toBe(true)
      expect(strings.jobNotice(job)?.title).toBe('This image was not drawn.')
    }
  })
})
