import type { Box } from '../placement/boxes'
import { paintsOfAttribute } from './paints'
import { absolutePath } from './path-data'
import type { SvgPicture, SvgShape } from './read-svg'

/** The expected properties of a shape's layer, as Figma has them. Lengths in px from the picture's corner. */
export interface Appearance {
  readonly name: string
  /** In the form of `VectorPath.data`. */
  readonly data: string
  readonly box: Box
  readonly windingRule: 'EVENODD' | 'NONZERO'
  readonly fills: readonly Paint[]
  readonly strokes: readonly Paint[]
  readonly strokeWeight: number
  readonly strokeCap: 'NONE' | 'ROUND' | 'SQUARE'
  readonly strokeJoin: 'MITER' | 'BEVEL' | 'ROUND'
  readonly strokeMiterLimit: number
  readonly dashPattern: readonly number[]
}

const CAPS: Readonly<Record<string, Appearance['strokeCap']>> = { round: 'ROUND', square: 'SQUARE' }
const JOINS: Readonly<Record<string, Appearance['strokeJoin']>> = { round: 'ROUND', bevel: 'BEVEL' }

/** Layers of an import follow their frame in both directions (typings). */
export const CONSTRAINTS: Constraints = { horizontal: 'SCALE', vertical: 'SCALE' }

/** Null for a shape without points. */
export function appearanceOf({ name, attributes }: SvgShape, picture: SvgPicture): Appearance | null {
  const { data, box } = absolutePath(attributes.d ?? '')
  if (!box) return null
  const share = (attribute: string) => Number(attributes[attribute] ?? 1)
  return {
    name,
    data,
    box,
    windingRule: attributes['fill-rule'] === 'evenodd' ? 'EVENODD' : 'NONZERO',
    fills: paintsOfAttribute(attributes.fill, share('fill-opacity'), box, picture),
    strokes: paintsOfAttribute(attributes.stroke, share('stroke-opacity'), box, picture),
    strokeWeight: Number(attributes['stroke-width'] ?? 1),
    strokeCap: CAPS[attributes['stroke-linecap'] ?? ''] ?? 'NONE',
    strokeJoin: JOINS[attributes['stroke-linejoin'] ?? ''] ?? 'MITER',
    strokeMiterLimit: Number(attributes['stroke-miterlimit'] ?? 4),
    dashPattern: (attributes['stroke-dasharray'] ?? '').split(' ').filter(Boolean).map(Number),
  }
}
