/** A length in px, or a percentage of a value that depends on where it is used. */
export interface Length {
  readonly value: number
  readonly percent: boolean
}

/** The size of the nearest svg or symbol in its own units, to which percentages refer. */
export interface ViewSize {
  readonly width: number
  readonly height: number
}

/** Absolute CSS units in px, at 96 px per inch. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  q: 96 / 101.6,
}

/** Maximum length of the text: anything longer is a syntax error or an attack. */
const MAX_TEXT_LENGTH = 64

/** Reads a length. Undefined for a syntax error and for units that depend on a font or the picture's size. */
export function readLength(text: string | undefined): Length | undefined {
  if (text === undefined || text.length > MAX_TEXT_LENGTH) return undefined
  const match = /^([-+]?[\d.]+(?:e[-+]?\d+)?)(%|[a-z]*)$/i.exec(text.trim())
  const unit = (match?.[2] ?? '').toLowerCase()
  const percent = unit === '%'
  const value = Number(match?.[1]) * (percent ? 1 : (UNITS[unit] ?? Number.NaN))
  return Number.isFinite(value) ? { value, percent } : undefined
}

/** Converts a length to px; `base` is 100 %. */
export const inPx = ({ value, percent }: Length, base: number): number =>
  percent ? (value / 100) * base : value

/** Reads a length in px; `fallback` if it is absent or a syntax error. */
export function readPx(text: string | undefined, base: number, fallback: number): number {
  const length = readLength(text)
  return length ? inPx(length, base) : fallback
}

/** Returns the base of percentages that are neither horizontal nor vertical: radii and stroke widths. */
export const diagonal = ({ width, height }: ViewSize): number => Math.hypot(width, height) / Math.SQRT2
