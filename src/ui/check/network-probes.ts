import type { Endpoints, SegmindClient } from '../../segmind/client'
import type { Charged, SegmindErrorKind } from '../../segmind/errors'
import { type CancelSignal, type Clock, type Exchange, exchange, type Fetch } from '../../segmind/http'
import type { Model } from '../../segmind/models'
import { strings } from '../../strings'
import { goodLine, type Line, otherLine, unclearLine } from './lines'

export interface NetworkOptions {
  readonly fetch: Fetch
  readonly clock: Clock
  readonly endpoints: Endpoints
  readonly model: Model
  /** Null without a key. */
  readonly client: SegmindClient | null
  readonly signal: CancelSignal
}

/** Timeout of a call in ms. */
const TIMEOUT = 15_000

/** Used for calls that must be refused, so that they cannot cost anything. */
const NO_KEY = 'check-without-key'

/** The id of a job that does not exist. */
const NO_JOB = '00000000-0000-0000-0000-000000000000'

/** Returns checks of Segmind that cost nothing, to be run in order. They never reject. */
export function networkProbes(options: NetworkOptions): readonly (() => Promise<Line[]>)[] {
  const { endpoints, model } = options
  const { paths } = model
  return [
    () => tryApi(options),
    () => tryKey(options),
    async () => [await tryRefused(options, 'queue-call', endpoints.api + paths.queue)],
    async () => [await tryRefused(options, 'direct-call', endpoints.api + paths.direct)],
    async () => {
      const url = `${endpoints.api}/v2/requests/${NO_JOB}/status`
      return [lineOf('job-record', await get(options, url, { 'x-api-key': NO_KEY }), 'differs')]
    },
    // The answer for a missing file may lack the CORS header that files have.
    async () => [lineOf('media', await get(options, `${endpoints.media('images.segmind.com')}/`), 'unclear')],
  ]
}

const get = (
  { fetch, clock, signal }: NetworkOptions,
  url: string,
  headers?: Readonly<Record<string, string>>,
): Promise<Exchange> =>
  exchange(fetch, clock, {
    ...{ method: 'GET', url, signal, timeout: TIMEOUT },
    ...(headers && { headers }),
  })

/** `blocked`: the verdict if the answer cannot be read. */
function lineOf(id: Line['id'], answer: Exchange, blocked: 'differs' | 'unclear'): Line {
  if (answer.type === 'answer') return goodLine(id, String(answer.status))
  const isBlocked = answer.type === 'blocked-by-cors' || answer.type === 'connection-lost'
  return isBlocked && blocked === 'unclear' ? unclearLine(id, answer.type) : otherLine(id, answer.type)
}

async function tryApi(options: NetworkOptions): Promise<Line[]> {
  const { clock, endpoints } = options
  const start = clock.now()
  const answer = await get(options, `${endpoints.api}/v1/get-user-credits`, { 'x-api-key': NO_KEY })
  if (answer.type === 'answer') {
    const found = strings.check.reached(answer.status, clock.now() - start)
    return [goodLine('api', found), goodLine('readable')]
  }
  return answer.type === 'blocked-by-cors'
    ? [goodLine('api'), otherLine('readable', answer.type)]
    : [otherLine('api', answer.type), unclearLine('readable')]
}

async function tryKey({ client, model, signal }: NetworkOptions): Promise<Line[]> {
  if (!client) return [{ id: 'key', verdict: 'absent', found: '' }, unclearLine('balance')]
  const credits = await client.credits(signal)
  if (!credits.ok) {
    const { kind } = credits.error
    const isRefused = kind === 'invalid-key' || kind === 'key-not-received'
    return [isRefused ? otherLine('key', kind) : unclearLine('key', kind), unclearLine('balance')]
  }
  const found = strings.dollars(credits.value)
  const isEnough = credits.value >= model.price
  return [goodLine('key'), isEnough ? goodLine('balance', found) : otherLine('balance', found)]
}

/** Calls Segmind with an invalid key, which is refused and therefore free. */
async function tryRefused(
  { fetch, clock, endpoints, signal }: NetworkOptions,
  id: 'queue-call' | 'direct-call',
  url: string,
): Promise<Line> {
  const headers = { 'x-api-key': NO_KEY }
  const answer = await exchange(fetch, clock, {
    ...{ method: 'POST', url, body: '{}', signal, timeout: TIMEOUT },
    headers: { ...headers, 'content-type': 'application/json' },
    probe: { url: `${endpoints.api}/v1/get-user-credits`, headers },
  })
  // Services often omit CORS headers from refusals.
  return lineOf(id, answer, 'unclear')
}

/** The outcome of a picture that was ordered. */
export type PictureOutcome =
  | { readonly ok: true; readonly seconds: number }
  | { readonly ok: false; readonly kind: SegmindErrorKind | string; readonly charged: Charged | null }

export const pictureLine = (outcome: PictureOutcome): Line =>
  outcome.ok
    ? goodLine('picture', strings.check.drawn(outcome.seconds))
    : otherLine('picture', outcome.charged ? `${outcome.kind}, charged: ${outcome.charged}` : outcome.kind)
