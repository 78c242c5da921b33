import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import { NodeRef } from '../document/capability'
import type { DocumentModel } from '../document/document'
import { applyTo, inverse } from '../document/geometry/matrix'
import { isFrameLike } from '../document/holders'
import { absoluteTransform } from '../document/layout'
import type { NodeData } from '../document/node-data'
import { plainData } from '../document/plain-data'
import type { PanelDrop } from './contract'

/** Returns the event of `figma.on('drop')` for something that was dropped on the current page. */
export function dropEvent(document: DocumentModel, { x, y, items, dropMetadata, files = [] }: PanelDrop) {
  const { node, point } = dropTarget(document, { x, y })
  return {
    node: new NodeRef(node),
    ...point,
    absoluteX: x,
    absoluteY: y,
    items: items.map(({ type, data }) => ({ type, data })),
    files: files.map(({ name, type, bytes }) => ({
      name,
      type,
      getBytesAsync: async () => bytes.slice(),
      getTextAsync: async () => new TextDecoder().decode(bytes),
    })),
    dropMetadata: plainData(dropMetadata, 'dropMetadata'),
  }
}

/** The target of a drop on the canvas. */
interface DropTarget {
  /** The id of the deepest frame, section, component, instance, or slide there, or of the page. */
  readonly node: string
  /** The point in that node's own coordinates, in px. */
  readonly point: Vector
}

/** Finds the target at a point of the current page. Skips hidden layers, but not locked ones. */
function dropTarget(document: DocumentModel, absolute: Vector): DropTarget {
  const page = document.need(document.currentPage)
  const id = deepest(document, page, absolute) ?? page.id
  return { node: id, point: within(document, document.need(id), absolute) ?? absolute }
}

function deepest(document: DocumentModel, holder: NodeData, point: Vector): string | null {
  for (const id of [...holder.children].reverse()) {
    const node = document.need(id)
    if (!node.visible) continue
    const target = isFrameLike(node.type) || node.type === 'SECTION'
    const inside = covers(document, node, point)
    if (!inside && node.clipsContent) continue
    const below = deepest(document, node, point)
    if (below !== null) return below
    if (target && inside) return id
  }
  return null
}

function covers(document: DocumentModel, node: NodeData, point: Vector): boolean {
  const at = within(document, node, point)
  return at !== null && at.x >= 0 && at.y >= 0 && at.x <= node.width && at.y <= node.height
}

function within(document: DocumentModel, node: NodeData, point: Vector): Vector | null {
  const back = inverse(absoluteTransform(document, node))
  return back && applyTo(back, point)
}
