/** The endpoints, by the names that fault rules and recorded requests use. `submit` is v2, `direct` the one of v1. */
export type RouteName = 'submit' | 'direct' | 'status' | 'result' | 'credits' | 'media'

/** One request as it arrived, kept for tests and for looking at. */
export interface RecordedRequest {
  readonly method: string
  /** The Host header, without the port. */
  readonly host: string
  /** Path and query as sent. */
  readonly path: string
  /** The endpoint that it reached, or null for a preflight, an unknown path or a wrong method. */
  readonly route: RouteName | null
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The body parsed as JSON; undefined where there is none or it is not JSON. */
  readonly json: unknown
  /** Milliseconds, by the stand-in's clock, when the whole request had arrived. */
  readonly time: number
  /** True where a media request carried `x-api-key`, which a client must never do. */
  readonly keySentToMedia: boolean
  /** The status answered; null as long as nothing was, so for ever after a dropped connection. */
  status: number | null
}

/** Parses a body that may be anything; undefined where it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
