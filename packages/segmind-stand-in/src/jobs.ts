import { randomUUID } from 'node:crypto'
import type { GenerationParameters, ServedModel } from './parameters'
import { randomFrom } from './random'

/** The four states of the queue, as in Segmind's API documentation. */
export type JobStatus = 'QUEUED' | 'PROCESSING' | 'COMPLETED' | 'FAILED'

/** How a failing job ends. */
export interface JobFailure {
  readonly error: string
  /** The HTTP status of the failure: 422 (the API page), or 200 to test that a client reads the body. */
  readonly status: 422 | 200
}

/** The properties of a job when it is accepted. */
interface Order {
  readonly key: string
  readonly model: ServedModel
  readonly parameters: GenerationParameters
  /** The endpoint that accepted it: v2's (`submit`) or v1's (`direct`). Only v2's jobs can be polled. */
  readonly endpoint: 'submit' | 'direct'
  /** Null for a job that succeeds. */
  readonly failure: JobFailure | null
}

/** An accepted call, which is charged. All times are in ms of the stand-in's clock. */
export interface Job extends Order {
  readonly id: string
  readonly submittedAt: number
  /** Time spent QUEUED; at most `durationMs`, and 0 in v1, which has no queue. */
  readonly queueMs: number
  /** Time from submit to COMPLETED or FAILED. */
  readonly durationMs: number
  /** Names the media file. Not derived from `id`, so that the address cannot be guessed from the request id. */
  readonly mediaId: string
  /** Number of earlier jobs with the same parameters. The picture differs each time, like the model's. */
  readonly variation: number
}

/** Records are kept 1 hour after submission (the API page); media files about 7 days (third party). */
const RECORD_MS = 3_600_000
const MEDIA_MS = 7 * 24 * RECORD_MS

/** Options of a job store. */
interface JobStoreOptions {
  readonly credits: number
  readonly freeCredits: number
  readonly durationMs: number | ((parameters: GenerationParameters) => number) | undefined
  readonly queueMs: number | undefined
  readonly now: () => number
}

/** The balance of one key in US dollars. */
interface Balance {
  readonly credits: number
  readonly freeCredits: number
  readonly total: number
}

/** The jobs and accounts. There are no timers: responses are computed from the clock. */
export class JobStore {
  /** All jobs ever accepted, in order, including expired ones, which stay charged. */
  readonly jobs: Job[] = []
  readonly #options: JobStoreOptions
  readonly #expired = new Set<string>()

  constructor(options: JobStoreOptions) {
    this.#options = options
  }

  /** Accepts a call. */
  accept(order: Order): Job {
    const { parameters, endpoint } = order
    const id = randomUUID()
    const { durationMs: wanted, queueMs } = this.#options
    const durationMs =
      typeof wanted === 'function' ? wanted(parameters) : (wanted ?? realisticDuration(randomFrom(id)))
    const job: Job = {
      ...order,
      id,
      submittedAt: this.#options.now(),
      queueMs: endpoint === 'direct' ? 0 : Math.min(queueMs ?? durationMs * 0.06, durationMs),
      durationMs,
      mediaId: randomUUID(),
      variation: this.jobs.filter(
        (other) => other.model === order.model && isSame(other.parameters, parameters),
      ).length,
    }
    this.jobs.push(job)
    return job
  }

  /** Returns the queue's job with this id, if it belongs to the key and its record has not expired. */
  find(id: string, key: string): Job | undefined {
    const oldest = this.#options.now() - RECORD_MS
    if (this.#expired.has(id)) return undefined
    return this.#queued(id).find((job) => job.key === key && job.submittedAt > oldest)
  }

  /** Makes the job's record expire early. The media file stays. Throws if the queue has no such job. */
  expire(id: string): void {
    if (this.#queued(id).length === 0) throw new Error(`there is no job ${id} in the queue of v2`)
    this.#expired.add(id)
  }

  /** Returns the completed job whose media file has this name, while the file is kept. Media are public. */
  findMedia(mediaId: string): Job | undefined {
    const oldest = this.#options.now() - MEDIA_MS
    return this.jobs.find(
      (job) => job.mediaId === mediaId && this.statusOf(job) === 'COMPLETED' && endOf(job) > oldest,
    )
  }

  /** Returns the current state. */
  statusOf(job: Job): JobStatus {
    const elapsed = this.#options.now() - job.submittedAt
    if (elapsed >= job.durationMs) return job.failure === null ? 'COMPLETED' : 'FAILED'
    return elapsed < job.queueMs ? 'QUEUED' : 'PROCESSING'
  }

  /** Returns the key's balance at a time. Each job completed by then has cost its model's price; free credits are used first. */
  balance(key: string, at: number = this.#options.now()): Balance {
    const completed = this.#ofKey(key).filter((job) => job.failure === null && endOf(job) <= at)
    return this.#after(costOf(completed))
  }

  /** Returns whether the key can pay for another picture of this price, in addition to its running jobs. */
  canPay(key: string, price: number): boolean {
    const promised = this.#ofKey(key).filter((job) => job.failure === null)
    return this.#after(costOf(promised)).total >= price
  }

  #queued(id: string): Job[] {
    return this.jobs.filter((job) => job.id === id && job.endpoint === 'submit')
  }

  #ofKey(key: string): Job[] {
    return this.jobs.filter((job) => job.key === key)
  }

  #after(cost: number): Balance {
    const { credits, freeCredits } = this.#options
    const fromFree = Math.min(cost, freeCredits)
    return {
      credits: dollars(credits - (cost - fromFree)),
      freeCredits: dollars(freeCredits - fromFree),
      total: dollars(credits + freeCredits - cost),
    }
  }
}

const costOf = (jobs: readonly Job[]): number => jobs.reduce((sum, { model }) => sum + model.price, 0)

/** Returns when the job completes or fails. */
export function endOf(job: Job): number {
  return job.submittedAt + job.durationMs
}

/** Rounds to ten decimals, as the service does, so that 0.1 + 0.2 does not become 0.30000000000000004. */
function dollars(amount: number): number {
  return Math.round(amount * 1e10) / 1e10
}

function isSame(one: GenerationParameters, other: GenerationParameters): boolean {
  return one.prompt === other.prompt && one.size === other.size && one.style === other.style
}

/** Log-normal with a mean of 17.66 s, the average in Segmind's own list. The variance is a guess. */
function realisticDuration(uniform: () => number): number {
  const spread = 0.22
  const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return Math.round(17_660 * Math.exp(spread * normal - (spread * spread) / 2))
}
