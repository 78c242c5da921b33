import type { Gradient, Paint, Shape } from '../drawing'

/** The paint number of shapes that must not swap their order with any other. */
export const UNIQUE_PAINT = -1

/**
 * Returns a paint number for each shape. The order of two shapes with the same number makes no visible difference. That is
 * true for opaque fills with the same color or the same gradient (in the drawing's coordinates): in either order, a pixel
 * with coverages a and b shows (1 − a)(1 − b) of what was below and the paint for the rest. Strokes and translucent fills get
 * UNIQUE_PAINT.
 */
export function assignPaintNumbers(shapes: readonly Shape[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(shapes, (shape) => {
    if (!shape.fill || shape.stroke || !isSolid(shape)) return UNIQUE_PAINT
    const key = shape.fill.type === 'solid' ? shape.fill.color : JSON.stringify(shape.fill)
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  })
}

/** Whether the shape's fill is opaque. */
export const isSolid = ({ fill, opacity }: Shape): boolean => fill !== null && opacity >= 1 && isOpaque(fill)

function isOpaque(paint: Paint): boolean {
  if (paint.type === 'solid') return true
  return paint.stops.length > 0 && paint.stops.every(({ opacity }) => opacity >= 1) && isPlain(paint)
}

/** Whether all renderers agree on a gradient. They do not without a length or area, or with a focus outside the circle. */
function isPlain(gradient: Gradient): boolean {
  if (gradient.type === 'linear') return gradient.x1 !== gradient.x2 || gradient.y1 !== gradient.y2
  const { a, b, c, d } = gradient.matrix
  const focus = Math.hypot(gradient.fx - gradient.cx, gradient.fy - gradient.cy)
  return focus < gradient.r && Math.abs(a * d - b * c) > 1e-9
}
