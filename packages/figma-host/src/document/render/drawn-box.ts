import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentModel } from '../document'
import { unionOf } from '../geometry/matrix'
import { absoluteBox } from '../layout'
import type { NodeData } from '../node-data'

/** The box on the page around what a layer draws, strokes included, in px. Null for what is hidden. */
export function drawnBox(document: DocumentModel, node: NodeData): Rect | null {
  if (!node.visible) return null
  const inside = node.contentsHidden ? [] : node.children
  const children = inside.flatMap((id) => drawnBox(document, document.need(id)) ?? [])
  if (node.type === 'GROUP' || node.type === 'PAGE') return unionOf(children)
  const { x, y, width, height } = absoluteBox(document, node)
  const reach = strokeReach(node)
  const own = { x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach }
  return node.clipsContent ? own : unionOf([own, ...children])
}

/** How far a stroke reaches beyond the shape, in px, sharp corners left aside. */
function strokeReach({ strokes, strokeWeight, strokeAlign }: NodeData): number {
  if (strokes.length === 0 || strokeAlign === 'INSIDE') return 0
  return strokeAlign === 'OUTSIDE' ? strokeWeight : strokeWeight / 2
}
