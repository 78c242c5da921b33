import { endOf, type Job } from './jobs'
import { costOf, outputReply, timesOf } from './output'
import type { KeyedAnswer, Service } from './service'
import { failedReply, takeOrder } from './submission'

/**
 * `POST /v1/{model}`: the synchronous call, whose answer is the result. The job is accepted, and so paid, on
 * arrival; whether the caller waits for the answer makes no difference. A job that fails is answered as v2 answers
 * it: for v1, Segmind documents only that a 422 means "the job FAILED".
 */
export const direct: KeyedAnswer = async (service, call, key) => {
  const order = takeOrder(service, call, key, 'direct')
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
 * A timer may fire a little early by the clock, and then the media file would not be there yet: so the rest is
 * waited for too. A clock that stands still is a test's; there the wait alone counts.
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

/** What v1 tells in headers (third party): US dollars and seconds. */
function headersOf(job: Job, { store }: Service): Record<string, string> {
  return {
    'x-request-id': job.id,
    'x-cost': String(costOf(job)),
    'x-remaining-credits': String(store.balance(job.key, endOf(job)).total),
    'x-generation-time': String(timesOf(job).total_time),
  }
}
