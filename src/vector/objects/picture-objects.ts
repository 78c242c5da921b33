import type { Hex } from '../../colors/hex'
import { type Bounds, boundsOf } from '../coverage/bounds'
import { leavesOf } from '../drawing'
import { colorsOfShape } from '../steps/palette'
import type { Layered } from '../write/write'

/** An object of a picture, or ground. */
export interface PictureObject {
  readonly name: string
  /** Its entries at the top level of the SVG, counted from 0: mostly one, several where others lie between. */
  readonly entries: readonly number[]
  readonly isGround: boolean
  /** Its colors, those of gradients' stops included, the first at the back. */
  readonly colors: readonly Hex[]
  /** Bounding box within the picture, including hidden parts, in px. */
  readonly bounds: Bounds
}

/** Lists the objects of arranged layers, the first at the back. */
export function objectsOf({ width, height, layers }: Layered): PictureObject[] {
  const found = new Map<number, PictureObject>()
  for (const [entry, { name, shapes, object }] of layers.entries()) {
    if (!object) continue
    const known = found.get(object.number)
    const bounds = shapes.reduce((all, { path, stroke }) => {
      const box = boundsOf(path)
      const reach = (stroke?.width ?? 0) / 2
      return {
        left: Math.max(0, Math.min(all.left, box.left - reach)),
        top: Math.max(0, Math.min(all.top, box.top - reach)),
        right: Math.min(width, Math.max(all.right, box.right + reach)),
        bottom: Math.min(height, Math.max(all.bottom, box.bottom + reach)),
      }
    }, known?.bounds ?? NOTHING)
    found.set(object.number, {
      name: known?.name ?? name,
      entries: [...(known?.entries ?? []), entry],
      isGround: object.isGround,
      colors: [...new Set([...(known?.colors ?? []), ...leavesOf(shapes).flatMap(colorsOfShape)])],
      bounds,
    })
  }
  return [...found.values()]
}

const NOTHING: Bounds = {
  left: Number.POSITIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
}
