import type { RecordedAnswer, Recording, Situation } from 'segmind-stand-in'
import { type Endpoints, endpointsOf } from '../../src/segmind/client'
import { MEDIA_HOSTS } from '../../src/segmind/hosts'
import { readMediaAddress } from '../../src/segmind/media-address'
import { DEFAULT_MODEL } from '../../src/segmind/request'
import { shorten, UNKNOWN_ID } from './shorten'

export interface ProbeOptions {
  /** Address of a relay or a stand-in; null for Segmind. */
  readonly at: string | null
  readonly key: string
  /** Asked once, before the first call that may cost money. */
  readonly mayPay: () => Promise<boolean>
  readonly sleep: (ms: number) => Promise<void>
  readonly now: () => Date
  /** Called for each call, with or without a response. */
  readonly onCall?: (situation: Situation, outcome: string) => void
}

export interface Probed {
  readonly recording: Recording
  /** Whether all calls got a response that did not end the picture. */
  readonly isWhole: boolean
}

const TIMEOUT = 60_000
const POLL = 1000
const POLLS = 300

/** The headers of a browser in the panel's frame, which has no origin. */
const FROM_PANEL = { origin: 'null' }

const PICTURE = { prompt: 'a red circle on a white background', style: 'any', size: '1024x1024' }

/**
 * Calls the API in each situation that the stand-in models, and records the responses. At most one accepted call orders a picture: if an
 * order with an invalid size is accepted, it is used as the picture. No call is repeated.
 */
export async function probe({ at, key, mayPay, sleep, now, onCall }: ProbeOptions): Promise<Probed> {
  const endpoints: Endpoints = endpointsOf(at)
  const answers: Partial<Record<Situation, RecordedAnswer>> = {}
  let isWhole = true

  /** Resolves to the original response; null if there was none. */
  async function call(
    situation: Situation | null,
    url: string,
    init: RequestInit,
  ): Promise<RecordedAnswer | null> {
    try {
      const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT), ...init })
      const headers = Object.fromEntries(response.headers)
      const answer = { status: response.status, headers, body: await response.text() }
      const named = situation ?? (`status ${textIn(answer.body, 'status')}` as const)
      if (!(named in answers)) onCall?.(named, String(answer.status))
      answers[named] ??= shorten(answer, key)
      return answer
    } catch {
      isWhole = false
      onCall?.(situation ?? 'status ', 'no answer')
      return null
    }
  }
  const headers = { ...FROM_PANEL, 'x-api-key': key }
  const get = (situation: Situation | null, path: string, more: Record<string, string> = headers) =>
    call(situation, endpoints.api + path, { headers: more })
  const preflight = (situation: Situation, url: string, method: string, asked?: string) =>
    call(situation, url, {
      method: 'OPTIONS',
      headers: {
        ...FROM_PANEL,
        'access-control-request-method': method,
        ...(asked && { 'access-control-request-headers': asked }),
      },
    })
  const submit = (situation: Situation, parameters: Record<string, string>) =>
    call(situation, endpoints.api + DEFAULT_MODEL.paths.queue, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    })

  const both = 'content-type,x-api-key'
  await preflight('preflight submit', endpoints.api + DEFAULT_MODEL.paths.queue, 'POST', both)
  await preflight('preflight direct', endpoints.api + DEFAULT_MODEL.paths.direct, 'POST', both)
  await preflight('preflight status', `${endpoints.api}/v2/requests/${UNKNOWN_ID}/status`, 'GET', 'x-api-key')
  await preflight('preflight credits', `${endpoints.api}/v1/get-user-credits`, 'GET', 'x-api-key')
  await preflight('preflight media', `${endpoints.media(MEDIA_HOSTS[0])}/recorded.svg`, 'GET')
  await get('no key', '/v1/get-user-credits', FROM_PANEL)
  await get('wrong key', '/v1/get-user-credits', { ...FROM_PANEL, 'x-api-key': 'SG_0000000000000000' })
  await get('credits', '/v1/get-user-credits')
  await get('unknown id', `/v2/requests/${UNKNOWN_ID}/status`)
  if ((await mayPay()) && !(await picture())) isWhole = false
  return { recording: { format: 1, date: now().toISOString(), answers }, isWhole }

  /** Resolves to whether the picture's file was read. */
  async function picture(): Promise<boolean> {
    const refused = await submit('bad size', { ...PICTURE, size: '1x1' })
    // Without a response, the order may have been accepted, and a second one could be charged as well.
    if (!refused) return false
    const accepted = textIn(refused.body, 'request_id') ? refused : await submit('submit', PICTURE)
    const id = textIn(accepted?.body, 'request_id')
    for (let poll = 0; id !== null && poll < POLLS; poll++) {
      const status = textIn((await get(null, `/v2/requests/${id}/status`))?.body, 'status')
      if (status === 'COMPLETED') return await result(id)
      if (status === 'FAILED') return false
      await sleep(POLL)
    }
    return false
  }

  async function result(id: string): Promise<boolean> {
    const whole = await get('result', `/v2/requests/${id}`)
    for (const address of whole?.body.match(/https?:\/\/[^\s"'\\]+/g) ?? []) {
      const media = readMediaAddress(address)
      if (media.type !== 'allowed') continue
      const url = endpoints.media(media.host) + media.target
      return (await call('media', url, { headers: FROM_PANEL })) !== null
    }
    return whole !== null
  }
}

/** Returns a field of a JSON object if it is a string. */
function textIn(body: string | undefined, field: string): string | null {
  try {
    const value = JSON.parse(body ?? '')?.[field]
    return typeof value === 'string' ? value : null
  } catch {
    return null
  }
}
