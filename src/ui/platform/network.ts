import type { Clock, Fetch } from '../../segmind/http'

/** The browser's fetch, for modules that are compiled without DOM types. */
export const browserFetch: Fetch = (url, init) => fetch(url, init as RequestInit)

/** Wall-clock time, which continues while the computer sleeps or timers are throttled. */
export const browserClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const done = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal.addEventListener('abort', done)
    }),
  deadline(ms, parent) {
    const controller = new AbortController()
    const abort = () => controller.abort()
    if (parent.aborted) abort()
    parent.addEventListener('abort', abort)
    const timer = setTimeout(abort, ms)
    return {
      signal: controller.signal,
      release() {
        clearTimeout(timer)
        parent.removeEventListener('abort', abort)
      },
    }
  },
}
