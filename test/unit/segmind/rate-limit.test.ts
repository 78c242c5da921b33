import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { readResetTime } from '../../../src/segmind/rate-limit'

/** 2026-01-15, 10:00 UTC. */
const NOW = Date.UTC(2026, 0, 15, 10)
const AT = Date.UTC(2026, 0, 15, 10, 0, 42)

/** Time zones, and how many minutes UTC is ahead of each in January. */
const ZONES = { UTC: 0, 'America/Los_Angeles': 480, 'Asia/Kolkata': -330, 'Pacific/Auckland': -780 } as const
const zone = process.env.TZ

afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

/** Sets another time zone until the test ends. */
function moveTo(name: keyof typeof ZONES): void {
  process.env.TZ = name
  expect(new Date(NOW).getTimezoneOffset()).toBe(ZONES[name])
}

describe('the time at which a limit resets', () => {
  it.each([
    ['seconds since 1970', `${AT / 1000}`],
    ['milliseconds since 1970', `${AT}`],
    ['seconds from now', '42'],
    ['an ISO date in UTC', '2026-01-15T10:00:42Z'],
    ['an ISO date with an offset', '2026-01-15T12:00:42+02:00'],
    ['an ISO date without a zone', '2026-01-15T10:00:42'],
    ['an ISO date without a zone, as Python prints it', '2026-01-15 10:00:42'],
    ['an HTTP date', 'Thu, 15 Jan 2026 10:00:42 GMT'],
  ])('is read from %s, in any time zone', (_form, text) => {
    for (const name of Object.keys(ZONES) as (keyof typeof ZONES)[]) {
      moveTo(name)
      expect(readResetTime(text, NOW)).toBe(AT)
      expect(readResetTime(`  ${text}\t`, NOW)).toBe(AT)
    }
  })

  it('is the same in every format, for any second of this century', () => {
    moveTo('America/Los_Angeles')
    const seconds = fc.integer({ min: Date.UTC(2002, 0) / 1000, max: Date.UTC(2100, 0) / 1000 })
    fc.assert(
      fc.property(seconds, (second) => {
        const date = new Date(second * 1000)
        const iso = date.toISOString()
        for (const text of [
          `${second}`,
          `${second * 1000}`,
          iso,
          iso.replace('Z', ''),
          iso.slice(0, 19),
          iso.slice(0, 19).replace('T', ' '),
          date.toUTCString(),
        ]) {
          expect(readResetTime(text, NOW)).toBe(second * 1000)
        }
      }),
    )
  })

  it('is never NaN, whatever the header contains', () => {
    const digits = fc.stringMatching(/^\d{1,25}(\.\d{0,25})?$/)
    const nearlyDates = fc.stringMatching(
      /^\d{4}-\d\d-\d\d[ T]?\d\d:\d\d(:\d\d)?(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/,
    )
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits, nearlyDates), fc.nat(2e12), (text, now) => {
        const time = readResetTime(text, now)
        if (time !== null) expect(Number.isFinite(time)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
