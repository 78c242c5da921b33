import { absoluteBox, DocumentModel, type NodeData, renderPage } from 'figma-host/document'
import { openSvgComparer } from './resvg'

/** Colors that nothing else in the document has. The second is as different from the first as possible. */
const [MARK, OTHER] = ['rgb(1,2,3)', 'rgb(254,253,252)']

/** A picture with a single color, to find it. Lengths in px. */
export const markedPicture = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path d="M0 0H${width}V${height}H0Z" fill="${MARK}"/></svg>`

/** Measures how much of a marked picture is visible on the page. */
export function openVisibilityMeter() {
  const comparer = openSvgComparer()
  return {
    /** Renders the picture in one color and in another: where it is visible, they differ. Returns a share of its bounding box, 0 to 1. */
    async visibleShare(nodes: readonly NodeData[], id: string): Promise<number> {
      const page = alone(nodes, id)
      const [share = 0] = page.includes(MARK)
        ? await comparer.compare(page, [page.replaceAll(MARK, OTHER)], 64)
        : []
      return share
    },
    close: () => comparer.close(),
  }
}

/**
 * Renders the surroundings of a layer as an SVG text: the layer, its ancestors, and what could hide it there. Other layers would not hide
 * it, but resvg fails on translucent layers that are far away.
 */
function alone(nodes: readonly NodeData[], id: string): string {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const path = new Set<string>()
  for (let node = byId.get(id); node; node = byId.get(node.parent ?? '')) path.add(node.id)
  const document = new DocumentModel()
  let found = ''
  const copy = (from: NodeData, to: string, isWhole: boolean) => {
    for (const child of from.children) {
      const node = byId.get(child)
      const isKept = node && (isWhole || path.has(child) || node.isMask)
      if (!isKept) continue
      const opacity = node.opacity > 0 ? 1 : 0
      const made = document.create({ ...node, opacity }, to)
      if (child === id) found = made
      copy(node, made, isWhole || child === id || node.isMask)
    }
  }
  const page = nodes.find(({ type, id }) => type === 'PAGE' && path.has(id))
  if (page) copy(page, document.currentPage, false)
  return renderPage(document, absoluteBox(document, document.need(found)))
}
