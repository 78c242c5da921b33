import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentModel } from './document'

const WHITE: Paint = {
  type: 'SOLID',
  visible: true,
  opacity: 1,
  blendMode: 'NORMAL',
  color: { r: 1, g: 1, b: 1 },
}

/** Size of a slide, in px. */
const SLIDE = { width: 1920, height: 1080 }

/** Adds what a new Slides file has to the first page: a grid with one row and one slide. */
export function addSlideGrid(document: DocumentModel): void {
  const grid = document.create({ type: 'SLIDE_GRID', name: 'Slide grid' }, document.currentPage)
  const row = document.create({ type: 'SLIDE_ROW', name: 'Row 1', ...SLIDE }, grid)
  document.create({ type: 'SLIDE', name: 'Slide', ...SLIDE, fills: [WHITE], clipsContent: true }, row)
}
