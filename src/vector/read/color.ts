import { formatHex, parseHex, parseNamed, parseRgbLegacy } from 'culori/fn'
import type { Hex } from '../../colors/hex'
import { readColorFunction } from './color-function'

export interface ReadColor {
  readonly color: Hex
  /** 0 to 1. */
  readonly opacity: number
  /** The exact color in CSS notation, if `color` is only an approximation. */
  readonly exact?: string
}

type Parsed = ReturnType<typeof parseHex>

// The typings only allow color names, but the function returns undefined for any other text.
const parseName: (text: string) => Parsed = parseNamed as (text: string) => Parsed

export const BLACK: ReadColor = { color: '#000000', opacity: 1 }

/** The most common notation: three whole numbers. */
const PLAIN_RGB = /^rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\)$/

/** Maximum length of a color name or hex color. */
const MAX_WORD_LENGTH = 32

/**
 * Reads a color in any CSS notation, as a browser does in light mode; out-of-gamut colors are clipped to sRGB. `current` is
 * the value of `currentColor`. Null for anything that is not a color: `none`, `url(…)`, a syntax error.
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

/** Whether a value depends on the `color` property. */
export const hasCurrentColor = (text: string): boolean => /\bcurrentcolor\b/i.test(text)

function parseWord(text: string): Parsed {
  if (text.length > MAX_WORD_LENGTH) return undefined
  // culori also accepts hex without the #.
  if (text.startsWith('#')) return parseHex(text)
  return PLAIN_RGB.test(text) ? parseRgbLegacy(text) : parseName(text)
}

/** Reads a number or a percentage, clamped to 0 to 1; `fallback` if it is absent or a syntax error. */
export function readFraction(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback
  const trimmed = text.trim()
  const value = trimmed.endsWith('%') ? Number(trimmed.slice(0, -1)) / 100 : Number(trimmed)
  return trimmed !== '' && trimmed !== '%' && Number.isFinite(value) ? clamp01(value) : fallback
}

const clamp01 = (value: number) => Math.min(1, Math.max(0, value))
