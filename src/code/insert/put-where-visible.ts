import type { Note } from '../../protocol/contract'
import type { Size } from '../placement/boxes'
import { MIN_VISIBLE_SHARE, visibleShareWithin } from '../placement/clipping'
import { type ReadScene, readScene } from '../placement/read-scene'
import { placeOutside } from '../placement/rules'
import { containerOf, type Place } from '../placement/snapshots'
import type { Converted } from './convert'
import type { FitTo } from './fit-to'
import { put } from './put'

type Movable = Pick<Converted, 'layer' | 'offset' | 'room'>

/**
 * Moves the layers to their places and checks that they are visible there, because the effect of auto layout, and what an unknown
 * layer type accepts, is not known in advance. If one is refused or cut off, moves all outside. Returns why they are not in the
 * wanted place.
 */
export function putWhereVisible(
  figma: PluginAPI,
  layers: readonly Movable[],
  place: Place,
  read: ReadScene,
  fitTo: FitTo,
): Note | null {
  let isRefused = false
  try {
    put(layers, place, read)
    if (areVisible(figma, layers)) return place.note
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
      layers.map((each, i) => fittedTo(each, outside.spots[i] ?? each.room, fitTo)),
      outside,
      now,
    )
  } catch (error) {
    // Layers cannot be moved out of an instance again: they stay in the chosen place.
    if (isRefused) throw error
    return place.note
  }
  return outside.note
}

function areVisible(figma: PluginAPI, layers: readonly Movable[]): boolean {
  const { snapshotOf } = readScene(figma)
  return layers.every(({ layer }) => {
    const { box, parent } = snapshotOf(layer)
    return parent === null || visibleShareWithin(box, containerOf(parent)) >= MIN_VISIBLE_SHARE
  })
}

/** Resizes a layer to its new place, which has another size only if the layer fills a slide. */
function fittedTo({ layer, offset, room }: Movable, { width, height }: Size, fitTo: FitTo): Movable {
  const [across, down] = [width / room.width, height / room.height]
  if (across === 1 && down === 1) return { layer, offset, room }
  if ('resize' in layer) fitTo(layer, { width: layer.width * across, height: layer.height * down })
  return { layer, offset: { x: offset.x * across, y: offset.y * down }, room: { width, height } }
}
