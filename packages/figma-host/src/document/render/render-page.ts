import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentModel } from '../document'
import { drawnBox } from './drawn-box'
import { LayerRenderer } from './layer-renderer'
import { element } from './markup'

/** The area that is rendered of an empty page, in page px. */
const EMPTY_AREA: Rect = { x: 0, y: 0, width: 100, height: 100 }

/**
 * Renders the current page as a standalone SVG text that looks like the document in Figma, on a transparent background. `area`: in page px.
 * Default: the bounding box of everything visible, or 100 × 100.
 */
export function renderPage(document: DocumentModel, area?: Rect): string {
  const page = document.need(document.currentPage)
  const shown = area ?? drawnBox(document, page) ?? EMPTY_AREA
  const renderer = new LayerRenderer(document)
  const layers = renderer.layersIn(page)
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: shown.width,
      height: shown.height,
      viewBox: `${shown.x} ${shown.y} ${shown.width} ${shown.height}`,
    },
    renderer.definitions.markup() + layers,
  )
}
