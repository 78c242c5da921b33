import type { Hex } from '../../colors/hex'
import { type Bounds, boundsOf } from '../coverage/bounds'
import { leavesOf } from '../drawing'
import { colorsOfShape } from '../steps/palette'
import type { Layered } from '../write/write'

/** An object of a picture, or its scenery. */
export interface PictureObject {
  readonly name: string
  /** Indexes of its top-level entries in the SVG: usually one, several if others lie in between. */
  readonly entries: readonly number[]
  readonly isScenery: boolean
  /** Its colors, including gradient stops, from back to front. */
  readonly colors: readonly Hex[]
  /** Bounding box inside the picture, including hidden parts, in px. */
  readonly bounds: Bounds
}

/** Returns the objects of arranged layers, from back to front. */
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
      isScenery: object.isScenery,
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
