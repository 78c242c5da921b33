import { type Color, formatHex, parseHex, parseNamed, parseRgbLegacy } from 'culori/fn'
import type { Hex } from '../drawing'

// Its typings ask for a colour's name; it answers any other text with undefined.
const parseName: (text: string) => Color | undefined = parseNamed as (text: string) => Color | undefined

/** Reads a colour as SVG 1.1 writes them: hex, `rgb()`, a name. `opacity` is 0 to 1. Null for what names no colour: `none`, `url(…)`, `currentColor`, a slip. */
export function readColour(text: string): { readonly colour: Hex; readonly opacity: number } | null {
  const trimmed = text.trim().toLowerCase()
  if (trimmed === 'transparent') return { colour: '#000000', opacity: 0 }
  const parsed = parseHex(trimmed) ?? parseName(trimmed) ?? parseRgbLegacy(trimmed)
  const colour = parsed && formatHex(parsed)
  if (!parsed || !colour || !/^#[\da-f]{6}$/.test(colour)) return null
  return { colour, opacity: clamp01(parsed.alpha ?? 1) }
}

/** Reads a number or a percentage as 0 to 1; `fallback` where it is absent or a slip. */
export function readFraction(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback
  const percent = /^\s*([-+\d.e]+)\s*%\s*$/i.exec(text)
  const value = percent ? Number(percent[1]) / 100 : Number(text)
  return text.trim() !== '' && Number.isFinite(value) ? clamp01(value) : fallback
}

const clamp01 = (value: number) => Math.min(1, Math.max(0, value))
