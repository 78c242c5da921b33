import type { JobFailure, JobStore } from './jobs'
import type { OutputChoice } from './output'
import type { ServedModel } from './parameters'
import type { PictureSource } from './pictures/source'
import type { RateLimit } from './rate-limit'
import type { RecordedRequest } from './recording'
import type { Reply } from './reply'

/** What the endpoints use. */
export interface Service {
  readonly keys: ReadonlySet<string>
  readonly models: readonly ServedModel[]
  readonly store: JobStore
  readonly rateLimit: RateLimit
  readonly picture: PictureSource
  /** Returns the current format of results. */
  readonly output: () => OutputChoice
  /** The clock, in ms since 1970. */
  readonly now: () => number
  /** Resolves after `ms`. May never resolve after `close()`. */
  readonly wait: (ms: number) => Promise<void>
}

/** A request to an endpoint. */
export interface Call {
  readonly request: RecordedRequest
  /** The variable part of the path: the name of a model or a media file, or a request id. Empty if there is none. */
  readonly id: string
  /** How a fault rule makes the new job fail; null if it does not. */
  readonly failJob: JobFailure | null
}

/** Handles a request whose key was checked. A job is accepted before the first `await`. */
export type KeyedAnswer = (service: Service, call: Call, key: string) => Reply | Promise<Reply>
