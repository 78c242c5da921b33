import { createFormat } from '../format'

/** How American English writes numbers, money, sizes, dates and lists. */
export const { and, dateTime, dataSize, day, integer, kilobytes, megabytes, money, percent, plural } =
  createFormat('en-US')

/** Whole seconds as m:ss. */
export const elapsed = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
