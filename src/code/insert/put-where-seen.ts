import type { Note } from '../../protocol/contract'
import type { Size } from '../placement/boxes'
import { type ReadScene, readScene } from '../placement/read-scene'
import { placeOutside } from '../placement/rules'
import { ENOUGH, seenShare } from '../placement/sight'
import { containerOf, type Place } from '../placement/snapshots'
import type { Converted } from './convert'
import { fitTo } from './fit-to'
import { put } from './put'

type Movable = Pick<Converted, 'layer' | 'offset' | 'room'>

/**
 * Puts the layers where the rules say, and looks whether they are seen there: what auto layout does, and what a layer of a type that is
 * not known takes, is not told before. Where one is refused or cut off, all go outside. Returns why they are not where they were wished.
 */
export function putWhereSeen(
  figma: PluginAPI,
  layers: readonly Movable[],
  place: Place,
  read: ReadScene,
): Note | null {
  let isRefused = false
  try {
    put(layers, place, read)
    if (areSeen(figma, layers)) return place.note
  } catch {
    isRefused = true
  }
  const now = readScene(
    figma,
    layers.map(({ layer }) => layer.id),
  )
  const holder = now.snapshotOf(read.layerOf(place.parent))
  const sizes = layers.map(({ room }) => room)
  const outside = placeOutside(now.scene, holder, sizes, isRefused ? 'refused' : 'no-room')
  try {
    put(
      layers.map((each, i) => fittedTo(each, outside.spots[i] ?? each.room)),
      outside,
      now,
    )
  } catch (error) {
    // Nothing leaves an instance again: then they are at least in the place that was chosen.
    if (isRefused) throw error
    return place.note
  }
  return outside.note
}

function areSeen(figma: PluginAPI, layers: readonly Movable[]): boolean {
  const { snapshotOf } = readScene(figma)
  return layers.every(({ layer }) => {
    const { box, parent } = snapshotOf(layer)
    return parent === null || seenShare(box, containerOf(parent)) >= ENOUGH
  })
}

/** Gives a layer the size of its new place: another one than it has only where it fills a slide. */
function fittedTo({ layer, offset, room }: Movable, { width, height }: Size): Movable {
  const [across, down] = [width / room.width, height / room.height]
  if (across === 1 && down === 1) return { layer, offset, room }
  if ('rescale' in layer) fitTo(layer, { width: layer.width * across, height: layer.height * down })
  return { layer, offset: { x: offset.x * across, y: offset.y * down }, room: { width, height } }
}
