/**
 * Reads `x-rate-limit-reset-at-utc` as ms since 1970. Its format is not documented (the header itself is known from a third
 * party): seconds or milliseconds since 1970, seconds from now, and dates are accepted. Null for anything else,
 * and where CORS hides the header.
 */
export function readResetTime(text: string | null, now: number): number | null {
  const trimmed = text?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(trimmed)) {
    const value = Number(trimmed)
    if (!Number.isFinite(value)) return null
    if (value >= 1e12) return value
    return value >= 1e9 ? value * 1000 : now + value * 1000
  }
  // A date without a zone is UTC, by the header's name; `Date.parse` would take it for local time, and other texts for dates.
  const iso = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(trimmed)
  if (iso) return timeOf(`${iso[1]}T${iso[2]}${iso[3] ?? 'Z'}`)
  if (!/^[A-Za-z]{3},? .*\d\d:\d\d/.test(trimmed)) return null
  return timeOf(/(?:GMT|UTC|[+-]\d{4})$/.test(trimmed) ? trimmed : `${trimmed} GMT`)
}

function timeOf(text: string): number | null {
  const time = Date.parse(text)
  return Number.isFinite(time) ? time : null
}
