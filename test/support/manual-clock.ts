import type { CancelSignal, Clock } from '../../src/segmind/http'

/** A clock whose time passes only while something sleeps: each sleep is over at once and moves the time on. */
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

/** A signal that nobody aborts. */
export const never: CancelSignal = new AbortController().signal
