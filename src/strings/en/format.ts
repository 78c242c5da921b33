import { createFormat } from '../format'

/** Formats numbers, money, sizes, dates, and lists in American English. */
export const { and, dateTime, dataSize, day, integer, kilobytes, megabytes, money, percent, plural } =
  createFormat('en-US')

/** Appends the price in US dollars to a button's label, unless it is free (0) or unknown (null). */
export const priced = (action: string, price: number | null) =>
  price ? `${action} · ${money(price)}` : action

/** Formats seconds as m:ss. */
export const elapsed = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
