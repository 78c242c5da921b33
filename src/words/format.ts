/** How numbers, money and sizes are written. */

export const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
export const integer = new Intl.NumberFormat('en-US')
export const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 })
export const megabytes = new Intl.NumberFormat('en-US', {
  style: 'unit',
  unit: 'megabyte',
  maximumFractionDigits: 1,
})
export const kilobytes = new Intl.NumberFormat('en-US', {
  style: 'unit',
  unit: 'kilobyte',
  maximumFractionDigits: 0,
})

/** Day and time, as in `Nov 22, 2026, 5:05 PM`. */
export const moment = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' })

/** `1 layer`, `96 layers`. */
export const count = (number: number, noun: string) =>
  `${integer.format(number)} ${noun}${number === 1 ? '' : 's'}`

/** Whole seconds as m:ss. */
export const elapsed = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
