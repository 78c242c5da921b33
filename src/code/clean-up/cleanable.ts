import type { CleanUpBlocker } from '../../protocol/clean-up'
import type { ReadScene } from '../placement/read-scene'
import { replaceBlocker } from '../placement/rules'
import { isPicture } from '../recipe'

/** Layers that are drawn with the pen or out of shapes. */
const VECTORS = new Set(['VECTOR', 'BOOLEAN_OPERATION', 'STAR', 'POLYGON', 'GROUP', 'ELLIPSE', 'LINE'])

/** Number of children of a frame that are looked at. */
const LOOKED_AT = 20

/** Whether a selected layer looks like a drawing, and not like a layout: at a glance, since this runs on every change of the selection. */
export function looksCleanable(layer: SceneNode): boolean {
  const { type } = layer
  if (VECTORS.has(type)) return true
  if (type !== 'FRAME' || isPicture(layer) || layer.layoutMode !== 'NONE') return false
  return layer.children.slice(0, LOOKED_AT).some((child) => VECTORS.has(child.type))
}

/** Why a layer cannot be cleaned up, as far as it itself and what it is in say; null if it can. */
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
