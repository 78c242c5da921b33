import type { SolidPaint } from '../drawing'
import { hasCurrentColor, readColor } from './color'

/** A fill or stroke value, parsed but not yet resolved for a shape. */
export type PaintText =
  | { readonly kind: 'none' }
  | { readonly kind: 'solid'; readonly paint: SolidPaint; readonly opacity: number }
  /** A color in which `currentColor` occurs. */
  | { readonly kind: 'current'; readonly text: string }
  /** The paint of the element that draws this one by `use` or as a marker. */
  | { readonly kind: 'context'; readonly of: 'fill' | 'stroke' }
  /** A reference to another document. */
  | { readonly kind: 'external'; readonly fallback: PaintText | null }
  | { readonly kind: 'reference'; readonly id: string; readonly fallback: PaintText | null }

export const NO_PAINT: PaintText = { kind: 'none' }

/** Parses the value of `fill` or `stroke`; undefined for a syntax error. */
export function readPaint(text: string): PaintText | undefined {
  const trimmed = text.trim()
  const word = trimmed.slice(0, 16).toLowerCase()
  if (word === 'none') return NO_PAINT
  if (word === 'context-fill') return { kind: 'context', of: 'fill' }
  if (word === 'context-stroke') return { kind: 'context', of: 'stroke' }
  if (!word.startsWith('url(')) return readSolid(trimmed)
  const id = referenceOf(trimmed)
  const rest = trimmed.slice(trimmed.indexOf(')') + 1).trim()
  // A fallback is a color or `none`, so there is no further nesting.
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

/** Returns the id that `url(#id)`, with or without quotes, refers to. Null for an external URL or anything else. */
export function referenceOf(text: string): string | null {
  const inner = /^\s*url\(([^)]*)\)/i.exec(text)?.[1]?.trim() ?? ''
  const bare = /^(['"]).*\1$/.test(inner) ? inner.slice(1, -1) : inner
  return bare.length > 1 && bare.startsWith('#') ? bare.slice(1) : null
}
