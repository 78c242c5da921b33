import {
  type Color,
  convertHslToRgb,
  formatHex,
  parseHex,
  parseHslLegacy,
  parseNamed,
  parseRgbLegacy,
} from 'culori/fn'
import type { Hex } from '../drawing'

export interface Colour {
  readonly colour: Hex
  /** 0 to 1. */
  readonly opacity: number
}

// Its typings ask for a colour's name; it answers any other text with undefined.
const parseName: (text: string) => Color | undefined = parseNamed as (text: string) => Color | undefined

/** No colour is longer; culori's patterns take their time over long runs of digits. */
const LONGEST = 64

/**
 * Reads a colour: hex, `rgb()`, `hsl()` with commas or spaces, a name. Null for what names no colour: `none`, `url(…)`,
 * `currentColor`, other colour spaces, a slip.
 */
export function readColour(text: string): Colour | null {
  const trimmed = text.trim().toLowerCase()
  if (trimmed.length > LONGEST) return null
  if (trimmed === 'transparent') return { colour: '#000000', opacity: 0 }
  const parsed = parse(trimmed)
  const colour = parsed && formatHex(parsed)
  if (!parsed || !colour || !/^#[\da-f]{6}$/.test(colour)) return null
  return { colour, opacity: clamp01(parsed.alpha ?? 1) }
}

function parse(text: string): Color | undefined {
  // culori takes hex without the #, too.
  if (text.startsWith('#')) return parseHex(text)
  if (text.startsWith('rgb')) return parseRgbLegacy(withCommas(text))
  if (!text.startsWith('hsl')) return parseName(text)
  const hsl = parseHslLegacy(withCommas(text))
  return hsl && convertHslToRgb(hsl)
}

/** `rgb(1 2 3 / 50%)` of CSS Color 4 as `rgb(1,2,3,50%)`. */
const withCommas = (text: string): string =>
  text.includes(',')
    ? text
    : text.replace(
        /\(\s*([^\s/]+)\s+([^\s/]+)\s+([^\s/]+)\s*(?:\/\s*([^\s/]+)\s*)?\)$/,
        (_all, a, b, c, alpha) => `(${[a, b, c, alpha].filter(Boolean).join(',')})`,
      )

/** Reads a number or a percentage as 0 to 1; `fallback` where it is absent or a slip. */
export function readFraction(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback
  const trimmed = text.trim()
  const value = trimmed.endsWith('%') ? Number(trimmed.slice(0, -1)) / 100 : Number(trimmed)
  return trimmed !== '' && trimmed !== '%' && Number.isFinite(value) ? clamp01(value) : fallback
}

const clamp01 = (value: number) => Math.min(1, Math.max(0, value))
