import type { Rect, Vector } from '@figma/plugin-typings/plugin-api-standalone'
import { unionOf } from '../../document/geometry/matrix'
import type { LayerSnapshot } from '../../editor/contract'

/** One row of the layer list. */
export interface LayerRow {
  readonly layer: LayerSnapshot
  /** 1 for a layer directly on the page. */
  readonly level: number
}

/** Returns the rows of the layer list: topmost layer first, as in Figma, followed by the children of expanded layers. */
export function visibleRows(
  layers: readonly LayerSnapshot[],
  open: ReadonlySet<string>,
  level = 1,
): LayerRow[] {
  return [...layers]
    .reverse()
    .flatMap((layer) => [
      { layer, level },
      ...(open.has(layer.id) ? visibleRows(layer.children, open, level + 1) : []),
    ])
}

/** Returns the path to the layer with this id: its ancestors from the page down, and itself. Empty if it does not exist. */
export function pathTo(layers: readonly LayerSnapshot[], id: string): readonly LayerSnapshot[] {
  for (const layer of layers) {
    if (layer.id === id) return [layer]
    const below = pathTo(layer.children, id)
    if (below.length > 0) return [layer, ...below]
  }
  return []
}

/** Returns all layers with these ids, in document order. */
export function findLayers(layers: readonly LayerSnapshot[], ids: ReadonlySet<string>): LayerSnapshot[] {
  if (ids.size === 0) return []
  return layers.flatMap((layer) => [
    ...(ids.has(layer.id) ? [layer] : []),
    ...findLayers(layer.children, ids),
  ])
}

/** Returns the bounding box of everything that the layers paint; null if they paint nothing. */
export function boundsOf(layers: readonly LayerSnapshot[]): Rect | null {
  return unionOf(layers.map((layer) => layer.absoluteBoundingBox).filter((box) => box !== null))
}

function contains(box: Rect | null, { x, y }: Vector): boolean {
  return box !== null && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

/** Returns the topmost sibling whose bounding box contains the point; null if there is none. Skips hidden and locked layers. */
function frontAt(layers: readonly LayerSnapshot[], point: Vector): LayerSnapshot | null {
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const layer = layers[index]
    if (layer?.visible && !layer.locked && contains(layer.absoluteBoundingBox, point)) return layer
  }
  return null
}

/** Returns the deepest layer at the point, which a click with Cmd or Ctrl selects. */
export function deepestAt(layers: readonly LayerSnapshot[], point: Vector): LayerSnapshot | null {
  const front = frontAt(layers, point)
  return front === null ? null : (deepestAt(front.children, point) ?? front)
}

/**
 * Returns the layer that a click selects: a sibling of the selected layer if there is one at that point, because the user is working inside
 * its parent. Otherwise the top-level layer.
 */
export function layerForClick(
  layers: readonly LayerSnapshot[],
  selection: readonly string[],
  point: Vector,
): LayerSnapshot | null {
  const parent = pathTo(layers, selection[0] ?? '').at(-2)
  return (parent === undefined ? null : frontAt(parent.children, point)) ?? frontAt(layers, point)
}
