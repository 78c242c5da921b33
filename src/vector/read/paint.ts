import type { SolidPaint } from '../drawing'
import { hasCurrentColor, readColor } from './color'

/** A fill or a stroke as it is written, before it is known which shape it paints. */
export type PaintText =
  | { readonly kind: 'none' }
  | { readonly kind: 'solid'; readonly paint: SolidPaint; readonly opacity: number }
  /** A color in which `currentColor` occurs. */
  | { readonly kind: 'current'; readonly text: string }
  /** Of another document. */
  | { readonly kind: 'external'; readonly fallback: PaintText | null }
  | { readonly kind: 'reference'; readonly id: string; readonly fallback: PaintText | null }

export const NO_PAINT: PaintText = { kind: 'none' }

/** Reads the value of `fill` or `stroke`; undefined for a syntax error. */
export function readPaint(text: string): PaintText | undefined {
  const trimmed = text.trim()
  const word = trimmed.slice(0, 16).toLowerCase()
  // Only what a marker or a `use` draws has a context.
  if (word === 'none' || word === 'context-fill' || word === 'context-stroke') return NO_PAINT
  if (!word.startsWith('url(')) return readSolid(trimmed)
  const id = referenceOf(trimmed)
  const rest = trimmed.slice(trimmed.indexOf(')') + 1).trim()
  // A fallback is a color or none, so this goes one level deep.
  const fallback = rest === '' ? null : rest.toLowerCase() === 'none' ? NO_PAINT : readSolid(rest)
  if (fallback === undefined) return undefined
  return id === null ? { kind: 'external', fallback } : { kind: 'reference', id, fallback }
}

function readSolid(text: string): PaintText | undefined {
  const solid = readColor(text)
  if (!solid) return undefined
  if (hasCurrentColor(text)) return { kind: 'current', text }
  return { kind: 'solid', paint: { type: 'solid', color: solid.color }, opacity: solid.opacity }
}

/** The id that `url(#id)`, in quotes or not, refers to. Null for an address and everything else. */
export function referenceOf(text: string): string | null {
  const inner = /^\s*url\(([^)]*)\)/i.exec(text)?.[1]?.trim() ?? ''
  const bare = /^(['"]).*\1$/.test(inner) ? inner.slice(1, -1) : inner
  return bare.length > 1 && bare.startsWith('#') ? bare.slice(1) : null
}
