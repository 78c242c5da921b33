import type { SolidPaint } from '../drawing'
import { readColour } from './colour'

/** A fill or a stroke as it is written, before it is known which shape it paints. */
export type PaintText =
  | { readonly kind: 'none' | 'current' | 'unknown' | 'external' }
  | { readonly kind: 'solid'; readonly paint: SolidPaint; readonly opacity: number }
  | { readonly kind: 'reference'; readonly id: string; readonly fallback: PaintText | null }

export const NO_PAINT: PaintText = { kind: 'none' }

/** Reads the value of `fill` or `stroke`. */
export function readPaint(text: string): PaintText {
  const trimmed = text.trim()
  const solid = readColour(trimmed)
  if (solid) {
    return { kind: 'solid', paint: { type: 'solid', colour: solid.colour }, opacity: solid.opacity }
  }
  const word = trimmed.slice(0, 16).toLowerCase()
  if (word === 'none') return NO_PAINT
  if (word === 'currentcolor') return { kind: 'current' }
  if (!word.startsWith('url(')) return { kind: 'unknown' }
  const id = referenceOf(trimmed)
  if (id === null) return { kind: 'external' }
  const rest = trimmed.slice(trimmed.indexOf(')') + 1).trim()
  // A fallback is a colour or none, so this goes one level deep.
  return { kind: 'reference', id, fallback: rest && !rest.startsWith('url(') ? readPaint(rest) : null }
}

/** The id that `url(#id)`, in quotes or not, refers to. Null for an address and everything else. */
export function referenceOf(text: string): string | null {
  const inner = /^\s*url\(([^)]*)\)/i.exec(text)?.[1]?.trim() ?? ''
  const bare = /^(['"]).*\1$/.test(inner) ? inner.slice(1, -1) : inner
  return bare.length > 1 && bare.startsWith('#') ? bare.slice(1) : null
}
