import { request as httpRequest } from 'node:http'
import { DEMO_KEY, type StandIn, type StandInOptions, startStandIn } from '../../src'

/** A response with its body as text and, if it is JSON, parsed. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: unknown
}

/** A stand-in with a clock that only the test advances, and functions to call it. */
export interface Harness {
  readonly standIn: StandIn
  /** Advances the clock, in ms. */
  advance(ms: number): void
  call(path: string, init?: RequestInit & { readonly key?: string | null }): Promise<Answer>
  submit(body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** The same for v1, the synchronous call. */
  direct(body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Submits and returns the request id. Throws unless it was accepted. */
  accepted(body?: unknown): Promise<string>
}

const open: StandIn[] = []

/** Starts a stand-in, which `closeBenches` closes. */
export async function openHarness(options: StandInOptions = {}): Promise<Harness> {
  let time = Date.UTC(2026, 0, 1)
  const standIn = await startStandIn({ durationMs: 10_000, queueMs: 2_000, now: () => time, ...options })
  open.push(standIn)
  const call: Harness['call'] = async (path, { key = DEMO_KEY, headers, ...init } = {}) => {
    const auth: Record<string, string> = key === null ? {} : { 'x-api-key': key }
    const given = headers as Record<string, string> | undefined
    const response = await fetch(standIn.origin + path, { ...init, headers: { ...auth, ...given } })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: parsed(text) }
  }
  const post =
    (path: string): Harness['submit'] =>
    (body = { prompt: 'a fox' }, headers = {}) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
  const submit = post('/v2/recraft-v3-svg')
  const accepted: Harness['accepted'] = async (body) => {
    const { json, status, text } = await submit(body)
    if (status !== 200) throw new Error(`not accepted: ${status} ${text}`)
    return (json as { request_id: string }).request_id
  }
  return {
    standIn,
    call,
    submit,
    direct: post('/v1/recraft-v3-svg'),
    accepted,
    advance: (ms) => {
      time += ms
    },
  }
}

/** For `afterEach`. */
export async function closeHarnesses(): Promise<void> {
  await Promise.all(open.splice(0).map((standIn) => standIn.close()))
}

/** Sends a request with any method and Host header, which `fetch` does not allow. */
export function rawRequest(
  origin: string,
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(origin + path, { method, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
    })
    sent.on('error', reject).end()
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
