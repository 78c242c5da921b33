import { readLength } from './lengths'
import { inAbsoluteUnits, type Units, withoutRelative } from './relative'

/** The default font size of browsers, in px. */
export const DEFAULT_FONT_SIZE = 16

/** Font sizes by keyword, in px. */
const SIZES: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: DEFAULT_FONT_SIZE,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  'xxx-large': 48,
}

/** Relative keywords, as factors of the parent's size. */
const STEPS: Readonly<Record<string, number>> = { larger: 1.2, smaller: 1 / 1.2 }

/** Maximum font size in px, as in browsers. */
const MAX_SIZE = 10_000

/** Reads a `font-size` in px; `units` are the parent's. Undefined for a syntax error. */
export function readFontSize(text: string, units: Units): number | undefined {
  const word = text.trim().toLowerCase()
  const step = STEPS[word]
  const length = readLength(inAbsoluteUnits(word, units))
  const size =
    SIZES[word] ??
    (step && step * units.em) ??
    (length && (length.percent ? (length.value / 100) * units.em : length.value))
  return size !== undefined && size >= 0 ? Math.min(size, MAX_SIZE) : undefined
}

/** Whether a text is a valid `font-size`. */
export const isFontSize = (text: string): boolean => {
  const word = text.trim().toLowerCase()
  const length = readLength(withoutRelative(word))
  return word in SIZES || word in STEPS || (length !== undefined && length.value >= 0)
}

/** Reads the size and family from a `font` shorthand; null if it has none, as in `caption`. */
export function readFont(text: string): { readonly size: string; readonly family: string } | null {
  const words = text.trim().split(/\s+/)
  const at = words.findIndex((word) => isFontSize(word.split('/')[0] ?? '') && !/^[\d.]+$/.test(word))
  const size = words[at]?.split('/')[0]
  return size ? { size, family: words.slice(at + 1).join(' ') } : null
}

/** Whether a `font-family` asks for a monospace font. */
export const isMonospace = (family: string): boolean =>
  /\b(?:mono(?:space)?|courier|consolas)\b/i.test(family)
