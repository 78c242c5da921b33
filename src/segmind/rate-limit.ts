/**
 * Reads `x-rate-limit-reset-at-utc` as ms since 1970. Its form is not documented (the header itself is known from a third
 * party): seconds or milliseconds since 1970, a number of seconds from now, and dates are taken. Null for anything else,
 * and where CORS hides the header.
 */
export function readResetTime(text: string | null, now: number): number | null {
  const trimmed = text?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(trimmed)) {
    const value = Number(trimmed)
    if (value >= 1e12) return value
    return value >= 1e9 ? value * 1000 : now + value * 1000
  }
  // A date without a zone is UTC, by the header's name; `Date.parse` would take it for local time.
  const bare = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(trimmed)
  const time = Date.parse(bare ? `${bare[1]}T${bare[2]}Z` : trimmed)
  return Number.isFinite(time) ? time : null
}
