import type { DocumentModel } from '../document/document'
import { absoluteBox, placementOf } from '../document/layout'
import type { LayerSnapshot, PageSnapshot, ViewportSnapshot } from './contract'

/** Returns the current page as plain data. */
export function snapshotPage(document: DocumentModel, viewport: ViewportSnapshot): PageSnapshot {
  const page = document.need(document.currentPage)
  return {
    name: page.name,
    layers: page.children.map((id) => snapshotLayer(document, id)),
    selection: document.selection(),
    viewport,
    canUndo: document.canUndo,
    canRedo: document.canRedo,
  }
}

function snapshotLayer(document: DocumentModel, id: string): LayerSnapshot {
  const node = document.need(id)
  const { transform, width, height } = placementOf(document, node)
  return {
    id,
    name: node.name,
    type: node.type,
    visible: node.visible,
    locked: node.locked,
    x: transform[0][2],
    y: transform[1][2],
    width,
    height,
    absoluteBoundingBox: absoluteBox(document, node),
    children: node.children.map((child) => snapshotLayer(document, child)),
  }
}
