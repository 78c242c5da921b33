const MINUTE = 60_000

/** Limits of requests per minute: per key, more than twice what Segmind's largest plan documents (50), and in total. */
export const PER_KEY = 120
export const IN_ALL = 600

/** Counts a request. Returns null if it may pass, otherwise when the minute is over, in ms since 1970. */
export type RateLimit = (key: string | null) => number | null

/**
 * Creates a limit that counts in windows of a minute. It keeps no keys, only a 32-bit hash of each for the current minute; two
 * keys with the same hash share their limit. Platforms that run several copies of the relay count in each of them.
 */
export function createRateLimit(now: () => number): RateLimit {
  let start = Number.NEGATIVE_INFINITY
  let all = 0
  const byKey = new Map<number, number>()
  return (key) => {
    if (now() >= start + MINUTE) {
      start = now()
      all = 0
      byKey.clear()
    }
    const hash = key === null ? null : hashOf(key)
    const ofKey = hash === null ? 0 : (byKey.get(hash) ?? 0)
    if (all >= IN_ALL || ofKey >= PER_KEY) return start + MINUTE
    all += 1
    if (hash !== null) byKey.set(hash, ofKey + 1)
    return null
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
