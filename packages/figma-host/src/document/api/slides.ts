import type { PluginAPI, ViewportAPI } from '@figma/plugin-typings/plugin-api-standalone'
import { type Area, NodeRef } from '../capability'
import { number, oneOf, optional } from '../check'
import type { Session } from '../session'
import { addSlide, addSlideRow, slideRows } from '../slide-grid'

const place = (value: unknown, where: string) => optional(value, where, (at, name) => number(at, name, 0))

function grid({ document }: Session): NodeRef[][] {
  return slideRows(document).map(({ children }) => children.map((id) => new NodeRef(id)))
}

/** The slides of a presentation. Which members which editor has is said in `editors.ts`. */
export const slides = {
  createSlide: {
    call: ({ document }: Session, row, column) =>
      new NodeRef(addSlide(document, place(row, 'row'), place(column, 'col'))),
  },
  createSlideRow: {
    call: ({ document }: Session, index) => new NodeRef(addSlideRow(document, place(index, 'row'))),
  },
  getSlideGrid: { call: grid },
  getCanvasGrid: { call: grid },
} satisfies Area<PluginAPI, 'createSlide' | 'createSlideRow' | 'getSlideGrid' | 'getCanvasGrid'>

/** Opens one slide, at first the first one, or the whole grid. */
function show(session: Session, view: Session['slides']['view']): void {
  session.slides.view = view
  session.slides.focused ??= slideRows(session.document).flatMap(({ children }) => children)[0] ?? null
}

/** What of a presentation is open. */
export const slidesViewport = {
  slidesView: {
    get: ({ slides }: Session) => (slides.view === 'single' ? 'single-slide' : 'grid'),
    set: (session: Session, value: unknown) =>
      show(session, oneOf(value, 'slidesView', ['grid', 'single-slide']) === 'grid' ? 'grid' : 'single'),
  },
  canvasView: {
    get: ({ slides }: Session) => (slides.view === 'single' ? 'single-asset' : 'grid'),
    set: (session: Session, value: unknown) =>
      show(session, oneOf(value, 'canvasView', ['grid', 'single-asset']) === 'grid' ? 'grid' : 'single'),
  },
} satisfies Area<ViewportAPI, 'slidesView' | 'canvasView'>
