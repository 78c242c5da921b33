import type { ReadScene } from '../placement/read-scene'
import type { Place } from '../placement/rules'
import type { Converted } from './convert'

/** Puts the layer where the rules say; it has its size already. */
export function put(
  { layer, offset }: Pick<Converted, 'layer' | 'offset'>,
  { parent, index, at }: Place,
  { layerOf }: ReadScene,
): void {
  const holder = layerOf(parent) as PageNode | FrameNode
  if (index === null || index >= holder.children.length) holder.appendChild(layer)
  else holder.insertChild(index, layer)
  // Auto layout gives its items their places.
  if (parent.autoLayout) return
  layer.relativeTransform = [
    [1, 0, at.x + offset.x],
    [0, 1, at.y + offset.y],
  ]
}
