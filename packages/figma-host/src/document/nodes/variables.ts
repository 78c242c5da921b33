import type { ExplicitVariableModesMixin, SceneNodeMixin } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { asset, text } from '../check'
import { ApiError } from '../errors'
import { aliasesIn, modeFor } from '../variables'

function needCollection({ document }: NodeSubject, value: unknown) {
  const { id } = asset(value, 'collection', 'collection')
  const collection = document.asset('collection', id)
  if (!collection) throw new ApiError(`The collection with id "${id}" does not exist`)
  return collection
}

/** Variable modes that are set on a layer or page. */
export const explicitModes = {
  explicitVariableModes: { get: ({ data }: NodeSubject) => ({ ...data.variableModes }) },
  setExplicitVariableModeForCollection: {
    call: (node: NodeSubject, value, mode) => {
      const { id, modes } = needCollection(node, value)
      const modeId = text(mode, 'modeId')
      if (!modes.some((known) => known.modeId === modeId)) {
        throw new ApiError(`The collection has no mode "${modeId}"`)
      }
      node.document.update(node.id, { variableModes: { ...node.data.variableModes, [id]: modeId } })
    },
  },
  clearExplicitVariableModeForCollection: {
    call: (node: NodeSubject, value) => {
      const { [needCollection(node, value).id]: _, ...variableModes } = node.data.variableModes
      node.document.update(node.id, { variableModes })
    },
  },
} satisfies Capability<ExplicitVariableModesMixin>

/** The variables of a layer, and its variable modes, including inherited ones. */
export const boundVariables = {
  boundVariables: {
    get: ({ data }: NodeSubject) => {
      const fills = aliasesIn(data.pathFills?.flat() ?? data.fills)
      const strokes = aliasesIn(data.strokes)
      return { ...(fills.length > 0 && { fills }), ...(strokes.length > 0 && { strokes }) }
    },
  },
  resolvedVariableModes: {
    get: ({ document, id }: NodeSubject) =>
      Object.fromEntries(
        document.assets('collection').map((collection) => [collection.id, modeFor(document, collection, id)]),
      ),
  },
} satisfies Capability<SceneNodeMixin>
