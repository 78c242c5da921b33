import type { DocumentTree } from '../document-tree'
import { boxOf } from '../geometry/matrix'
import { placementOf, setTransform } from '../layout'
import type { NodeData } from '../node-data'

/**
 * Puts the items of a grid into their cells, at the top left. An item without a cell gets the first free one; if there is none, the grid
 * grows by a row (Figma doc: appendChildAt, gridAutoTracks).
 */
export function arrangeGrid(document: DocumentTree, id: string, items: readonly NodeData[]): void {
  const { layout, width, height } = document.need(id)
  const taken = new Map<number, string>()
  for (const { id: item, layout } of items) {
    if (layout.gridCell !== null && !taken.has(layout.gridCell)) taken.set(layout.gridCell, item)
  }
  const settled = new Set(taken.values())
  for (const { id: item } of items) {
    if (settled.has(item)) continue
    let cell = 0
    while (taken.has(cell)) cell += 1
    taken.set(cell, item)
    document.update(item, { layout: { ...document.need(item).layout, gridCell: cell } })
  }
  const columns = Math.max(1, layout.gridColumnCount)
  const rows = Math.max(
    layout.gridRowCount,
    ...[...taken.keys()].map((cell) => Math.floor(cell / columns) + 1),
  )
  if (rows > layout.gridRowCount) document.update(id, { layout: { ...layout, gridRowCount: rows } })
  const across = stepOf(width - layout.paddingLeft - layout.paddingRight, columns, layout.gridColumnGap)
  const down = stepOf(height - layout.paddingTop - layout.paddingBottom, rows, layout.gridRowGap)
  for (const [cell, item] of taken) {
    const { transform, ...size } = placementOf(document, document.need(item))
    const box = boxOf(transform, { x: 0, y: 0, width: size.width, height: size.height })
    const [[a, c, x], [b, d, y]] = transform
    const dx = layout.paddingLeft + (cell % columns) * across - box.x
    const dy = layout.paddingTop + Math.floor(cell / columns) * down - box.y
    if (Math.abs(dx) < 1e-9 && Math.abs(dy) < 1e-9) continue
    setTransform(document, item, [
      [a, c, x + dx],
      [b, d, y + dy],
    ])
  }
}

/** Returns the distance between the starts of neighboring cells, in px. */
const stepOf = (room: number, count: number, gap: number): number =>
  Math.max(0, (room - gap * (count - 1)) / count) + gap
