import type { JobFailure, JobStore } from './jobs'
import type { OutputChoice } from './output'
import type { ServedModel } from './parameters'
import type { PictureSource } from './pictures/source'
import type { RateLimit } from './rate-limit'
import type { RecordedRequest } from './recording'
import type { Reply } from './reply'

/** What the endpoints work with. */
export interface Service {
  readonly keys: ReadonlySet<string>
  readonly models: readonly ServedModel[]
  readonly store: JobStore
  readonly rateLimit: RateLimit
  readonly picture: PictureSource
  /** The form of results at this moment. */
  readonly output: () => OutputChoice
  /** The clock: milliseconds since 1970. */
  readonly now: () => number
  /** Resolves after `ms`. After `close()` it need not resolve at all. */
  readonly wait: (ms: number) => Promise<void>
}

/** A request on its way through an endpoint. */
export interface Call {
  readonly request: RecordedRequest
  /** The variable part of the path: a model's or a media file's name, or a request id. Empty where there is none. */
  readonly id: string
  /** How a fault rule wants the new job to fail; null where it is to succeed. */
  readonly failJob: JobFailure | null
}

/** What an endpoint does for a request whose key was checked. A job is accepted before the first `await`. */
export type KeyedAnswer = (service: Service, call: Call, key: string) => Reply | Promise<Reply>
