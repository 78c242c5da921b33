import type { HttpRequest, HttpResponse } from '../../../src/segmind/http'
import { type ManualClock, START } from './clock'

/** What happens to a POST. With `lost-request` it never arrives; with the last four it is accepted. */
export type PostFault =
  | 'none'
  | 'lost-request'
  | 'limited'
  | 'server-error'
  | 'no-endpoint'
  | 'refused'
  | 'lost-answer'
  | 'truncated'
  | 'empty'
  | 'gateway'

/** Answers to a GET for the record, result or file of an accepted job. None of them says anything about the job. */
export const GET_FAULTS = {
  '401': [401, '{"error":"Unauthorized. API key is invalid or may have expired"}'],
  '401 without header': [401, '{"error":"Missing Authorization or x-api-key in header"}'],
  '403': [403, '{"error":"Forbidden"}'],
  '403 as XML': [403, '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'],
  '404': [404, '{"error":"Request not found"}'],
  '404 as HTML': [404, '<!doctype html><html><body>Not found</body></html>'],
  '404 as an envelope': [404, '{"status":"error","error":"no such thing"}'],
  '406': [406, '{"status":"error","error":"Insufficient credits"}'],
  '410': [410, '{"detail":"Gone"}'],
  '422': [422, '{"detail":[{"loc":["path","id"],"msg":"not a valid id"}]}'],
  '500': [500, '{"error":"oops"}'],
  '500 as an envelope': [500, '{"status":"error","error":"Internal server error"}'],
  '502': [502, '<html>bad gateway</html>'],
  '504': [504, ''],
  html: [200, '<!doctype html><html><body>One moment <svg width="9"/></body></html>'],
  empty: [200, ''],
  'other shape': [200, '{"ok":true}'],
  'other list': [200, '[1,2]'],
  'unknown state': [200, '{"status":"WARMING_UP"}'],
  truncated: null,
  limited: [429, '{"error":"slow down"}'],
  lost: null,
  'broken off': null,
} as const satisfies Record<string, Reply | null>

export type GetFault = keyof typeof GET_FAULTS | 'none'

/** What happens to one call. `after`: the answer comes this many ms later. */
export type Fault =
  | PostFault
  | GetFault
  /** No response until the call is canceled or times out. */
  | 'silence'
  /** Refused with a 429 until this time. */
  | { readonly resetAt: number }
  /** A result with this address of its picture. */
  | { readonly url: string }
  | { readonly after: number; readonly fault?: Fault }

/** The only valid keys, of one account. */
export const KEYS = ['SG_first', 'SG_second'] as const

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR

/** A simulated Segmind for paid jobs, on the clock of the test. */
export class JobService {
  /** Accepted jobs by request id. Other ids count as accepted at the start of the test. */
  readonly accepted = new Map<
    string,
    { readonly prompt: string; readonly at: number; readonly fails: boolean }
  >()
  /** POSTs by prompt: those that were refused with an answer, and all others. */
  readonly posts = new Map<string, { refused: number; other: number }>()
  /** The request ids that were polled. */
  readonly polled = new Set<string>()
  /** The key that is currently saved; null without one. */
  key: string | null = KEYS[0]
  /** Whether the status of every job is answered with 404, although its result exists. */
  hidesStatus = false
  /** When a GET last got a wrong answer, or was sent with an unknown key. */
  lastFault = Number.NEGATIVE_INFINITY
  /** ms from accepted to completed. */
  duration: number
  readonly #clock: ManualClock

  constructor(clock: ManualClock, duration: number) {
    this.#clock = clock
    this.duration = duration
  }

  /** Handles a call of the client. The returned function returns the response. */
  answer(url: string, { method, body, signal }: HttpRequest, key: string | null, fault: Fault): Answer {
    if (fault === 'silence' || (typeof fault === 'object' && 'after' in fault)) {
      const [ms, then] = fault === 'silence' ? [10 * HOUR, 'none' as const] : [fault.after, fault.fault]
      const answer = this.answer(url, { method, body, signal } as HttpRequest, key, then ?? 'none')
      return async () => {
        await this.#clock.sleep(ms, signal)
        return signal.aborted ? lost() : answer()
      }
    }
    if (typeof fault === 'object' && 'resetAt' in fault) {
      const headers = { 'x-rate-limit-reset-at-utc': `${fault.resetAt}` }
      if (method === 'POST') this.#count(JSON.parse(body ?? '').prompt, true)
      return async () => response(429, async () => '{"error":"slow down"}', headers)
    }
    if (method === 'POST') return this.#post(url, JSON.parse(body ?? '').prompt, key, fault as PostFault)
    return this.#get(url, key, fault as GetFault | { readonly url: string })
  }

  #count(prompt: string, isRefused: boolean): void {
    const count = this.posts.get(prompt) ?? { refused: 0, other: 0 }
    this.posts.set(prompt, {
      refused: count.refused + Number(isRefused),
      other: count.other + Number(!isRefused),
    })
  }

  /** Answers a POST, which is accepted unless the answer says otherwise. */
  #post(url: string, prompt: string, key: string | null, fault: PostFault): Answer {
    const refusal = isKnown(key) ? REFUSALS[fault] : UNAUTHORIZED
    this.#count(prompt, refusal !== undefined)
    if (refusal) return reply(...refusal)
    if (fault === 'lost-request') return lost
    const id = requestIdOf(prompt, this.accepted.size + 1)
    this.accepted.set(id, { prompt, at: this.#clock.now(), fails: prompt.includes('forbidden') })
    const drawn = { image: svgOf(prompt), metrics: { cost: 0.1 } }
    const text = JSON.stringify(url.includes('/v1/') ? drawn : { request_id: id, status: 'QUEUED' })
    if (fault === 'lost-answer') return lost
    if (fault === 'gateway') return reply(502, '<html>bad gateway</html>')
    if (fault === 'empty') return reply(200, '')
    return reply(200, fault === 'truncated' ? text.slice(0, 3) : text)
  }

  /** Answers a GET, correctly or with the fault. */
  #get(url: string, key: string | null, fault: GetFault | { readonly url: string }): Answer {
    const id = requestIn(url)
    const isMedia = key === null
    if (!isMedia) this.polled.add(id)
    if (fault !== 'none' || !(isMedia || isKnown(key))) this.lastFault = this.#clock.now()
    if (!isMedia && !isKnown(key)) return reply(...UNAUTHORIZED)
    const place = typeof fault === 'object' ? fault.url : urlOf(id)
    const [status, text] = isMedia ? this.#file(id) : this.#record(id, url.endsWith('/status'), place)
    if (fault === 'none' || typeof fault === 'object') return reply(status, text)
    if (fault === 'lost') return lost
    if (fault === 'broken off') return async () => brokenOff
    const odd: Reply | null = GET_FAULTS[fault]
    return odd ? reply(...odd) : reply(status, text.slice(0, 4))
  }

  #job = (id: string) => this.accepted.get(id) ?? { prompt: promptOf(id), at: START, fails: false }

  #record(id: string, isStatus: boolean, place: string): Reply {
    const job = this.#job(id)
    if ((isStatus && this.hidesStatus) || this.#clock.now() > job.at + HOUR)
      return [404, `{"error":"Request ${id} not found"}`]
    if (this.#clock.now() < job.at + this.duration) return [200, '{"status":"PROCESSING"}']
    if (job.fails) return [422, '{"status":"FAILED","error":"forbidden"}']
    const output = isStatus ? {} : { output: place }
    return [200, JSON.stringify({ status: 'COMPLETED', ...output, metrics: { cost: 0.1 } })]
  }

  #file(id: string): Reply {
    const job = this.#job(id)
    return this.#clock.now() < job.at + this.duration + WEEK ? [200, svgOf(job.prompt)] : [404, '']
  }
}

/** HTTP status and body. */
type Reply = readonly [number, string]

type Answer = () => Promise<HttpResponse>

const response = (
  status: number,
  text: () => Promise<string>,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse => ({ status, headers: { get: (name) => headers[name] ?? null }, text })

const reply =
  (status: number, text: string): Answer =>
  async () =>
    response(status, async () => text)

const lost: Answer = () => Promise.reject(new TypeError('Failed to fetch'))

const brokenOff = response(200, () => Promise.reject(new TypeError('network error')))

const UNAUTHORIZED = [401, '{"error":"Unauthorized. API key is invalid or may have expired"}'] as const

/** The responses that prove that a POST was not accepted. */
const REFUSALS: Partial<Record<PostFault, Reply>> = {
  limited: [429, '{"error":"slow down"}'],
  'server-error': [500, '{"error":"oops"}'],
  'no-endpoint': [404, '{"error":"not found"}'],
  refused: [400, '{"error":"no"}'],
}

const isKnown = (key: string | null): boolean => KEYS.some((known) => known === key)

/** Returns the request id of the n-th accepted job, which contains its prompt. */
export const requestIdOf = (prompt: string, n = 0): string => `request-${n}_${encodeURIComponent(prompt)}`

const promptOf = (id: string): string => decodeURIComponent(id.replace(/^request-\d+_/, ''))

/** Returns the address of a request's picture. */
export const urlOf = (id: string): string => `https://images.segmind.com/${encodeURIComponent(id)}.svg`

const requestIn = (url: string): string =>
  decodeURIComponent(/([^/]+?)(?:\/status|\.svg)?$/.exec(url)?.[1] ?? '')

/** Returns the name of a call in tests. */
export function callName(url: string, { method, body }: Pick<HttpRequest, 'method' | 'body'>): string {
  if (method === 'POST')
    return `${url.includes('/v1/') ? 'direct' : 'submit'} ${JSON.parse(body ?? '').prompt}`
  if (url.startsWith('https://images.segmind.com/')) return 'picture'
  return `${url.endsWith('/status') ? 'status' : 'result'} ${promptOf(requestIn(url))}`
}

/** Returns the picture for a prompt. */
export const svgOf = (prompt: string): string => `<svg>${prompt}</svg>`
