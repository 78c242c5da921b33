import * as z from 'zod/mini'

/** Kinds of values that messages are made of, each a single check. */

export const string = z.custom<string>((value) => typeof value === 'string')
/** Neither NaN nor infinite. */
export const number = z.custom<number>((value) => Number.isFinite(value))
export const flag = z.custom<boolean>((value) => typeof value === 'boolean')
export const anything = z.custom<unknown>()

/** One of these. */
export const oneOf = <const T extends string | number>(values: readonly T[]) =>
  z.custom<T>((value) => values.includes(value as T))

/** A text of so many characters. */
export const text = (most: number, least = 0) =>
  z.custom<string>((value) => typeof value === 'string' && value.length >= least && value.length <= most)

/** A text of this form. */
export const pattern = (form: RegExp) =>
  z.custom<string>((value) => typeof value === 'string' && form.test(value))

/** A number in these bounds. */
export const range = (least: number, most: number) =>
  z.custom<number>((value) => typeof value === 'number' && value >= least && value <= most)

/** A whole number in these bounds. */
export const whole = (least: number, most = Number.MAX_SAFE_INTEGER) =>
  z.custom<number>((value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most)

/** A list of so many. */
export const few = <T extends z.ZodMiniType>(of: T, least: number, most: number) =>
  z.array(of).check(z.refine((list) => list.length >= least && list.length <= most))

/** A length in px. */
export const length = z.custom<number>((value) => Number.isFinite(value) && Number(value) > 0)

/**
 * What a picture was asked for, as it is kept on layers: bounded text, whatever models, styles and sizes the running version
 * offers. The journal has the same bounds (jobs/entries.ts).
 */
export const keptPrompt = text(10_000)
export const keptChoice = text(64)
