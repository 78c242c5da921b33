import { parseJson, type RecordedRequest, type RouteName } from './recording'
import type { Reply } from './reply'

/** The kind of request that a recorded response belongs to. */
export type Situation =
  | `preflight ${RouteName}`
  | 'no key'
  | 'wrong key'
  | 'credits'
  | 'bad size'
  | 'submit'
  | `status ${string}`
  | 'unknown id'
  | 'result'
  | 'media'

/** A response of the live service. Header names in lowercase. */
export interface RecordedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Responses of the live service, one per situation. */
export interface Recording {
  readonly format: 1
  /** ISO 8601. */
  readonly date: string
  readonly answers: Readonly<Partial<Record<Situation, RecordedAnswer>>>
}

/** Replaces request ids in a recording. */
export const RECORDED_ID = '00000000-0000-4000-8000-000000000001'

/** Reads a recording from JSON. Throws an Error with a message for the terminal if it is invalid. */
export function readRecording(text: string): Recording {
  const read = parseJson(text) as Partial<Recording> | undefined
  const answers = Object.values(read?.answers ?? {})
  const isWhole = answers.every(
    (each) =>
      Number.isInteger(each?.status) && typeof each?.body === 'string' && typeof each.headers === 'object',
  )
  if (read?.format !== 1 || answers.length === 0 || !isWhole)
    throw new Error('This is not a recording that npm run probe has written.')
  return read as Recording
}

/**
 * Converts the stand-in's own response to the format of the live service in the same situation. The stand-in still decides what happens. If
 * nothing was recorded, its own response is used, with the CORS headers that the live service sent elsewhere.
 */
export function replayed(
  { answers }: Recording,
  own: Reply,
  request: RecordedRequest,
  at: { readonly host: 'api' | 'media'; readonly route: RouteName | null; readonly id: string },
): Reply {
  const situation = situationOf(own, request, at.route)
  const recorded = situation === null ? undefined : answers[situation]
  if (!recorded) {
    const elsewhere = (at.host === 'api' ? answers.credits : answers.media)?.headers ?? {}
    return { ...own, headers: { ...own.headers, ...corsOf(elsewhere) } }
  }
  const { status, headers, body } = recorded
  if (at.route === 'media') return recorded
  const { request_id: made } = (parseJson(String(own.body)) ?? {}) as { request_id?: string }
  return { status, headers, body: body.replaceAll(RECORDED_ID, made || at.id || RECORDED_ID) }
}

function situationOf(own: Reply, request: RecordedRequest, route: RouteName | null): Situation | null {
  if (route === null) return null
  if (request.method === 'OPTIONS') return `preflight ${route}`
  if (route === 'media') return 'media'
  if (own.status === 401) return request.headers['x-api-key'] ? 'wrong key' : 'no key'
  if (own.status === 404) return 'unknown id'
  if (route === 'submit' && own.status === 400) return 'bad size'
  if (own.status !== 200 || route === 'direct') return null
  const { status } = (parseJson(String(own.body)) ?? {}) as { status?: string }
  return route === 'status' || (route === 'result' && status !== undefined && status !== 'COMPLETED')
    ? `status ${status}`
    : route
}

const corsOf = (headers: RecordedAnswer['headers']) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('access-control-')))
