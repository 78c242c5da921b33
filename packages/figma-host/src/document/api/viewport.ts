import type { ViewportAPI } from '@figma/plugin-typings/plugin-api-standalone'
import type { Area } from '../capability'
import { invalid, list, node, number, record } from '../check'
import { unionOf } from '../geometry/matrix'
import { absoluteBox } from '../layout'
import type { Session } from '../session'

/** The visible part of the page. */
export const viewport = {
  center: {
    get: ({ viewport }: Session) => viewport.center,
    set: ({ viewport }: Session, value: unknown) => {
      const { x, y } = record(value, 'center', ['x', 'y'])
      viewport.center = { x: number(x, 'center.x'), y: number(y, 'center.y') }
    },
  },
  zoom: {
    get: ({ viewport }: Session) => viewport.zoom,
    set: ({ viewport }: Session, value: unknown) => {
      const zoom = number(value, 'zoom')
      if (zoom <= 0) throw invalid('zoom', 'Number must be greater than 0')
      viewport.zoom = zoom
    },
  },
  bounds: { get: ({ viewport }: Session) => viewport.bounds },
  scrollAndZoomIntoView: {
    call: ({ document, viewport }: Session, nodes) => {
      const ids = list(nodes, 'nodes', node).map(({ id }) => id)
      // The typings only describe nodes “of the page that is currently visible”, so others are refused.
      if (ids.some((id) => document.pageOf(id) !== document.currentPage))
        throw invalid('nodes', 'Expected nodes of the current page')
      const boxes = ids.map((id) => absoluteBox(document, document.need(id)))
      const box = unionOf(boxes)
      if (box) viewport.show(box)
    },
  },
} satisfies Area<ViewportAPI>
