import type { CleanUpBlocker } from '../../protocol/clean-up'
import type { ReadScene } from '../placement/read-scene'
import { replaceBlocker } from '../placement/rules'
import { isPicture } from '../recipe'

/** Layer types that are drawn with the pen or consist of shapes. */
const VECTORS = new Set(['VECTOR', 'BOOLEAN_OPERATION', 'STAR', 'POLYGON', 'GROUP', 'ELLIPSE'])

/** A frame with shorter sides, in px, is an icon. */
const ICON = 128

/**
 * Whether a selected layer looks like a drawing rather than a layout. Does not read its descendants, because this runs on every selection
 * change. Icons and imported drawings are frames without a fill.
 */
export function looksCleanable(layer: SceneNode): boolean {
  const { type } = layer
  if (VECTORS.has(type)) return true
  if (type !== 'FRAME' || layer.layoutMode !== 'NONE' || isPicture(layer)) return false
  if (Math.max(layer.width, layer.height) <= ICON) return true
  const { fills } = layer
  return Array.isArray(fills) && fills.every(({ visible }) => visible === false)
}

/** Returns why a layer cannot be cleaned up, judging by itself and its ancestors; null if it can. */
export function cleanUpBlocker(layer: SceneNode, { snapshotOf }: ReadScene): CleanUpBlocker | null {
  switch (replaceBlocker(snapshotOf(layer))) {
    case null:
      return 'exportAsync' in layer ? null : 'not-replaceable'
    case 'instance':
      return 'instance'
    case 'locked':
      return 'locked'
    case 'mask':
      return 'mask'
    default:
      return layer.type === 'COMPONENT' || layer.type === 'COMPONENT_SET' ? 'component' : 'not-replaceable'
  }
}
