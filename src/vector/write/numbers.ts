import type { Matrix } from '../matrix'

/** Numbers are rounded to hundredths of a px, which is invisible even at several times the drawn size. */
const PRECISION = 100

/** Plain decimals: an exponent would be valid SVG, but is not known to be imported by Figma. */
export function number(value: number): string {
  const rounded = Math.round(value * PRECISION) / PRECISION
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

export const fraction = (value: number): string => String(Math.round(value * 10_000) / 10_000)

/** Formats with six decimals, for matrices and content under a matrix, where hundredths are too coarse. */
export const precise = (value: number): string =>
  Math.abs(value) < 1e-6 ? '0' : String(Number(value.toFixed(6)))

export const matrixText = ({ a, b, c, d, e, f }: Matrix): string =>
  `matrix(${[a, b, c, d, e, f].map(precise).join(' ')})`

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
