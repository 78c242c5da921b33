/** The part of `AbortSignal` that is needed here: the pure rooms see no DOM types. */
export interface CancelSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: CancelSignal
  readonly mode?: 'cors' | 'no-cors'
  readonly credentials: 'omit'
  readonly cache: 'no-store'
  readonly redirect: 'error' | 'follow'
  readonly referrerPolicy: 'no-referrer'
}

export interface HttpResponse {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  text(): Promise<string>
}

/** The part of the Fetch standard that is needed here. */
export type Fetch = (url: string, init: HttpRequest) => Promise<HttpResponse>

/** Time and cancelling, so that tests can own both. Times in ms. */
export interface Clock {
  now(): number
  /** Resolves after `ms`, or at once when the signal is aborted. Never rejects. */
  sleep(ms: number, signal: CancelSignal): Promise<void>
  /** A signal that aborts with `parent` or after `ms`; `release` forgets the timer. */
  deadline(ms: number, parent: CancelSignal): { readonly signal: CancelSignal; release(): void }
}

/** An answer that arrived whole, or the way in which none did. */
export type Exchange =
  | {
      readonly type: 'answer'
      readonly status: number
      readonly header: (name: string) => string | null
      readonly body: string
    }
  | { readonly type: 'cancelled' | 'timeout' | 'offline' | 'blocked-by-cors' | 'broken-off' }

export interface Call {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: CancelSignal
  /** How long the whole exchange may take, in ms. */
  readonly timeout: number
}

const plain = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const

/**
 * One HTTP exchange as a value; never rejects.
 * A redirect is an error, not followed: `x-api-key` would travel along to wherever it points.
 */
export async function exchange(fetch: Fetch, clock: Clock, call: Call): Promise<Exchange> {
  const { method, url, headers, body, signal: parent, timeout } = call
  const { signal, release } = clock.deadline(timeout, parent)
  const stopped = () => ({ type: parent.aborted ? 'cancelled' : 'timeout' }) as const
  try {
    let response: HttpResponse
    try {
      response = await fetch(url, {
        method,
        ...(headers && { headers }),
        ...(body !== undefined && { body }),
        signal,
        redirect: 'error',
        ...plain,
      })
    } catch {
      if (signal.aborted) return stopped()
      return { type: await whyUnreachable(fetch, url, signal) }
    }
    try {
      const text = await response.text()
      return {
        type: 'answer',
        status: response.status,
        header: (name) => response.headers.get(name),
        body: text,
      }
    } catch {
      return signal.aborted ? stopped() : { type: 'broken-off' }
    }
  } finally {
    release()
  }
}

/**
 * A blocked answer and a missing network throw the same TypeError. An opaque request to the same host tells them apart:
 * it succeeds where only the CORS headers are missing. It carries neither key nor body.
 */
async function whyUnreachable(
  fetch: Fetch,
  url: string,
  signal: CancelSignal,
): Promise<'offline' | 'blocked-by-cors'> {
  try {
    // A fixed path of the host, so that no job is touched and nothing of the request repeats.
    // (The Fetch standard allows `no-cors` only with redirects followed.)
    const origin = /^[a-z]+:\/\/[^/]+/i.exec(url)?.[0] ?? url
    await fetch(`${origin}/`, { method: 'GET', mode: 'no-cors', signal, redirect: 'follow', ...plain })
    return 'blocked-by-cors'
  } catch {
    return 'offline'
  }
}
