import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { corsHeaders, preflightReply } from './cors'
import { deliver, deliverHalf } from './delivery'
import { type CarryOut, Faults } from './faults'
import { type Job, JobStore } from './jobs'
import { listenPlain, listenTls, readBody } from './listener'
import type { JobView, StandIn, StandInOptions } from './options'
import { mediaUrlOf, type OutputChoice } from './output'
import { DEFAULT_MODELS } from './parameters'
import { ownPictures } from './pictures/own'
import { samplePictures } from './pictures/samples'
import { RateLimit } from './rate-limit'
import { parseJson, type RecordedRequest } from './recording'
import { replayed } from './replay'
import { errorReply, type Reply } from './reply'
import {
  API_HOST,
  findRoute,
  MEDIA_HOST,
  methodsAt,
  nameAt,
  PASSED_ON_HOST,
  type Target,
  targetOf,
} from './router'
import { type Route, routesOf } from './routes'
import type { Service } from './service'
import { startTimers } from './waiting'

export type { Fault, FaultRule } from './faults'
export type { StandIn, StandInOptions } from './options'
export type { OutputForm, OutputPlace } from './output'
export { DEFAULT_MODELS, type ServedModel } from './parameters'
export type { RecordedRequest } from './recording'
export { RECORDED_ID, type RecordedAnswer, type Recording, readRecording, type Situation } from './replay'

/** The default key. It has the format that Segmind's keys are said to have. */
export const DEMO_KEY = 'SG_0123456789abcdef'

/** Maximum size of a body in bytes: much more than any valid one. */
const MAX_BODY_SIZE = 1_000_000

/** Starts a local Segmind that only listens on 127.0.0.1. Rejects if the port is taken, or if `samples` contains no SVG file. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { now = Date.now, samples, models = DEFAULT_MODELS, replay } = options
  const routes = routesOf(models)
  const timers = startTimers()
  const cors = { api: options.cors ?? true, media: options.cors ?? true }
  const onEveryAnswer = corsHeaders(options.exposeHeaders ?? false)
  let output: OutputChoice = { form: options.output, place: 'output' }
  const store = new JobStore({
    credits: options.credits ?? 5,
    freeCredits: options.freeCredits ?? 0,
    durationMs: options.durationMs,
    queueMs: options.queueMs,
    now,
  })
  const service: Service = {
    keys: new Set(options.keys ?? [DEMO_KEY]),
    models,
    store,
    rateLimit: new RateLimit(options.requestsPerMinute ?? 50, now),
    picture: samples === undefined ? ownPictures : samplePictures(samples),
    output: () => output,
    now,
    wait: options.wait ?? timers.wait,
  }
  const faults = new Faults(options.faults ?? [])
  const requests: RecordedRequest[] = []

  const onRequest = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url: path = '/' } = message
    const target = targetOf(message.headers, path)
    const found = findRoute(routes, target, method)
    const received = await readBody(message, MAX_BODY_SIZE)
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
    const noEndpoint = () => errorReply(404, `No endpoint ${method} ${target.path}`)
    const carryOut: CarryOut = async (directive) => {
      if (body === null) return errorReply(413, 'The request body is too large')
      if (method === 'OPTIONS' && cors[target.host]) return answerPreflight(routes, target, message.headers)
      if (found === null) return noEndpoint()
      const failJob = directive?.failJob ?? null
      return await found.route.answer(service, { request, id: found.id, failJob })
    }
    const asRecorded: CarryOut = async (directive) => {
      const own = await carryOut(directive)
      const route = found?.route.name ?? nameAt(routes, target)
      return replay ? replayed(replay, own, request, { host: target.host, route, id: found?.id ?? '' }) : own
    }
    const outcome = await faults.answer(request, asRecorded, noEndpoint)
    if (outcome.kind === 'drop') message.socket.destroy()
    // A client that has disconnected in the meantime gets no response.
    if (outcome.kind === 'drop' || outcome.kind === 'silence' || message.socket.destroyed) return
    const { reply } = outcome
    request.status = reply.status
    const extra = cors[target.host] && !replay ? onEveryAnswer : {}
    if (outcome.kind === 'reply') deliver(response, reply, extra)
    else await deliverHalf(response, reply, extra, outcome.rest)
  }

  const plain = await listenPlain(options.port ?? 0, onRequest)
  const tls = options.tls === true ? await listenTls([API_HOST, MEDIA_HOST, PASSED_ON_HOST], onRequest) : null
  return {
    origin: `http://127.0.0.1:${plain.port}`,
    tlsPort: tls?.port ?? null,
    requests,
    get jobs(): readonly JobView[] {
      return store.jobs.map((job) => viewOf(job, store))
    },
    setFaults: (rules) => faults.set(rules),
    setOutput: (form, place = 'output') => {
      output = { form, place }
    },
    switchCors: (on, host) => {
      for (const one of host === undefined ? (['api', 'media'] as const) : [host]) cors[one] = on
    },
    expire: (requestId) => store.expire(requestId),
    close: async () => {
      timers.giveUp()
      await Promise.all([plain.close(), tls?.close()])
    },
  }
}

function answerPreflight(routes: readonly Route[], target: Target, headers: IncomingHttpHeaders): Reply {
  const methods = methodsAt(routes, target)
  return methods.length === 0
    ? errorReply(404, `No endpoint ${target.path}`)
    : preflightReply(methods, headers)
}

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers)
  return Object.fromEntries(entries.map(([name, value]) => [name, [value ?? ''].flat().join(', ')]))
}

function viewOf(job: Job, store: JobStore): JobView {
  const { id, key, parameters, endpoint, submittedAt } = job
  return {
    id,
    key,
    parameters,
    endpoint,
    submittedAt,
    status: store.statusOf(job),
    mediaUrl: mediaUrlOf(job),
  }
}
