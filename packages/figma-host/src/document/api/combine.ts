import type { PluginAPI } from '@figma/plugin-typings/plugin-api-standalone'
import { type Area, NodeRef } from '../capability'
import { list, node, number, optional } from '../check'
import { ApiError } from '../errors'
import { assertHolds } from '../holders'
import { assertMovable } from '../instances'
import { mergeShapes } from '../merge-shapes'
import { moveInPlace } from '../move-in-place'
import type { ModeledType } from '../node-data'
import type { Session } from '../session'

/** Returns the ids of layers that will be moved into a new container inside `parent`. Throws before anything is changed. */
function members({ document }: Session, value: unknown, holder: ModeledType, parent: string) {
  const found = list(value, 'nodes', node).map(({ id }) => id)
  if (found.length === 0) throw new ApiError('First argument must be an array of at least one node')
  assertHolds(document.need(parent).type, holder)
  for (const id of found) {
    if (document.pageOf(id) !== document.pageOf(parent)) {
      throw new ApiError('Grouped nodes must be in the same page as the parent')
    }
    assertMovable(document, id, parent)
    if (holder !== 'VECTOR') assertHolds(holder, document.need(id).type)
  }
  return found
}

function indexOrFront(value: unknown): number {
  return optional(value, 'index', (index, where) => number(index, where, 0)) ?? Number.POSITIVE_INFINITY
}

/** Combining layers. */
export const combine = {
  group: {
    call: (session: Session, nodes, parent, index) => {
      const { document } = session
      const holder = node(parent, 'parent').id
      const grouped = members(session, nodes, 'GROUP', holder)
      const group = document.create({ type: 'GROUP', name: 'Group' }, holder, indexOrFront(index))
      for (const id of grouped) moveInPlace(document, id, group)
      return new NodeRef(group)
    },
  },
  flatten: {
    call: (session: Session, nodes, parent, index) => {
      const holder = optional(parent, 'parent', node)?.id ?? session.document.currentPage
      const flattened = members(session, nodes, 'VECTOR', holder)
      return new NodeRef(mergeShapes(session.document, flattened, holder, indexOrFront(index)))
    },
  },
} satisfies Area<PluginAPI>
