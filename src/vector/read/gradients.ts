import type { XmlElement } from '@rgrove/parse-xml'
import type { GradientStop, LinearGradient } from '../drawing'
import { IDENTITY, type Matrix, multiply, parseTransform } from '../matrix'
import { readColour, readFraction } from './colour'
import { elementsOf } from './document'
import { property } from './style'

/** A gradient of the file, before it is laid under the transform of the shape that uses it. */
export interface GradientSource {
  readonly element: XmlElement
  readonly stops: readonly GradientStop[]
}

/** Every gradient of the document by its id; of two with one id the first counts, as in browsers. */
export function collectGradients(root: XmlElement): Map<string, GradientSource> {
  const found = new Map<string, GradientSource>()
  const visit = (element: XmlElement) => {
    if (element.name === 'linearGradient' || element.name === 'radialGradient') {
      const { id } = element.attributes
      if (id && !found.has(id)) found.set(id, { element, stops: readStops(element) })
    } else {
      for (const child of elementsOf(element)) visit(child)
    }
  }
  visit(root)
  return found
}

/**
 * The gradient in the drawing's px, or null where it is of a kind that is not read exactly: radial, in units of the
 * shape's box, repeated, or chained by href.
 */
export function placeGradient({ element, stops }: GradientSource, matrix: Matrix): LinearGradient | null {
  const { attributes } = element
  if (element.name !== 'linearGradient' || attributes.gradientUnits !== 'userSpaceOnUse') return null
  if ('href' in attributes || 'xlink:href' in attributes || stops.length < 2) return null
  if ((attributes.spreadMethod ?? 'pad') !== 'pad') return null
  const own =
    attributes.gradientTransform === undefined ? IDENTITY : parseTransform(attributes.gradientTransform)
  const ends = [attributes.x1, attributes.y1, attributes.x2, attributes.y2].map(Number)
  const [x1, y1, x2, y2] = ends
  if (!own || !ends.every(Number.isFinite)) return null
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null
  const ends2 = mapAxis(multiply(matrix, own), x1, y1, x2, y2)
  return ends2 && { type: 'linear', ...ends2, stops }
}

/**
 * Maps a gradient's axis so that every point keeps its colour. An uneven scale tilts the lines of equal colour, and SVG
 * draws them at right angles to the axis: so the new axis follows the mapped normal, not the mapped end point.
 */
function mapAxis(m: Matrix, x1: number, y1: number, x2: number, y2: number) {
  const determinant = m.a * m.d - m.b * m.c
  const [vx, vy] = [x2 - x1, y2 - y1]
  const square = vx * vx + vy * vy
  if (determinant === 0 || square === 0) return null
  // The gradient of t in the new coordinates: the inverse transpose of the map, applied to that in the old ones.
  const gx = (m.d * vx - m.b * vy) / determinant / square
  const gy = (-m.c * vx + m.a * vy) / determinant / square
  const length = gx * gx + gy * gy
  const startX = m.a * x1 + m.c * y1 + m.e
  const startY = m.b * x1 + m.d * y1 + m.f
  const axis = { x1: startX, y1: startY, x2: startX + gx / length, y2: startY + gy / length }
  return Object.values(axis).every(Number.isFinite) ? axis : null
}

function readStops(gradient: XmlElement): GradientStop[] {
  const stops: GradientStop[] = []
  let least = 0
  for (const element of elementsOf(gradient)) {
    if (element.name !== 'stop') continue
    const colour = readColour(property(element, 'stop-color') ?? '#000000')
    least = Math.max(least, readFraction(element.attributes.offset, 0))
    stops.push({
      offset: least,
      colour: colour?.colour ?? '#000000',
      opacity: (colour?.opacity ?? 1) * readFraction(property(element, 'stop-opacity'), 1),
    })
  }
  return stops
}
