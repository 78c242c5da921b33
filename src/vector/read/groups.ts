import type { Clip, Group, Shape } from '../drawing'
import { IDENTITY } from '../matrix'
import type { Box } from './bounds'
import { boxPath, clipTo, cutsNothing, overlap, unionOf, visibleBox } from './regions'

/** What applies to shapes as a whole, in the drawing's px. */
export interface GroupEffects extends Pick<Group, 'clips' | 'mask' | 'opacity' | 'blendMode'> {
  readonly canvas: Box
}

/** More shapes are not compared with one another. */
const MAX_COMPARED = 64

/** Applies effects to shapes: to each one, if that looks the same, and to a group of them otherwise. */
export function withEffects(shapes: readonly Shape[], effects: GroupEffects): readonly Shape[] {
  const { canvas, opacity } = effects
  if (opacity === 0 || shapes.length === 0) return []
  const boxes = shapes.map((shape) => visibleBox(shape, canvas))
  const all = unionOf(boxes)
  // Off the canvas, where overlaps do not matter.
  if (!all) return shapes.map((shape) => faded(shape, opacity))
  const asMask = effects.mask && areasOf(effects.mask)
  const given = asMask ? [...effects.clips, asMask] : effects.clips
  const clips = given.filter((clip) => !cutsNothing(clip, shapes, canvas))
  const mask = asMask ? null : effects.mask
  if (given.some(({ areas }) => areas.length === 0)) return []
  const blends = shapes.some(({ content }) => content?.type === 'group' && content.blendMode)
  const blendMode = effects.blendMode === 'normal' && !blends ? null : effects.blendMode
  if (!(clips.length > 0 || mask || blendMode)) {
    if (opacity === 1) return shapes
    if (!blends && areApart(shapes, boxes)) return shapes.map((shape) => faded(shape, opacity))
  }
  const content: Group = { type: 'group', shapes, clips, mask, opacity, blendMode }
  return [
    { path: boxPath(all, IDENTITY), fill: null, opacity: 1, fillRule: 'nonzero', stroke: null, content },
  ]
}

/** Whether no two parts overlap, so that each may be translucent by itself. */
function areApart(shapes: readonly Shape[], boxes: readonly (Box | null)[]): boolean {
  if (shapes.some(({ fill, stroke }) => fill && stroke)) return false
  if (shapes.length > MAX_COMPARED) return false
  return boxes.every((a, i) => boxes.every((b, j) => j <= i || !a || !b || !overlap(a, b)))
}

function faded(shape: Shape, opacity: number): Shape {
  const { content, fill, stroke } = shape
  if (content) return { ...shape, content: { ...content, opacity: content.opacity * opacity } }
  return {
    ...shape,
    ...(fill && { opacity: shape.opacity * opacity }),
    stroke: stroke && { ...stroke, opacity: stroke.opacity * opacity },
  }
}

/** Returns the clip that does what a mask does, if its shapes are opaque and, where their luminance counts, white. */
function areasOf({ type, shapes }: NonNullable<Group['mask']>): Clip | null {
  const arePlain = shapes.every(
    ({ fill, opacity, stroke, content }) =>
      !stroke &&
      !content &&
      opacity >= 1 &&
      fill?.type === 'solid' &&
      (type === 'alpha' || fill.color === '#ffffff'),
  )
  if (!arePlain) return null
  return { areas: shapes.flatMap(({ path, fillRule }) => clipTo(path, fillRule).areas) }
}
