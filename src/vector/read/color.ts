import { formatHex, parseHex, parseNamed, parseRgbLegacy } from 'culori/fn'
import type { Hex } from '../../colors/hex'
import { readColorFunction } from './color-function'

export interface ReadColor {
  readonly color: Hex
  /** 0 to 1. */
  readonly opacity: number
  /** The same in CSS where sRGB cannot say it exactly. */
  readonly exact?: string
}

type Parsed = ReturnType<typeof parseHex>

// Its typings ask for a color's name; it answers any other text with undefined.
const parseName: (text: string) => Parsed = parseNamed as (text: string) => Parsed

export const BLACK: ReadColor = { color: '#000000', opacity: 1 }

/** What most files write: three whole numbers. */
const PLAIN_RGB = /^rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\)$/

/** No name and no hex is longer. */
const LONGEST_WORD = 32

/**
 * Reads a color as a browser does for a picture on a light screen, in any notation of CSS; what lies outside of sRGB is
 * clipped to it. `current` is what `currentColor` is. Null for what names no color: `none`, `url(…)`, a syntax error.
 */
export function readColor(text: string, current: ReadColor = BLACK): ReadColor | null {
  const trimmed = text.trim().toLowerCase()
  if (trimmed === 'currentcolor') return current
  if (trimmed === 'transparent') return { color: '#000000', opacity: 0 }
  const parsed = parseWord(trimmed)
  if (!parsed) return trimmed.includes('(') || trimmed.length > 2 ? readColorFunction(trimmed, current) : null
  const color = formatHex(parsed)
  return /^#[\da-f]{6}$/.test(color) ? { color, opacity: clamp01(parsed.alpha ?? 1) } : null
}

/** Whether a value means another color where `color` is another. */
export const hasCurrentColor = (text: string): boolean => /\bcurrentcolor\b/i.test(text)

function parseWord(text: string): Parsed {
  if (text.length > LONGEST_WORD) return undefined
  // culori takes hex without the #, too.
  if (text.startsWith('#')) return parseHex(text)
  return PLAIN_RGB.test(text) ? parseRgbLegacy(text) : parseName(text)
}

/** Reads a number or a percentage as 0 to 1; `fallback` where it is absent or a syntax error. */
export function readFraction(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback
  const trimmed = text.trim()
  const value = trimmed.endsWith('%') ? Number(trimmed.slice(0, -1)) / 100 : Number(trimmed)
  return trimmed !== '' && trimmed !== '%' && Number.isFinite(value) ? clamp01(value) : fallback
}

const clamp01 = (value: number) => Math.min(1, Math.max(0, value))
