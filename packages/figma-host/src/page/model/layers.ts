import type { Rect, Vector } from '@figma/plugin-typings/plugin-api-standalone'
import { unionOf } from '../../document/geometry/matrix'
import type { LayerSnapshot } from '../../editor/contract'

/** One row of the layer list. */
export interface LayerRow {
  readonly layer: LayerSnapshot
  /** 1 for a layer that lies on the page itself. */
  readonly level: number
}

/**
 * The rows that the layer list shows: the front layer first, as in Figma, and the children of open layers below
 * them.
 */
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

/** The layers from the page down to the one with this id, itself last. Empty when there is none. */
export function pathTo(layers: readonly LayerSnapshot[], id: string): readonly LayerSnapshot[] {
  for (const layer of layers) {
    if (layer.id === id) return [layer]
    const below = pathTo(layer.children, id)
    if (below.length > 0) return [layer, ...below]
  }
  return []
}

/** Every layer with one of these ids, in the order of the document. */
export function findLayers(layers: readonly LayerSnapshot[], ids: ReadonlySet<string>): LayerSnapshot[] {
  if (ids.size === 0) return []
  return layers.flatMap((layer) => [
    ...(ids.has(layer.id) ? [layer] : []),
    ...findLayers(layer.children, ids),
  ])
}

/** The box around everything that the layers draw; null when they draw nothing. */
export function boundsOf(layers: readonly LayerSnapshot[]): Rect | null {
  return unionOf(layers.map((layer) => layer.absoluteBoundingBox).filter((box) => box !== null))
}

function contains(box: Rect | null, { x, y }: Vector): boolean {
  return box !== null && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

/** The front layer among siblings whose box holds the point, or null. Hidden and locked layers are passed over. */
function frontAt(layers: readonly LayerSnapshot[], point: Vector): LayerSnapshot | null {
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const layer = layers[index]
    if (layer?.visible && !layer.locked && contains(layer.absoluteBoundingBox, point)) return layer
  }
  return null
}

/** The deepest layer under the point: what a click with Cmd or Ctrl selects. */
export function deepestAt(layers: readonly LayerSnapshot[], point: Vector): LayerSnapshot | null {
  const front = frontAt(layers, point)
  return front === null ? null : (deepestAt(front.children, point) ?? front)
}

/**
 * What a click selects: a sibling of the selected layer when one lies there, since then one works inside its
 * parent, else the layer of the page.
 */
export function layerForClick(
  layers: readonly LayerSnapshot[],
  selection: readonly string[],
  point: Vector,
): LayerSnapshot | null {
  const parent = pathTo(layers, selection[0] ?? '').at(-2)
  return (parent === undefined ? null : frontAt(parent.children, point)) ?? frontAt(layers, point)
}
