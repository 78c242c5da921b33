import type { HttpResponse } from '../../src/segmind/http'

/** What happens to a POST. The request of a `lost-request` never arrives; after the last four it was carried out. */
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

/** What is answered to a GET of an accepted job: its record, its result or its file. None of them says anything of the job. */
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

/** Keys of one account; the service knows no other. */
export const KEYS = ['SG_first', 'SG_second'] as const

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR

/** Segmind, as far as paid jobs go, in no time and on a clock of the test's own. */
export class JobService {
  /** Accepted jobs by request id. */
  readonly accepted = new Map<
    string,
    { readonly prompt: string; readonly at: number; readonly fails: boolean }
  >()
  /** POSTs by prompt: those that were refused with an answer, and all others. */
  readonly posts = new Map<string, { refused: number; other: number }>()
  /** The request ids that were asked about. */
  readonly polled = new Set<string>()
  /** The key that the user has saved at this moment; null without one. */
  key: string | null = KEYS[0]
  /** Whether the status of every job is answered 404, though its result is there. */
  hidesStatus = false
  /** When a GET was last answered otherwise than it should have been, or asked with a key that is not known. */
  lastFault = Number.NEGATIVE_INFINITY
  readonly #now: () => number
  readonly #duration: number

  /** `duration`: ms from accepted to completed. */
  constructor(now: () => number, duration: number) {
    this.#now = now
    this.#duration = duration
  }

  /** Answers a POST, which is carried out unless the answer says otherwise. */
  post(url: string, prompt: string, key: string | null, fault: PostFault): Answer {
    const count = this.posts.get(prompt) ?? { refused: 0, other: 0 }
    const refusal = isKnown(key) ? REFUSALS[fault] : UNAUTHORIZED
    this.posts.set(prompt, {
      refused: count.refused + Number(refusal !== undefined),
      other: count.other + Number(refusal === undefined),
    })
    if (refusal) return reply(...refusal)
    if (fault === 'lost-request') return lost
    const id = `request-${this.accepted.size + 1}`
    this.accepted.set(id, { prompt, at: this.#now(), fails: prompt.includes('forbidden') })
    const text = url.includes('/v1/') ? svgOf(prompt) : JSON.stringify({ request_id: id, status: 'QUEUED' })
    if (fault === 'lost-answer') return lost
    if (fault === 'gateway') return reply(502, '<html>bad gateway</html>')
    if (fault === 'empty') return reply(200, '')
    return reply(200, fault === 'truncated' ? text.slice(0, 3) : text)
  }

  /** Answers a GET, rightly or as the fault has it. */
  get(url: string, key: string | null, fault: GetFault): Answer {
    const [, id = ''] = /(request-\d+)/.exec(url) ?? []
    const isMedia = key === null
    if (!isMedia) this.polled.add(id)
    if (fault !== 'none' || !(isMedia || isKnown(key))) this.lastFault = this.#now()
    if (!isMedia && !isKnown(key)) return reply(...UNAUTHORIZED)
    const [status, text] = isMedia ? this.#file(id) : this.#record(id, url.endsWith('/status'))
    if (fault === 'none') return reply(status, text)
    if (fault === 'lost') return lost
    if (fault === 'broken off') return async () => brokenOff
    const odd: Reply | null = GET_FAULTS[fault]
    return odd ? reply(...odd) : reply(status, text.slice(0, 4))
  }

  #record(id: string, isStatus: boolean): Reply {
    const job = this.accepted.get(id)
    if (!job || (isStatus && this.hidesStatus) || this.#now() > job.at + HOUR)
      return [404, `{"error":"Request ${id} not found"}`]
    if (this.#now() < job.at + this.#duration) return [200, '{"status":"PROCESSING"}']
    if (job.fails) return [422, '{"status":"FAILED","error":"forbidden"}']
    const output = isStatus ? {} : { output: `https://images.segmind.com/${id}.svg` }
    return [200, JSON.stringify({ status: 'COMPLETED', ...output, metrics: { cost: 0.1 } })]
  }

  #file(id: string): Reply {
    const job = this.accepted.get(id)
    return job && this.#now() < job.at + this.#duration + WEEK ? [200, svgOf(job.prompt)] : [404, '']
  }
}

/** HTTP status and body. */
type Reply = readonly [number, string]

type Answer = () => Promise<HttpResponse>

const response = (status: number, text: () => Promise<string>): HttpResponse => ({
  status,
  headers: { get: () => null },
  text,
})

const reply =
  (status: number, text: string): Answer =>
  async () =>
    response(status, async () => text)

const lost: Answer = () => Promise.reject(new TypeError('Failed to fetch'))

const brokenOff = response(200, () => Promise.reject(new TypeError('network error')))

const UNAUTHORIZED = [401, '{"error":"Unauthorized. API key is invalid or may have expired"}'] as const

/** The answers that prove that a POST was not accepted. */
const REFUSALS: Partial<Record<PostFault, Reply>> = {
  limited: [429, '{"error":"slow down"}'],
  'server-error': [500, '{"error":"oops"}'],
  'no-endpoint': [404, '{"error":"not found"}'],
  refused: [400, '{"error":"no"}'],
}

const isKnown = (key: string | null): boolean => KEYS.some((known) => known === key)

/** The picture that is drawn for a prompt. */
export const svgOf = (prompt: string): string => `<svg>${prompt}</svg>`
