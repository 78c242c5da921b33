import { endOf, type Job } from './jobs'
import { costOf, outputReply, timesOf } from './output'
import type { KeyedAnswer, Service } from './service'
import { acceptSubmission, failedReply } from './submission'

/**
 * `POST /v1/{model}`: the synchronous call, whose response is the result. The job is accepted, and therefore charged, on arrival, whether
 * or not the client waits for the response. A failed job has the same response as in v2, because for v1 Segmind only documents that a 422
 * means "the job FAILED".
 */
export const direct: KeyedAnswer = async (service, call, key) => {
  const order = acceptSubmission(service, call, key, 'direct')
  if ('refusal' in order) return order.refusal
  const { job } = order
  await untilEndOf(job, service)
  const headers = headersOf(job, service)
  if (job.failure !== null) return failedReply(job, headers)
  const { form = 'raw', place } = service.output()
  return outputReply(
    { form, place },
    { job, svg: service.picture(job.parameters, job.variation) },
    {},
    headers,
  )
}

/**
 * Waits for the end of a job. A timer may fire slightly early, when the media file would not exist yet, so the rest is waited for as well.
 * With a test's clock, which stands still, the first wait is enough.
 */
async function untilEndOf(job: Job, { now, wait }: Service): Promise<void> {
  let rest = endOf(job) - now()
  while (rest > 0) {
    await wait(rest)
    const left = endOf(job) - now()
    if (left === rest) return
    rest = left
  }
}

/** Headers of v1 (third party): US dollars and seconds. */
function headersOf(job: Job, { store }: Service): Record<string, string> {
  return {
    'x-request-id': job.id,
    'x-cost': String(costOf(job)),
    'x-remaining-credits': String(store.balance(job.key, endOf(job)).total),
    'x-generation-time': String(timesOf(job).total_time),
  }
}
