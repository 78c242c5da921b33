import type { Note } from '../../protocol/contract'
import { type ReadScene, readScene } from '../placement/read-scene'
import { placeOutside } from '../placement/rules'
import { ENOUGH, seenShare } from '../placement/sight'
import { containerOf, type Place } from '../placement/snapshots'
import type { Converted } from './convert'
import { put } from './put'

/**
 * Puts the layer where the rules say, and looks whether it is seen there: what auto layout does, and what a layer of a type that is not
 * known takes, is not told before. Where it is refused or cut off, it goes outside. Returns why it is not where it was wished.
 */
export function putWhereSeen(
  figma: PluginAPI,
  converted: Pick<Converted, 'layer' | 'offset'>,
  place: Place,
  read: ReadScene,
): Note | null {
  const { layer } = converted
  let isRefused = false
  try {
    put(converted, place, read)
    if (isSeen(figma, layer)) return place.note
  } catch {
    isRefused = true
  }
  const now = readScene(figma, { except: layer.id })
  const size = { width: layer.width, height: layer.height }
  const holder = now.snapshotOf(read.layerOf(place.parent))
  const outside = placeOutside(now.scene, holder, size, isRefused ? 'refused' : 'no-room')
  try {
    put(converted, outside, now)
  } catch (error) {
    // Nothing leaves an instance again: then it is at least in the place that was chosen.
    if (isRefused) throw error
    return place.note
  }
  return outside.note
}

function isSeen(figma: PluginAPI, layer: SceneNode): boolean {
  const { box, parent } = readScene(figma).snapshotOf(layer)
  return parent === null || seenShare(box, containerOf(parent)) >= ENOUGH
}
