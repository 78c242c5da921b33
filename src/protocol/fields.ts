import * as z from 'zod/mini'

/** Schemas for the fields of messages, each a single check. */

export const string = z.custom<string>((value) => typeof value === 'string')
/** Neither NaN nor infinite. */
export const number = z.custom<number>((value) => Number.isFinite(value))
export const boolean = z.custom<boolean>((value) => typeof value === 'boolean')
export const anyValue = z.custom<unknown>()

/** One of the given values. */
export const oneOf = <const T extends string | number>(values: readonly T[]) =>
  z.custom<T>((value) => values.includes(value as T))

/** A text with `least` to `most` characters. */
export const text = (most: number, least = 0) =>
  z.custom<string>((value) => typeof value === 'string' && value.length >= least && value.length <= most)

/** A text that matches a regular expression. */
export const pattern = (form: RegExp) =>
  z.custom<string>((value) => typeof value === 'string' && form.test(value))

/** A number from `least` to `most`. */
export const range = (least: number, most: number) =>
  z.custom<number>((value) => typeof value === 'number' && value >= least && value <= most)

/** An integer from `least` to `most`. */
export const integer = (least: number, most = Number.MAX_SAFE_INTEGER) =>
  z.custom<number>((value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most)

/** A list with a minimum and maximum length. */
export const list = <T extends z.ZodMiniType>(of: T, least: number, most: number) =>
  z.array(of).check(z.refine((list) => list.length >= least && list.length <= most))

/** A positive length in px. */
export const length = z.custom<number>((value) => Number.isFinite(value) && Number(value) > 0)

/**
 * The parameters of a picture as stored on layers: text of limited length, because other versions may offer other models, styles
 * and sizes. The journal has the same limits (jobs/entries.ts).
 */
export const storedPrompt = text(10_000)
export const storedChoice = text(64)
