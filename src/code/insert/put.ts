import type { Note } from '../../protocol/contract'
import type { ReadScene } from '../placement/read-scene'
import type { Place, Spot } from '../placement/rules'

/** Puts the frame where the rules say. */
export function put(frame: FrameNode, { parent, index, at, scale }: Place, { layerOf }: ReadScene): void {
  const holder = layerOf(parent) as PageNode | FrameNode
  if (scale !== 1) frame.rescale(scale)
  if (index === null || index >= holder.children.length) holder.appendChild(frame)
  else holder.insertChild(index, frame)
  // Auto layout gives its items their places.
  if (parent.autoLayout) return
  frame.relativeTransform = [
    [1, 0, at.x],
    [0, 1, at.y],
  ]
}

/** Why a layer's place cannot be taken; null where it can. */
export function obstacleToReplace(spot: Spot): Note | null {
  for (let around = spot.parent; around; around = around.parent) {
    if (around.type === 'INSTANCE') return 'instance'
    if (around.locked) return 'locked'
  }
  if (spot.locked) return 'locked'
  // The instances of a component would lose it; a section or slide is a place, not a picture.
  return REPLACEABLE.has(spot.type) ? null : 'not-replaceable'
}

const REPLACEABLE = new Set(
  ['FRAME', 'GROUP', 'INSTANCE', 'VECTOR', 'RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR', 'LINE', 'TEXT'].concat([
    'BOOLEAN_OPERATION',
    'SHAPE_WITH_TEXT',
    'STICKY',
    'MEDIA',
  ]),
)

/**
 * Puts the frame in the place of a layer, and removes that one: same parent, order, name, box and rotation, same constraints
 * and, in auto layout, the same settings. The picture is fitted into the box, centred.
 */
export function takePlaceOf(target: SceneNode, frame: FrameNode): void {
  const { parent } = target
  if (!parent) throw new Error('the layer has gone')
  const { width, height, name } = target
  const scale = Math.min(width / frame.width, height / frame.height)
  if (scale > 0 && Number.isFinite(scale) && scale !== 1) frame.rescale(scale)
  const dx = (width - frame.width) / 2
  const dy = (height - frame.height) / 2
  if (Math.abs(dx) > SAME || Math.abs(dy) > SAME) {
    frame.resizeWithoutConstraints(width, height)
    for (const layer of frame.children) {
      layer.x += dx
      layer.y += dy
    }
  }
  const index = parent.children.findIndex(({ id }) => id === target.id)
  parent.insertChild(index, frame)
  if ('relativeTransform' in target) frame.relativeTransform = target.relativeTransform
  if ('constraints' in target) frame.constraints = target.constraints
  if ('layoutMode' in parent && parent.layoutMode !== 'NONE' && 'layoutPositioning' in target) {
    const { layoutPositioning, layoutAlign, layoutGrow } = target
    frame.layoutPositioning = layoutPositioning
    frame.layoutAlign = layoutAlign
    frame.layoutGrow = layoutGrow
  }
  frame.name = name
  target.remove()
}

/** Differences of less than this, in px, nobody sees. */
const SAME = 0.01
