import type { PluginAPI } from '@figma/plugin-typings/plugin-api-standalone'
import { type Area, NodeRef } from '../capability'
import { list, node, number, optional } from '../check'
import { ApiError, notModelled } from '../errors'
import { inverse, multiply } from '../geometry/matrix'
import { absoluteTransform, containerOf, setTransform } from '../layout'
import { mergeShapes } from '../merge-shapes'
import type { Session } from '../session'

function ids(value: unknown): readonly string[] {
  const found = list(value, 'nodes', node).map(({ id }) => id)
  if (found.length === 0) throw new ApiError('First argument must be an array of at least one node')
  return found
}

function indexOrFront(value: unknown): number {
  return optional(value, 'index', (index, where) => number(index, where, 0)) ?? Number.POSITIVE_INFINITY
}

/** Moves a layer into another holder so that it stays where it is on the page. */
function moveInPlace({ document }: Session, id: string, parent: string): void {
  const before = absoluteTransform(document, document.need(id))
  document.move(id, parent)
  const container = containerOf(document, document.need(id))
  const back = container && inverse(absoluteTransform(document, container))
  setTransform(document, id, back ? multiply(back, before) : before)
}

/** Layers made out of other layers. */
export const combine = {
  group: {
    call: (session: Session, nodes, parent, index) => {
      const members = ids(nodes)
      const { document } = session
      const holder = node(parent, 'parent').id
      for (const id of members) {
        if (document.pageOf(id) !== document.pageOf(holder)) {
          throw new ApiError('Grouped nodes must be in the same page as the parent')
        }
      }
      const group = document.create({ type: 'GROUP', name: 'Group' }, holder, indexOrFront(index))
      for (const id of members) moveInPlace(session, id, group)
      return new NodeRef(group)
    },
  },
  ungroup: {
    call: (session: Session, target) => {
      const { document } = session
      const { id } = node(target, 'node')
      const { type, parent, children } = document.need(id)
      if (type !== 'GROUP' || parent === null) throw notModelled(`figma.ungroup of a ${type}`)
      let place = document.need(parent).children.indexOf(id)
      for (const child of children) document.move(child, parent, place++)
      return children.map((child) => new NodeRef(child))
    },
  },
  flatten: {
    call: ({ document }: Session, nodes, parent, index) => {
      const members = ids(nodes)
      const first = document.need(members[0] ?? '')
      const holder = optional(parent, 'parent', node)?.id ?? first.parent ?? document.currentPage
      return new NodeRef(mergeShapes(document, members, holder, indexOrFront(index)))
    },
  },
} satisfies Area<PluginAPI, 'group' | 'ungroup' | 'flatten'>
