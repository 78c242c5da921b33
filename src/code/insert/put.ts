import type { Point } from '../placement/boxes'
import type { ReadScene } from '../placement/read-scene'
import type { Place } from '../placement/snapshots'
import type { Converted } from './convert'

/** Smaller distances, in px, are rounding errors. */
const TOLERANCE = 0.01

type Movable = Pick<Converted, 'layer' | 'offset'>

/** Moves the layers, which already have their sizes, to their places. */
export function put(
  layers: readonly Movable[],
  { parent, index, spots }: Pick<Place, 'parent' | 'index' | 'spots'>,
  { layerOf }: ReadScene,
): void {
  const holder = layerOf(parent) as PageNode | FrameNode
  for (const [i, each] of layers.entries()) {
    const { x, y } = spots[i] ?? { x: 0, y: 0 }
    putOne(each, holder, {
      x,
      y,
      index: index === null ? null : index + i,
      isItem: parent.autoLayout !== null,
    })
  }
}

interface Spot extends Point {
  readonly index: number | null
  /** Whether auto layout positions it. */
  readonly isItem: boolean
}

function putOne({ layer, offset }: Movable, holder: PageNode | FrameNode, spot: Spot): void {
  const { index, isItem } = spot
  const [x, y] = [spot.x + offset.x, spot.y + offset.y]
  const move = () => {
    layer.relativeTransform = [
      [1, 0, x],
      [0, 1, y],
    ]
  }
  // Auto layout positions its items. Elsewhere, the layer is positioned before it is inserted, because a layer in a slot of an
  // instance can no longer be moved.
  if (!isItem) move()
  if (index === null || index >= holder.children.length) holder.appendChild(layer)
  else holder.insertChild(index, layer)
  if (isItem) return
  if (Math.abs(layer.x - x) > TOLERANCE || Math.abs(layer.y - y) > TOLERANCE) move()
}
