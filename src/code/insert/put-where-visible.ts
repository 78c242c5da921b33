import type { Note } from '../../protocol/contract'
import { MIN_VISIBLE_SHARE, visibleShareWithin } from '../placement/clipping'
import { type ReadScene, readScene } from '../placement/read-scene'
import { placeOutside } from '../placement/rules'
import { containerOf, type Place } from '../placement/snapshots'
import type { Converted } from './convert'
import { put } from './put'

/**
 * Moves the layer to its place and checks that it is visible there, because the effect of auto layout, and what an unknown layer
 * type accepts, is not known in advance. If it is refused or cut off, moves it outside. Returns why it is not in the wanted place.
 */
export function putWhereVisible(
  figma: PluginAPI,
  converted: Pick<Converted, 'layer' | 'offset'>,
  place: Place,
  read: ReadScene,
): Note | null {
  const { layer } = converted
  let isRefused = false
  try {
    put(converted, place, read)
    if (isVisible(figma, layer)) return place.note
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
    // A layer cannot be moved out of an instance again: it stays in the chosen place.
    if (isRefused) throw error
    return place.note
  }
  return outside.note
}

function isVisible(figma: PluginAPI, layer: SceneNode): boolean {
  const { box, parent } = readScene(figma).snapshotOf(layer)
  return parent === null || visibleShareWithin(box, containerOf(parent)) >= MIN_VISIBLE_SHARE
}
