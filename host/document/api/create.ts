import type { Paint, PluginAPI } from '@figma/plugin-typings/plugin-api-standalone'
import { type Area, NodeRef } from '../capability'
import { node, text } from '../check'
import { ApiError, notModelled } from '../errors'
import type { NodeData } from '../node-data'
import type { Session } from '../session'

const solid = (level: number): readonly Paint[] => [
  {
    type: 'SOLID',
    visible: true,
    opacity: 1,
    blendMode: 'NORMAL',
    color: { r: level, g: level, b: level },
  },
]

type Fields = Pick<NodeData, 'type' | 'name'> & Partial<NodeData>

/** What Figma gives a fresh frame: 100 × 100 px, white, clipping. */
const FRAME: Fields = {
  type: 'FRAME',
  name: 'Frame',
  width: 100,
  height: 100,
  fills: solid(1),
  clipsContent: true,
}
/** What Figma gives a fresh rectangle: 100 × 100 px, light grey (#D9D9D9). */
const RECTANGLE: Fields = {
  type: 'RECTANGLE',
  name: 'Rectangle',
  width: 100,
  height: 100,
  fills: solid(217 / 255),
}
const SECTION: Fields = { type: 'SECTION', name: 'Section', width: 100, height: 100, fills: solid(1) }
const VECTOR: Fields = { type: 'VECTOR', name: 'Vector', strokes: solid(0), strokeAlign: 'CENTER' }

function maker(fields: Fields) {
  return { call: ({ document }: Session) => new NodeRef(document.create(fields, document.currentPage)) }
}

/** Fresh layers: at (0, 0) of the current page, in front. */
export const create = {
  createFrame: maker(FRAME),
  createRectangle: maker(RECTANGLE),
  createSection: maker(SECTION),
  createVector: maker(VECTOR),
  createComponent: maker({ ...FRAME, type: 'COMPONENT', name: 'Component' }),
  createPage: {
    call: ({ document, loadedPages }: Session) => {
      const { fills } = document.need(document.currentPage)
      const count = document.need(document.rootId).children.length
      const id = document.create({ type: 'PAGE', name: `Page ${count + 1}`, fills }, document.rootId)
      loadedPages.add(id)
      return new NodeRef(id)
    },
  },
  createNodeFromSvg: {
    call: ({ importSvg }: Session, svg) => new NodeRef(importSvg(text(svg, 'svg'))),
  },
  createComponentFromNode: {
    call: ({ document, editorType }: Session, target) => {
      if (editorType !== 'figma') throw new ApiError('createComponentFromNode works in Figma Design only')
      const { id } = node(target, 'node')
      const { type, parent } = document.need(id)
      if (type !== 'FRAME') throw notModelled(`figma.createComponentFromNode of a ${type}`)
      for (let at = document.get(parent ?? ''); at; at = document.get(at.parent ?? '')) {
        if (at.type === 'COMPONENT' || at.type === 'INSTANCE') {
          throw new ApiError('Cannot create a component inside a component or an instance')
        }
      }
      document.convert(id, { type: 'COMPONENT' })
      return new NodeRef(id)
    },
  },
} satisfies Area<
  PluginAPI,
  | 'createFrame'
  | 'createRectangle'
  | 'createSection'
  | 'createVector'
  | 'createComponent'
  | 'createPage'
  | 'createNodeFromSvg'
  | 'createComponentFromNode'
>
