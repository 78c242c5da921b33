const MINUTE_MS = 60_000

/** Whether a request is allowed by the limit. */
type Admission =
  | { readonly admitted: true }
  /** `resetAt`: in ms of the stand-in's clock. */
  | { readonly admitted: false; readonly resetAt: number }

/**
 * Counts requests per key in windows of a minute that start with the first request.
 * It is unknown whether polls count in the live service, so all API requests count here; media requests do not.
 */
export class RateLimit {
  readonly #perMinute: number
  readonly #now: () => number
  readonly #windows = new Map<string, { readonly start: number; used: number }>()

  constructor(perMinute: number, now: () => number) {
    this.#perMinute = perMinute
    this.#now = now
  }

  /** Counts a request of this key, unless it is refused. */
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
