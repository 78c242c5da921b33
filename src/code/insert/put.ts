import type { ReadScene } from '../placement/read-scene'
import type { Place } from '../placement/snapshots'
import type { Converted } from './convert'

/** Less than this, in px, is the rounding of numbers. */
const SAME = 0.01

/** Puts the layer where the rules say; it has its size already. */
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
  // Auto layout gives its items their places. Elsewhere it is where it belongs before it is in there: a slot of an instance is filled
  // by appending alone.
  if (!parent.autoLayout) move()
  if (index === null || index >= holder.children.length) holder.appendChild(layer)
  else holder.insertChild(index, layer)
  if (parent.autoLayout) return
  if (Math.abs(layer.x - x) > SAME || Math.abs(layer.y - y) > SAME) move()
}
