import { type Cleanable, type CleanableLayer, type Loss, MAX_CLEANED } from '../../protocol/clean-up'
import type { Pause } from '../colors/slices'
import { visitLayers } from '../colors/visit-layers'
import { readScene } from '../placement/read-scene'
import { cleanUpBlocker } from './cleanable'
import { lossesOf } from './losses'

/** Reads which selected layers can be cleaned up, and what would be lost. Rejects only if `pause` does. */
export async function readCleanable(figma: PluginAPI, pause: Pause): Promise<Cleanable> {
  const scene = readScene(figma)
  const { selection } = figma.currentPage
  const layers: CleanableLayer[] = []
  for (const layer of selection.slice(0, MAX_CLEANED)) {
    if (layer.removed) continue
    const { id: nodeId, name } = layer
    const counts = new Map<Loss, number>()
    let blocker = cleanUpBlocker(layer, scene)
    const visit = (each: SceneNode) => {
      if (each.type === 'COMPONENT' || each.type === 'COMPONENT_SET') blocker = 'component'
      for (const loss of lossesOf(each, layer)) counts.set(loss, (counts.get(loss) ?? 0) + 1)
    }
    if (blocker === null) await visitLayers(() => [layer], visit, { pause })
    const losses = [...counts].map(([kind, number]) => ({ kind, layers: number }))
    layers.push({ nodeId, name, blocker, losses: blocker === null ? losses : [] })
  }
  return { layers, more: Math.max(0, selection.length - MAX_CLEANED) }
}
