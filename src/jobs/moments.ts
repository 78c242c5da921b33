import type { Clock } from '../segmind/http'

/** Times this close, in ms, are kept in order. If the clock was set back by more, its new time is used. */
const CLOSE = 1000

/**
 * Returns the time in ms since 1970, never the same twice: the jobs of one click are in order, and after a restart only their times tell
 * it.
 */
export function createMoments(clock: Pick<Clock, 'now'>): () => number {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const now = clock.now()
    last = now <= last && last - now < CLOSE ? last + 1 : now
    return last
  }
}
