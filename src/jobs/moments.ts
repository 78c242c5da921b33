import type { Clock } from '../segmind/http'

/** Times that are this close, in ms, are kept in order. If the clock was set back by more, its new time is used. */
const CLOSE = 1000

/**
 * Returns the time in ms since 1970, never the same twice: jobs of one click have an order, which must survive a restart,
 * when only their times are left.
 */
export function createMoments(clock: Pick<Clock, 'now'>): () => number {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const now = clock.now()
    last = now <= last && last - now < CLOSE ? last + 1 : now
    return last
  }
}
