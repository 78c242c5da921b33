import type { Paint, Rect, Transform } from '@figma/plugin-typings/plugin-api-standalone'
import { BLACK, parseColor } from './colors'
import { gradientPaint, isGradient, solid } from './gradients'
import type { Style } from './style'
import { parseNumber } from './values'
import type { XmlElement } from './xml'

/** What a paint depends on besides attributes. */
export interface PaintContext {
  /** All elements with an id. */
  readonly byId: ReadonlyMap<string, XmlElement>
  /** From the shape's user space to its container. */
  readonly toContainer: Transform
  /** The shape's bounding box in its container, in px. */
  readonly box: Rect
  readonly fault: (message: string) => void
}

/** Returns the paints for `fill` or `stroke`: at most one. Paints that Figma turns black become black and are reported. */
export function paintsOf(kind: 'fill' | 'stroke', style: Style, context: PaintContext): Paint[] {
  const text = style[kind] ?? (kind === 'fill' ? '#000000' : 'none')
  if (text === 'none') return []
  const opacity = Math.min(1, Math.max(0, parseNumber(style[`${kind}-opacity`]) ?? 1))
  const reference = /^url\(#([^()'"\s]+)\)$/.exec(text)?.[1]
  if (reference !== undefined) {
    const gradient = context.byId.get(reference)
    if (gradient && isGradient(gradient)) {
      return [gradientPaint(gradient, context.toContainer, context.box, opacity, context.fault)]
    }
    context.fault(`${kind}="${text}" names ${gradient ? `a <${gradient.name}>, which is lost` : 'nothing'}`)
    return []
  }
  const color = parseColor(text)
  if (!color) context.fault(`${kind}="${text}" is black`)
  return [solid(color ?? BLACK, opacity)]
}
