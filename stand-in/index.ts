import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { CORS_HEADERS, preflightReply } from './cors'
import { type FaultRule, Faults } from './faults'
import { type Job, type JobStatus, JobStore } from './jobs'
import { listenPlain, listenTls, readBody } from './listener'
import type { GenerationParameters } from './parameters'
import { ownDrawings, samplePictures } from './pictures'
import { RateLimit } from './rate-limit'
import { parseJson, type RecordedRequest } from './recording'
import { errorReply, type Reply } from './reply'
import { API_HOST, findRoute, MEDIA_HOST, methodsAt, type Target, targetOf } from './router'
import { mediaUrlOf, type Service } from './service'

export type { Fault, FaultRule } from './faults'
export type { RecordedRequest } from './recording'

/** The key that is accepted unless others are given; it has the form that Segmind's keys are said to have. */
export const DEMO_KEY = 'SG_0123456789abcdef'

/** Far more than any accepted body needs. */
const LARGEST_BODY = 1_000_000

/** How the stand-in behaves; every part has a default. Times in milliseconds, money in US dollars. */
export interface StandInOptions {
  /** Keys that are accepted; default DEMO_KEY alone. Each has an account of its own. */
  readonly keys?: readonly string[]
  /** What each account starts with; default 5. */
  readonly credits?: number
  /** Free credits, shown beside and spent before `credits`; default 0. */
  readonly freeCredits?: number
  /** From submit to COMPLETED; default log-normal around the 17.66 s that Segmind's list gives. */
  readonly durationMs?: number | ((request: GenerationParameters) => number)
  /** The part of it spent QUEUED; default 6 % of it. */
  readonly queueMs?: number
  /** A folder of *.svg files, or one file, to serve instead of the stand-in's own drawings. */
  readonly samples?: string
  /** The clock, in milliseconds since 1970; default Date.now. Nothing else depends on time. */
  readonly now?: () => number
  /** Whether answers carry CORS headers; default true. */
  readonly cors?: boolean
  /** Whether a result's `output` is a media address (default) or the SVG text. */
  readonly output?: 'url' | 'text'
  /** API requests a minute and key; default 50, the Pro plan's. */
  readonly requestsPerMinute?: number
  /** What is to go wrong; default nothing. */
  readonly faults?: readonly FaultRule[]
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
  /** All accepted jobs in order, expired ones too. */
  readonly jobs: readonly JobView[]
  /** Replaces the fault rules; their counting starts anew. */
  setFaults(rules: readonly FaultRule[]): void
  /** Stops listening and ends open sockets too. */
  close(): Promise<void>
}

/**
 * Starts a local Segmind that listens on 127.0.0.1 only. Rejects where the port is taken or `samples` holds no
 * SVG file.
 */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { now = Date.now, cors = true, samples } = options
  const store = new JobStore({
    credits: options.credits ?? 5,
    freeCredits: options.freeCredits ?? 0,
    durationMs: options.durationMs,
    queueMs: options.queueMs,
    now,
  })
  const service: Service = {
    keys: new Set(options.keys ?? [DEMO_KEY]),
    store,
    rateLimit: new RateLimit(options.requestsPerMinute ?? 50, now),
    picture: samples === undefined ? ownDrawings : samplePictures(samples),
    output: options.output ?? 'url',
  }
  const faults = new Faults(options.faults ?? [])
  const requests: RecordedRequest[] = []

  const onRequest = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url: path = '/' } = message
    const target = targetOf(message.headers, path)
    const found = findRoute(target, method)
    const received = await readBody(message, LARGEST_BODY)
    if (received === 'broken off') return
    const body = received === 'too large' ? null : received.text
    const request: RecordedRequest = {
      method,
      host: target.hostHeader,
      path,
      route: found?.route.name ?? null,
      headers: plainHeaders(message.headers),
      body: body ?? '',
      json: parseJson(body ?? ''),
      time: now(),
      keySentToMedia: target.host === 'media' && message.headers['x-api-key'] !== undefined,
      status: null,
    }
    requests.push(request)
    const outcome = await faults.answer(request, (directive) => {
      if (body === null) return errorReply(413, 'The request body is too large')
      if (method === 'OPTIONS' && cors) return answerPreflight(target, message.headers)
      if (found === null) return errorReply(404, `No endpoint ${method} ${target.path}`)
      const failJob = directive?.failJob ?? null
      return found.route.answer(service, { request, id: found.id, failJob })
    })
    if (outcome.kind === 'drop') message.socket.destroy()
    if (outcome.kind !== 'reply') return
    request.status = outcome.reply.status
    write(response, outcome.reply, cors)
  }

  const plain = await listenPlain(options.port ?? 0, onRequest)
  const tls = options.tls === true ? await listenTls([API_HOST, MEDIA_HOST], onRequest) : null
  return {
    origin: `http://127.0.0.1:${plain.port}`,
    tlsPort: tls?.port ?? null,
    requests,
    get jobs(): readonly JobView[] {
      return store.jobs.map((job) => viewOf(job, store))
    },
    setFaults: (rules) => faults.set(rules),
    close: async () => {
      await Promise.all([plain.close(), tls?.close()])
    },
  }
}

function answerPreflight(target: Target, headers: IncomingHttpHeaders): Reply {
  const methods = methodsAt(target)
  return methods.length === 0
    ? errorReply(404, `No endpoint ${target.path}`)
    : preflightReply(methods, headers)
}

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers)
  return Object.fromEntries(entries.map(([name, value]) => [name, [value ?? ''].flat().join(', ')]))
}

function write(response: ServerResponse, reply: Reply, cors: boolean): void {
  const length = reply.status === 204 ? {} : { 'content-length': String(Buffer.byteLength(reply.body)) }
  response.writeHead(reply.status, { ...reply.headers, ...length, ...(cors ? CORS_HEADERS : {}) })
  response.end(reply.body)
}

function viewOf(job: Job, store: JobStore): JobView {
  const { id, key, parameters, submittedAt } = job
  return { id, key, parameters, submittedAt, status: store.statusOf(job), mediaUrl: mediaUrlOf(job) }
}
