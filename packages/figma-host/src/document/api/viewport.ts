import type { ViewportAPI } from '@figma/plugin-typings/plugin-api-standalone'
import type { Area } from '../capability'
import { invalid, list, node, number, record } from '../check'
import { unionOf } from '../geometry/matrix'
import { absoluteBox } from '../layout'
import type { Session } from '../session'

/** The part of the page on screen. */
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
      const boxes = list(nodes, 'nodes', node).map(({ id }) => absoluteBox(document, document.need(id)))
      const box = unionOf(boxes)
      if (box) viewport.show(box)
    },
  },
} satisfies Area<ViewportAPI>
