const MINUTE_MS = 60_000

/** What a request may do under the limit. */
type Admission =
  | { readonly admitted: true }
  /** `resetAt` in milliseconds by the stand-in's clock. */
  | { readonly admitted: false; readonly resetAt: number }

/**
 * Counts requests per key in windows of a minute that start with the first request.
 *
 * Whether polls count at the live service is unknown, so here every API request does; media do not.
 */
export class RateLimit {
  readonly #perMinute: number
  readonly #now: () => number
  readonly #windows = new Map<string, { readonly start: number; used: number }>()

  constructor(perMinute: number, now: () => number) {
    this.#perMinute = perMinute
    this.#now = now
  }

  /** Counts one request of this key. Refused requests are not counted. */
  admit(key: string): Admission {
    const now = this.#now()
    let window = this.#windows.get(key)
    if (window === undefined || now >= window.start + MINUTE_MS) {
      window = { start: now, used: 0 }
      this.#windows.set(key, window)
    }
    if (window.used >= this.#perMinute) return { admitted: false, resetAt: window.start + MINUTE_MS }
    window.used += 1
    return { admitted: true }
  }
}
