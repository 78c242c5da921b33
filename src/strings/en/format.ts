/** How numbers, money and sizes are written. */

/** A formatter that is made when it is first needed: each takes some ms, and a panel that opens needs few of them. */
function lazily(make: () => { format(value: number): string }) {
  let made: ReturnType<typeof make> | undefined
  return {
    format(value: number): string {
      made ??= make()
      return made.format(value)
    },
  }
}

const numbers = (options?: Intl.NumberFormatOptions) => lazily(() => new Intl.NumberFormat('en-US', options))

export const money = numbers({ style: 'currency', currency: 'USD' })
export const integer = numbers()
export const percent = numbers({ style: 'percent', maximumFractionDigits: 1 })
export const megabytes = numbers({ style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
export const kilobytes = numbers({ style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })

/** `340 kB`, `1.2 MB`. */
export const dataSize = (bytes: number) =>
  bytes < 100_000 ? kilobytes.format(Math.ceil(bytes / 1000)) : megabytes.format(bytes / 1e6)

/** Day and time, as in `Nov 22, 2026, 5:05 PM`. */
export const moment = lazily(
  () => new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' }),
)

/** `a, b, or c`. */
export const anyOf = (parts: readonly string[]) =>
  new Intl.ListFormat('en-US', { type: 'disjunction' }).format(parts)

/** `1 layer`, `96 layers`. */
export const count = (number: number, noun: string) =>
  `${integer.format(number)} ${noun}${number === 1 ? '' : 's'}`

/** Whole seconds as m:ss. */
export const elapsed = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
