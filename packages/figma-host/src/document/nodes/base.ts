import type { BaseNodeMixin, NodeType } from '@figma/plugin-typings/plugin-api-standalone'
import { type Capability, NodeRef, type NodeSubject } from '../capability'
import { text } from '../check'
import { ApiError } from '../errors'
import { liesInInstance } from '../instances'

/** The type of a node. Like the id, it stays readable after the node was removed (Figma doc: RemovedNode). */
export const nodeType = {
  // Made-up types are not in the typings.
  type: { get: ({ document, id }: NodeSubject) => document.typeOf(id) as NodeType },
} satisfies Capability<{ readonly type: NodeType }>

/** Members of every node. */
export const base = {
  id: { get: ({ id }: NodeSubject) => id },
  removed: { get: ({ document, id }: NodeSubject) => document.get(id) === undefined },
  name: {
    get: ({ data }: NodeSubject) => data.name,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { name: text(value, 'name') }),
  },
  parent: { get: ({ data }: NodeSubject) => (data.parent === null ? null : new NodeRef(data.parent)) },
  isAsset: { get: () => false },
  toString: { call: ({ id }: NodeSubject) => id },
  remove: {
    call: ({ document, id }: NodeSubject) => {
      if (liesInInstance(document, id)) throw new ApiError('Removing this node is not allowed')
      document.remove(id)
    },
  },
} satisfies Capability<BaseNodeMixin>
