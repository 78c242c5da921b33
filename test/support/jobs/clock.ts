import type { CancelSignal, Clock } from '../../../src/segmind/http'

export const START = 1_700_000_000_000

/** Runs everything that only waits for the event loop. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A manual clock. Sleeps end when they are due; those due at the same time end in the order in which they began. */
export class ManualClock implements Clock {
  time = START
  #sleeps: { readonly at: number; readonly wake: () => void }[] = []

  now = (): number => this.time

  sleep(ms: number, signal: CancelSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const wake = () => {
        signal.removeEventListener('abort', wake)
        this.#sleeps = this.#sleeps.filter((other) => other !== sleeper)
        resolve()
      }
      const sleeper = { at: this.time + Math.max(0, ms), wake }
      this.#sleeps.push(sleeper)
      signal.addEventListener('abort', wake)
    })
  }

  deadline(ms: number, parent: CancelSignal) {
    const limit = new AbortController()
    const timer = new AbortController()
    const abort = () => limit.abort()
    if (parent.aborted) abort()
    parent.addEventListener('abort', abort)
    void this.sleep(ms, timer.signal).then(() => timer.signal.aborted || abort())
    return {
      signal: limit.signal,
      release() {
        parent.removeEventListener('abort', abort)
        timer.abort()
      },
    }
  }

  /** Runs until nothing sleeps, or until this time. */
  async run(until = Number.POSITIVE_INFINITY): Promise<void> {
    for (;;) {
      await settle()
      this.#sleeps.sort((a, b) => a.at - b.at)
      const next = this.#sleeps[0]
      if (!next || next.at > until) break
      this.time = Math.max(this.time, next.at)
      next.wake()
    }
    if (Number.isFinite(until)) this.time = Math.max(this.time, until)
  }

  /** Advances the time, in ms. */
  advance = (ms: number): Promise<void> => this.run(this.time + ms)
}
