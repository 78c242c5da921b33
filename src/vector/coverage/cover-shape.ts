import type { Shape } from '../drawing'
import type { Mask } from './mask'

/** Marks the cells that a shape's fill and stroke may paint, and returns the number of spans. */
export function coverShape({ path, fill, fillRule, stroke, content }: Shape, mask: Mask): number {
  const rule = fill || content ? fillRule : null
  if (!stroke) return mask.cover(path, rule)
  const reach = (stroke.width / 2) * Math.max(Math.SQRT2, stroke.join === 'miter' ? stroke.miterLimit : 1)
  return mask.cover(path, rule, reach)
}
