import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentModel } from '../document'
import { unionOf } from '../geometry/matrix'
import { absoluteBox } from '../layout'
import type { NodeData } from '../node-data'

/** Returns the bounding box on the page of what a layer paints, including strokes, in px. Null if it is hidden. */
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

/** Returns how far a stroke extends beyond the shape, in px, ignoring miters. */
function strokeReach({ strokes, strokeWeight, strokeAlign }: NodeData): number {
  if (strokes.length === 0 || strokeAlign === 'INSIDE') return 0
  return strokeAlign === 'OUTSIDE' ? strokeWeight : strokeWeight / 2
}
