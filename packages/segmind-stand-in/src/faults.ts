import type { JobFailure } from './jobs'
import { NOT_ACCEPTABLE } from './not-acceptable'
import type { RecordedRequest, RouteName } from './recording'
import { errorReply, type Reply } from './reply'

/** Simulated faults. The comments say whether the request is still carried out ("accepted"). */
export type Fault =
  /** Not accepted: responds with this status and body (strings unchanged, anything else as JSON). */
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly body: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  /** Accepted if it orders a picture: the job runs normally and ends as FAILED with this error text. */
  | { readonly kind: 'fail-job'; readonly error: string; readonly status?: JobFailure['status'] }
  /** Not accepted: the response of an unknown address. */
  | { readonly kind: 'no-endpoint' }
  /** Not accepted: a 406 with the message for one of its meanings. */
  | { readonly kind: 'not-acceptable'; readonly meaning: keyof typeof NOT_ACCEPTABLE }
  /** Not accepted: an HTML page instead of JSON, as gateways send. Default status: 502. */
  | { readonly kind: 'html'; readonly status?: number }
  /** Accepted: the first half of the correct response, with the correct status. The connection ends normally. */
  | { readonly kind: 'truncated-json' }
  /** Accepted: the correct status without a body. */
  | { readonly kind: 'empty-body' }
  /** Accepted: sends the headers and half of the body, then closes the connection. */
  | { readonly kind: 'broken-body' }
  /** Accepted: sends the headers and half of the body immediately, and the other half when the promise settles. */
  | { readonly kind: 'slow-body'; readonly until: Promise<unknown> }
  /** Not accepted: closes the connection as if the service had never received the request. */
  | { readonly kind: 'request-lost' }
  /** Accepted: closes the connection instead of responding. */
  | { readonly kind: 'answer-lost' }
  /** Accepted: does not respond until the stand-in is closed. */
  | { readonly kind: 'hang' }
  /** Not accepted: a 429 with the reset time (any text) in the header that the service is said to use; null for no header. */
  | { readonly kind: 'rate-limited'; readonly resetAt?: string | null }
  /** Accepted on arrival: responds when the promise settles. */
  | { readonly kind: 'held'; readonly until: Promise<unknown> }

/** Which requests a fault applies to. The first matching rule that is not used up applies. */
export interface FaultRule {
  readonly route: RouteName | 'every'
  readonly fault: Fault
  /** Number of requests it applies to. Default: all. */
  readonly times?: number
  /** Number of matching requests to skip first. */
  readonly after?: number
}

/** What is sent to the client. */
export type Outcome =
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** Half of the body, and the rest when the promise settles; null: closes the connection instead. */
  | { readonly kind: 'half'; readonly reply: Reply; readonly rest: Promise<unknown> | null }
  | { readonly kind: 'drop' }
  | { readonly kind: 'silence' }

/** Carries out the request: the job exists as soon as this has been called. `failJob`: how the job will fail. */
export type CarryOut = (directive?: { readonly failJob: JobFailure }) => Promise<Reply>

/** Returns the response of an unknown address. */
type NoEndpoint = () => Reply

type Effect<F extends Fault> = (
  fault: F,
  carryOut: CarryOut,
  noEndpoint: NoEndpoint,
) => Outcome | Promise<Outcome>

const replying = (reply: Reply): Outcome => ({ kind: 'reply', reply })

/** Calling `carryOut` is what makes a request accepted. */
const EFFECTS: { readonly [K in Fault['kind']]: Effect<Extract<Fault, { kind: K }>> } = {
  answer: ({ status, body, headers = {} }) => replying(anyReply(status, body, headers)),
  'fail-job': async ({ error, status = 422 }, carryOut) =>
    replying(await carryOut({ failJob: { error, status } })),
  'no-endpoint': (_fault, _carryOut, noEndpoint) => replying(noEndpoint()),
  'not-acceptable': ({ meaning }) => replying(errorReply(406, NOT_ACCEPTABLE[meaning])),
  html: ({ status = 502 }) => replying(anyReply(status, GATEWAY_PAGE, { 'content-type': 'text/html' })),
  'truncated-json': async (_, carryOut) => {
    const reply = await carryOut()
    return replying({ ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) })
  },
  'empty-body': async (_, carryOut) => replying({ ...(await carryOut()), body: '' }),
  'broken-body': async (_, carryOut) => ({ kind: 'half', reply: await carryOut(), rest: null }),
  'slow-body': async ({ until }, carryOut) => ({ kind: 'half', reply: await carryOut(), rest: until }),
  'request-lost': () => ({ kind: 'drop' }),
  'answer-lost': async (_, carryOut) => {
    await carryOut()
    return { kind: 'drop' }
  },
  hang: async (_, carryOut) => {
    await carryOut()
    return { kind: 'silence' }
  },
  'rate-limited': ({ resetAt = 'soon' }) =>
    replying(
      errorReply(429, 'Too many requests', resetAt === null ? {} : { 'x-rate-limit-reset-at-utc': resetAt }),
    ),
  held: async ({ until }, carryOut) => {
    const [reply] = await Promise.all([carryOut(), until])
    return replying(reply)
  },
}

const GATEWAY_PAGE =
  '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>'

/** The current rules, and how many requests each has matched. */
export class Faults {
  #rules: { readonly rule: FaultRule; met: number }[] = []

  constructor(rules: readonly FaultRule[]) {
    this.set(rules)
  }

  /** Replaces all rules and resets their counters. */
  set(rules: readonly FaultRule[]): void {
    this.#rules = rules.map((rule) => ({ rule, met: 0 }))
  }

  /** Responds to a request, with the fault that applies to it, if any. */
  async answer(request: RecordedRequest, carryOut: CarryOut, noEndpoint: NoEndpoint): Promise<Outcome> {
    const fault = this.#faultFor(request.route)
    return fault === null ? replying(await carryOut()) : await applyFault(fault, carryOut, noEndpoint)
  }

  #faultFor(route: RouteName | null): Fault | null {
    if (route === null) return null
    for (const counted of this.#rules) {
      const { rule } = counted
      const { after = 0, times = Number.POSITIVE_INFINITY } = rule
      if (rule.route !== 'every' && rule.route !== route) continue
      if (counted.met >= after + times) continue
      counted.met += 1
      if (counted.met > after) return rule.fault
    }
    return null
  }
}

function applyFault<K extends Fault['kind']>(
  fault: Extract<Fault, { kind: K }>,
  carryOut: CarryOut,
  noEndpoint: NoEndpoint,
): Outcome | Promise<Outcome> {
  const effect: Effect<Extract<Fault, { kind: K }>> = EFFECTS[fault.kind as K]
  return effect(fault, carryOut, noEndpoint)
}

function anyReply(status: number, body: unknown, headers: Readonly<Record<string, string>>): Reply {
  if (typeof body === 'string') return { status, headers: { 'content-type': 'text/plain', ...headers }, body }
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body ?? null),
  }
}
