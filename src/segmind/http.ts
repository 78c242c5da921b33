/** The part of `AbortSignal` that is needed here: this code has no access to DOM types. */
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

/** Time and timers, so that tests can control them. Times in ms. */
export interface Clock {
  now(): number
  /** Resolves after `ms`, or at once when the signal is aborted. Never rejects. */
  sleep(ms: number, signal: CancelSignal): Promise<void>
  /** A signal that aborts with `parent` or after `ms`; `release` cancels the timer. */
  deadline(ms: number, parent: CancelSignal): { readonly signal: CancelSignal; release(): void }
}

/** A complete answer, or why there is none. */
export type Exchange =
  | {
      readonly type: 'answer'
      readonly status: number
      readonly header: (name: string) => string | null
      readonly body: string
    }
  | {
      readonly type:
        | 'cancelled'
        | 'timeout'
        | 'offline'
        | 'connection-lost'
        | 'blocked-by-cors'
        | 'broken-off'
    }

export interface Call {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: CancelSignal
  /** How long the whole exchange may take, in ms. */
  readonly timeout: number
  /** A harmless GET under the same CORS rules. If its answer can be read, the connection was lost; otherwise CORS blocks it. */
  readonly probe?: { readonly url: string; readonly headers: Readonly<Record<string, string>> }
}

const plain = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const

/**
 * One HTTP exchange as a value; never rejects.
 * A redirect is an error, not followed: `x-api-key` would be sent to wherever it points.
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
      return { type: await whyUnreachable(fetch, call, signal) }
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
 * A blocked answer, a lost connection and a missing network all throw the same TypeError. An opaque request to the host
 * succeeds wherever there is a network; the probe's answer can be read only where CORS lets it through.
 */
async function whyUnreachable(
  fetch: Fetch,
  { url, probe }: Call,
  signal: CancelSignal,
): Promise<'offline' | 'connection-lost' | 'blocked-by-cors'> {
  const arrives = (target: string, rest: Pick<HttpRequest, 'mode' | 'redirect' | 'headers'>) =>
    fetch(target, { method: 'GET', signal, ...plain, ...rest }).then(
      () => true,
      () => false,
    )
  // A fixed path of the host, so that no job is affected, and neither the key nor the body is sent.
  // (The Fetch standard allows `no-cors` only with redirects followed.)
  const origin = /^[a-z]+:\/\/[^/]+/i.exec(url)?.[0] ?? url
  if (!(await arrives(`${origin}/`, { mode: 'no-cors', redirect: 'follow' }))) return 'offline'
  if (probe && (await arrives(probe.url, { headers: probe.headers, redirect: 'error' })))
    return 'connection-lost'
  return 'blocked-by-cors'
}
