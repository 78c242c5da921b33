import type { Clock } from '../segmind/http'

/** Later ones within this time are moved behind each other, in ms. A clock that was put back by more is believed. */
const CLOSE = 1000

/**
 * The time, in ms since 1970, never the same twice: what is asked for with one click has an order, and that must survive a
 * restart, when only the times are left.
 */
export function createMoments(clock: Pick<Clock, 'now'>): () => number {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const now = clock.now()
    last = now <= last && last - now < CLOSE ? last + 1 : now
    return last
  }
}
