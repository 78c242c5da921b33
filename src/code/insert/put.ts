import type { Point } from '../placement/boxes'
import type { ReadScene } from '../placement/read-scene'
import type { Place } from '../placement/snapshots'
import type { Converted } from './convert'

/** Less than this, in px, is the rounding of numbers. */
const SAME = 0.01

type Movable = Pick<Converted, 'layer' | 'offset'>

/** Puts the layers where the rules say; they have their sizes already. */
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
  /** Whether auto layout gives it its place. */
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
  // Auto layout gives its items their places. Elsewhere it is where it belongs before it is in there: a slot of an instance is filled
  // by appending alone.
  if (!isItem) move()
  if (index === null || index >= holder.children.length) holder.appendChild(layer)
  else holder.insertChild(index, layer)
  if (isItem) return
  if (Math.abs(layer.x - x) > SAME || Math.abs(layer.y - y) > SAME) move()
}
