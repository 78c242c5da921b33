import type { ComponentNode, InstanceNode } from '@figma/plugin-typings/plugin-api-standalone'
import { type Capability, NodeRef, type NodeSubject } from '../capability'
import { text } from '../check'
import { ApiError } from '../errors'
import { liesInInstance } from '../instances'
import { instantiateComponent } from '../instantiate'
import { holderOfNew } from '../new-layers'

/** Creates an instance: a copy of the component's content that refers to it. It does not follow later edits. */
function instantiate({ session, document, id }: NodeSubject): NodeRef {
  return new NodeRef(instantiateComponent(document, id, holderOfNew(session)))
}

/** Members of components. */
export const component = {
  description: {
    get: ({ data }: NodeSubject) => data.description,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { description: text(value, 'description') }),
  },
  remote: { get: () => false },
  createInstance: { call: instantiate },
  createSlot: {
    call: ({ document, id }: NodeSubject) =>
      new NodeRef(
        document.create({ type: 'SLOT', name: 'Slot', width: 100, height: 100, clipsContent: true }, id),
      ),
  },
  getInstancesAsync: {
    call: async ({ document, id }: NodeSubject) =>
      document
        .descendants(document.rootId)
        .filter(({ mainComponent }) => mainComponent === id)
        .map((instance) => new NodeRef(instance.id)),
  },
} satisfies Capability<ComponentNode>

/** Members of instances. */
export const instance = {
  getMainComponentAsync: {
    call: async ({ data, document }: NodeSubject) =>
      data.mainComponent !== null && document.get(data.mainComponent)
        ? new NodeRef(data.mainComponent)
        : null,
  },
  mainComponent: {
    get: (): null => {
      throw new ApiError(
        'Cannot call with documentAccess: dynamic-page. Use node.getMainComponentAsync instead.',
      )
    },
  },
  detachInstance: {
    call: ({ document, id }: NodeSubject) => {
      if (liesInInstance(document, id)) throw new ApiError('Cannot detach an instance inside of an instance')
      document.convert(id, { type: 'FRAME', mainComponent: null })
      return new NodeRef(id)
    },
  },
} satisfies Capability<InstanceNode>
