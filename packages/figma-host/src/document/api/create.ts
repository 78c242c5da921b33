import type { Paint, PluginAPI } from '@figma/plugin-typings/plugin-api-standalone'
import { type Area, NodeRef } from '../capability'
import { node, text } from '../check'
import { makeComponent } from '../make-component'
import { holderOfNew } from '../new-layers'
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

/** A new frame in Figma: 100 × 100 px, white, clipping. */
const FRAME: Fields = {
  type: 'FRAME',
  name: 'Frame',
  width: 100,
  height: 100,
  fills: solid(1),
  clipsContent: true,
}
/** A new shape in Figma: 100 × 100 px, light gray (#D9D9D9). */
const SHAPE = { width: 100, height: 100, fills: solid(217 / 255) } as const
const SECTION: Fields = { type: 'SECTION', name: 'Section', width: 100, height: 100, fills: solid(1) }
const VECTOR: Fields = { type: 'VECTOR', name: 'Vector', strokes: solid(0), strokeAlign: 'CENTER' }
const LINE: Fields = { type: 'LINE', name: 'Line', width: 100, strokes: solid(0), strokeAlign: 'CENTER' }
const TEXT: Fields = { type: 'TEXT', name: 'Text', fills: solid(0), height: 14.4 }

function maker(fields: Fields) {
  return {
    call: (session: Session) => new NodeRef(session.document.create(fields, holderOfNew(session))),
  }
}

/** Creating layers: at (0, 0) of the current page or of the open slide, in front. */
export const create = {
  createFrame: maker(FRAME),
  createRectangle: maker({ type: 'RECTANGLE', name: 'Rectangle', ...SHAPE }),
  createEllipse: maker({ type: 'ELLIPSE', name: 'Ellipse', ...SHAPE }),
  createLine: maker(LINE),
  createText: maker(TEXT),
  createVector: maker(VECTOR),
  createComponent: maker({ ...FRAME, type: 'COMPONENT', name: 'Component' }),
  createSection: {
    call: ({ document }: Session) => new NodeRef(document.create(SECTION, document.currentPage)),
  },
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
    call: (session: Session, svg) => new NodeRef(session.importSvg(text(svg, 'svg'), holderOfNew(session))),
  },
  createComponentFromNode: {
    call: ({ document }: Session, target) => new NodeRef(makeComponent(document, node(target, 'node').id)),
  },
} satisfies Area<PluginAPI>
