import type { FaultRule } from './faults'
import type { Job, JobStatus } from './jobs'
import type { OutputForm, OutputPlace } from './output'
import type { GenerationParameters, ServedModel } from './parameters'
import type { RecordedRequest } from './recording'
import type { Recording } from './replay'

/** Options of the stand-in, all with defaults. Times in ms, money in US dollars. */
export interface StandInOptions {
  /** Accepted keys, each with its own account. Default: only DEMO_KEY. */
  readonly keys?: readonly string[]
  /** Models. Default: only `recraft-v3-svg`. */
  readonly models?: readonly ServedModel[]
  /** Initial credits of each account. Default: 5. */
  readonly credits?: number
  /** Free credits, listed separately and used first. Default: 0. */
  readonly freeCredits?: number
  /** Time from submit to COMPLETED. Default: log-normal with a mean of 17.66 s, as in Segmind's list. */
  readonly durationMs?: number | ((request: GenerationParameters) => number)
  /** Time spent QUEUED in v2. Default: 6 % of the duration. */
  readonly queueMs?: number
  /** A folder of *.svg files, or a single file, to serve instead of the stand-in's own pictures. */
  readonly samples?: string
  /** The clock, in ms since 1970. Default: Date.now. Only v1's response also needs `wait`. */
  readonly now?: () => number
  /** How v1 waits for the end of its job. Default: a real timer, which `close()` stops. */
  readonly wait?: (ms: number) => Promise<void>
  /** Whether responses have CORS headers. Default: true. See `switchCors`. */
  readonly cors?: boolean
  /** Whether CORS exposes the service's own headers, such as x-cost, to scripts. Default: false. */
  readonly exposeHeaders?: boolean
  /** The format of results. Default: a media address in v2, and the SVG as the whole body in v1. See `setOutput`. */
  readonly output?: OutputForm
  /** API requests per minute and key. Default: 50, as in the Pro plan. */
  readonly requestsPerMinute?: number
  /** Simulated faults. Default: none. */
  readonly faults?: readonly FaultRule[]
  /** Responses of the live service. Responses with the same meaning get the same format. Default: none. */
  readonly replay?: Recording
  /** Whether to also listen with a self-signed certificate for the service's host names. Default: false. */
  readonly tls?: boolean
  /** The port for HTTP. Default: 0, any free one. */
  readonly port?: number
}

/** A job at the moment of the call. */
export interface JobView {
  readonly id: string
  readonly key: string
  readonly parameters: GenerationParameters
  /** The endpoint that accepted it: v2's `submit` or v1's `direct`. */
  readonly endpoint: Job['endpoint']
  /** In ms of the stand-in's clock. */
  readonly submittedAt: number
  readonly status: JobStatus
  /** Address of the picture, even before it exists. */
  readonly mediaUrl: string
}

/** A running stand-in. */
export interface StandIn {
  /** `http://127.0.0.1:PORT`, for HTTP. */
  readonly origin: string
  /** The port for HTTPS on 127.0.0.1; null without `tls`. */
  readonly tlsPort: number | null
  /** All requests so far, including preflights, in the order in which they were completely received. */
  readonly requests: readonly RecordedRequest[]
  /** All accepted jobs of v2 and v1 in order, including expired ones. */
  readonly jobs: readonly JobView[]
  /** Replaces the fault rules and resets their counters. */
  setFaults(rules: readonly FaultRule[]): void
  /**
   * Sets the format of results from the next response on; undefined: each version's default. `place`: where it is in the body, by default
   * the field `output`; the formats `raw` and `images` have their own places.
   */
  setOutput(form: OutputForm | undefined, place?: OutputPlace): void
  /** Turns CORS headers on or off from the next response on, for one host or for all. */
  switchCors(on: boolean, host?: 'api' | 'media'): void
  /** Makes a job's record expire now instead of after an hour. The media file stays. Throws if v2 has no such job. */
  expire(requestId: string): void
  /** Stops listening, closes open sockets, and stops timers. */
  close(): Promise<void>
}
