import type { FaultRule } from './faults'
import type { Job, JobStatus } from './jobs'
import type { OutputForm, OutputPlace } from './output'
import type { GenerationParameters, ServedModel } from './parameters'
import type { RecordedRequest } from './recording'
import type { Recording } from './replay'

/** How the stand-in behaves; every part has a default. Times in milliseconds, money in US dollars. */
export interface StandInOptions {
  /** Keys that are accepted; default DEMO_KEY alone. Each has an account of its own. */
  readonly keys?: readonly string[]
  /** The models that are served; default `recraft-v3-svg` alone. */
  readonly models?: readonly ServedModel[]
  /** What each account starts with; default 5. */
  readonly credits?: number
  /** Free credits, shown beside and spent before `credits`; default 0. */
  readonly freeCredits?: number
  /** From submit to COMPLETED; default log-normal around the 17.66 s that Segmind's list gives. */
  readonly durationMs?: number | ((request: GenerationParameters) => number)
  /** The part of it spent QUEUED in v2; default 6 % of it. */
  readonly queueMs?: number
  /** A folder of *.svg files, or one file, to serve instead of the stand-in's own drawings. */
  readonly samples?: string
  /** The clock, in milliseconds since 1970; default Date.now. Only the answer of v1 waits for more than this. */
  readonly now?: () => number
  /** How v1 waits for its job's end; default a real timer, ended by `close()`. */
  readonly wait?: (ms: number) => Promise<void>
  /** Whether answers carry CORS headers; default true. `switchCors` changes it. */
  readonly cors?: boolean
  /** Whether CORS lets scripts read the service's own headers (x-cost and the like); default false. */
  readonly exposeHeaders?: boolean
  /** The form of results; default a media address in v2 and the SVG as the whole body in v1. `setOutput` changes it. */
  readonly output?: OutputForm
  /** API requests a minute and key; default 50, the Pro plan's. */
  readonly requestsPerMinute?: number
  /** What is to go wrong; default nothing. */
  readonly faults?: readonly FaultRule[]
  /** Answers of the live service, whose form every answer gets that has the same meaning; default none. */
  readonly replay?: Recording
  /** Also listen with a self-signed certificate for both of the service's host names; default false. */
  readonly tls?: boolean
  /** The port of the plain listener; default 0, any free one. */
  readonly port?: number
}

/** A job as the stand-in sees it at the moment of asking. */
export interface JobView {
  readonly id: string
  readonly key: string
  readonly parameters: GenerationParameters
  /** What took it: v2's `submit` or v1's `direct`. */
  readonly endpoint: Job['endpoint']
  /** Milliseconds by the stand-in's clock. */
  readonly submittedAt: number
  readonly status: JobStatus
  /** Where the picture is or will be. */
  readonly mediaUrl: string
}

/** A running stand-in. */
export interface StandIn {
  /** `http://127.0.0.1:PORT`, the plain listener. */
  readonly origin: string
  /** The TLS listener's port on 127.0.0.1, or null where `tls` was not asked for. */
  readonly tlsPort: number | null
  /** All requests so far, preflights too, in the order in which they had fully arrived. */
  readonly requests: readonly RecordedRequest[]
  /** All accepted jobs of v2 and v1 in order, expired ones too. */
  readonly jobs: readonly JobView[]
  /** Replaces the fault rules; their counting starts anew. */
  setFaults(rules: readonly FaultRule[]): void
  /**
   * Changes the form of results from the next answer on; undefined: each version's default. `place` says where in
   * the body the form stands, default the field `output`; the forms `raw` and `images` have a place of their own.
   */
  setOutput(form: OutputForm | undefined, place?: OutputPlace): void
  /** Changes from the next answer on whether answers carry CORS headers: those of one host, or of both. */
  switchCors(on: boolean, host?: 'api' | 'media'): void
  /** Lets a job's record expire at once, as after its hour; the media file stays. Throws where v2 has no such job. */
  expire(requestId: string): void
  /** Stops listening and ends open sockets and timers too. */
  close(): Promise<void>
}
