import type { DocumentModel } from './document'
import { ApiError } from './errors'
import { translation } from './geometry/matrix'
import type { NodeData } from './node-data'

/** Size of a slide and the space between two, in px. */
const [WIDTH, HEIGHT, GAP] = [1920, 1080, 240]

const WHITE = {
  type: 'SOLID',
  visible: true,
  opacity: 1,
  blendMode: 'NORMAL',
  color: { r: 1, g: 1, b: 1 },
} as const

/** Gives the first page of a document what a new file in Slides has: a grid of one row with one slide. */
export function addSlideGrid(document: DocumentModel): void {
  const grid = document.create({ type: 'SLIDE_GRID', name: 'Slide grid' }, document.currentPage)
  document.create({ type: 'SLIDE_ROW', name: 'Row 1' }, grid)
  addSlide(document)
}

/** The rows of a presentation. Throws in a document without slides. */
export function slideRows(document: DocumentModel): NodeData[] {
  const grid = document.descendants(document.rootId).find(({ type }) => type === 'SLIDE_GRID')
  if (!grid) throw new ApiError('There is no slide grid')
  return grid.children.map((id) => document.need(id))
}

/** Adds a row at a place, at the end when left out. Returns its id. */
export function addSlideRow(document: DocumentModel, index?: number): string {
  const rows = slideRows(document)
  const grid = rows[0]?.parent ?? ''
  const id = document.create({ type: 'SLIDE_ROW', name: `Row ${rows.length + 1}` }, grid, index)
  place(document)
  return id
}

/** Adds a slide at a place of a row, at the end of the last row when left out. Returns its id. */
export function addSlide(document: DocumentModel, row?: number, column?: number): string {
  const rows = slideRows(document)
  const holder = rows[row ?? rows.length - 1]
  if (!holder) throw new ApiError(`There is no row ${row} in the slide grid`)
  const fields = { type: 'SLIDE', name: 'Slide', width: WIDTH, height: HEIGHT, fills: [WHITE] } as const
  const id = document.create({ ...fields, clipsContent: true }, holder.id, column)
  place(document)
  return id
}

/** Puts rows and slides beside each other. */
function place(document: DocumentModel): void {
  slideRows(document).forEach((row, down) => {
    const width = Math.max(1, row.children.length) * (WIDTH + GAP) - GAP
    document.update(row.id, { transform: translation(0, down * (HEIGHT + GAP)), width, height: HEIGHT })
    row.children.forEach((id, across) => {
      document.update(id, { transform: translation(across * (WIDTH + GAP), 0) })
    })
  })
}
