import { createFormat } from '../format'

/** How American English writes numbers, money, sizes, dates and lists. */
export const { and, dateTime, dataSize, day, integer, kilobytes, megabytes, money, percent, plural } =
  createFormat('en-US')

/** What a button does, and what that costs in US dollars: nothing is added where it is free (0) or not known (null). */
export const priced = (action: string, price: number | null) =>
  price ? `${action} · ${money(price)}` : action

/** Whole seconds as m:ss. */
export const elapsed = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
