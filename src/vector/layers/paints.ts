import type { Gradient, Paint, Shape } from '../drawing'

/** A shape that may be exchanged with no other. */
export const ALONE = -1

/**
 * For each shape the number of its paint: equal numbers mean that the order of the two cannot be seen. That holds for
 * opaque fills of one color, or of one gradient (in the drawing's own coordinates): whichever comes first, a pixel covered
 * to a and to b ends as (1 − a)(1 − b) of what was below and the rest of the paint. Strokes and translucent fills get ALONE.
 */
export function numberPaints(shapes: readonly Shape[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(shapes, (shape) => {
    if (!shape.fill || shape.stroke || !isSolid(shape)) return ALONE
    const key = shape.fill.type === 'solid' ? shape.fill.color : JSON.stringify(shape.fill)
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  })
}

/** Whether the shape's fill hides whatever is below it. */
export const isSolid = ({ fill, opacity }: Shape): boolean => fill !== null && opacity >= 1 && isOpaque(fill)

function isOpaque(paint: Paint): boolean {
  if (paint.type === 'solid') return true
  return paint.stops.length > 0 && paint.stops.every(({ opacity }) => opacity >= 1) && isPlain(paint)
}

/** Gradients without length or area, or with the focus outside the circle, are painted differently by every renderer. */
function isPlain(gradient: Gradient): boolean {
  if (gradient.type === 'linear') return gradient.x1 !== gradient.x2 || gradient.y1 !== gradient.y2
  const { a, b, c, d } = gradient.matrix
  const focus = Math.hypot(gradient.fx - gradient.cx, gradient.fy - gradient.cy)
  return focus < gradient.r && Math.abs(a * d - b * c) > 1e-9
}
