import type { ReadScene } from '../placement/read-scene'
import type { Place } from '../placement/snapshots'
import type { Converted } from './convert'

/** Smaller distances, in px, are rounding errors. */
const TOLERANCE = 0.01

/** Moves the layer, which already has its size, to its place. */
export function put(
  { layer, offset }: Pick<Converted, 'layer' | 'offset'>,
  { parent, index, at }: Pick<Place, 'parent' | 'index' | 'at'>,
  { layerOf }: ReadScene,
): void {
  const holder = layerOf(parent) as PageNode | FrameNode
  const [x, y] = [at.x + offset.x, at.y + offset.y]
  const move = () => {
    layer.relativeTransform = [
      [1, 0, x],
      [0, 1, y],
    ]
  }
  // Auto layout positions its items. Elsewhere, the layer is positioned before it is inserted, because a layer in a slot of an
  // instance can no longer be moved.
  if (!parent.autoLayout) move()
  if (index === null || index >= holder.children.length) holder.appendChild(layer)
  else holder.insertChild(index, layer)
  if (parent.autoLayout) return
  if (Math.abs(layer.x - x) > TOLERANCE || Math.abs(layer.y - y) > TOLERANCE) move()
}
