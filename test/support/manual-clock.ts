import type { CancelSignal, Clock } from '../../src/segmind/http'

/** A clock that only advances during sleeps: each sleep is over immediately and advances the time. */
export function manualClock(start = 1_000_000): Clock & { time: number } {
  const clock = {
    time: start,
    now: () => clock.time,
    async sleep(ms: number, signal: CancelSignal) {
      if (!signal.aborted) clock.time += ms
    },
    deadline: (_ms: number, parent: CancelSignal) => ({ signal: parent, release: () => undefined }),
  }
  return clock
}

/** A signal that is never aborted. */
export const never: CancelSignal = new AbortController().signal
