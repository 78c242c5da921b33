/** A length as written: px, or per cent of something that only the place of use knows. */
export interface Length {
  readonly value: number
  readonly percent: boolean
}

/** The nearest svg or symbol in its own units: what percentages are of. */
export interface ViewSize {
  readonly width: number
  readonly height: number
}

/** Absolute units of CSS in px, at CSS's 96 px an inch. */
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

/** No length is longer: what is, is a syntax error or an attack. */
const LONGEST = 64

/** Reads a length. Undefined for a syntax error and for units that depend on a font or on the picture's size. */
export function readLength(text: string | undefined): Length | undefined {
  if (text === undefined || text.length > LONGEST) return undefined
  const match = /^([-+]?[\d.]+(?:e[-+]?\d+)?)(%|[a-z]*)$/i.exec(text.trim())
  const unit = (match?.[2] ?? '').toLowerCase()
  const percent = unit === '%'
  const value = Number(match?.[1]) * (percent ? 1 : (UNITS[unit] ?? Number.NaN))
  return Number.isFinite(value) ? { value, percent } : undefined
}

/** A length in px, `base` being what 100 % is. */
export const inPx = ({ value, percent }: Length, base: number): number =>
  percent ? (value / 100) * base : value

/** Reads a length in px; `fallback` where it is absent or a syntax error. */
export function readPx(text: string | undefined, base: number, fallback: number): number {
  const length = readLength(text)
  return length ? inPx(length, base) : fallback
}

/** What percentages are of where they are neither across nor down: radii, widths of lines. */
export const diagonal = ({ width, height }: ViewSize): number => Math.hypot(width, height) / Math.SQRT2
