/** The endpoints, by their names in fault rules and recorded requests. `submit` is v2's, `direct` is v1's. */
export type RouteName = 'submit' | 'direct' | 'status' | 'result' | 'credits' | 'media'

/** A received request, recorded for tests and debugging. */
export interface RecordedRequest {
  readonly method: string
  /** The Host header, without the port. */
  readonly host: string
  /** Path and query as received. */
  readonly path: string
  /** The endpoint; null for a preflight, an unknown path, or a wrong method. */
  readonly route: RouteName | null
  /** Header names in lowercase. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The body parsed as JSON; undefined if that fails. */
  readonly json: unknown
  /** When the whole request was received, in ms of the stand-in's clock. */
  readonly time: number
  /** Whether a media request contained `x-api-key`, which a client must never send. */
  readonly keySentToMedia: boolean
  /** The status of the response; null until then, or if the connection was closed without one. */
  status: number | null
}

/** Parses any body as JSON; undefined if it is invalid. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
