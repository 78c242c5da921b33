import type { NodeChangeProperty } from '@figma/plugin-typings/plugin-api-standalone'
import { NodeRef } from '../document/capability'
import type { DocumentModel } from '../document/document'
import type { NodeData } from '../document/node-data'

/** Whether the user who runs the plugin made the change, or another one. */
type Origin = 'LOCAL' | 'REMOTE'

/** A change as in `documentchange` and `nodechange`. */
export interface NodeChange {
  readonly type: 'CREATE' | 'DELETE' | 'PROPERTY_CHANGE'
  readonly origin: Origin
  readonly id: string
  readonly node: NodeRef
  readonly properties?: readonly NodeChangeProperty[]
  /** The page on which it happened. */
  readonly page: string | null
}

/** Returns a change without the host's own fields. */
export function publicChange({ page: _, ...change }: NodeChange): Omit<NodeChange, 'page'> {
  return change
}

interface Edit {
  readonly before: NodeData | undefined
  readonly after: NodeData | undefined
  readonly page: string | null
  readonly origin: Origin
}

/** Fields of a record that have another name, or several, in the typings. */
const NAMES: Readonly<Partial<Record<keyof NodeData, readonly NodeChangeProperty[]>>> = {
  transform: ['x', 'y', 'rotation', 'relativeTransform'],
  corners: ['cornerRadius'],
  vectorPaths: ['vectorNetwork'],
  pathFills: ['fills'],
  text: ['characters'],
  layout: ['layoutMode'],
}
const SAME: readonly (keyof NodeData & NodeChangeProperty)[] = [
  ...(['name', 'parent', 'visible', 'locked', 'expanded', 'opacity', 'blendMode', 'isMask'] as const),
  ...(['maskType', 'width', 'height', 'constrainProportions', 'constraints', 'fills', 'strokes'] as const),
  ...(['strokeWeight', 'strokeCap', 'strokeJoin', 'strokeAlign', 'strokeMiterLimit', 'dashPattern'] as const),
  ...(['cornerSmoothing', 'clipsContent', 'fillStyleId', 'strokeStyleId', 'pluginData'] as const),
  ...(['description', 'type'] as const),
]

/** Collects changes of the nodes of a document until they are reported. */
export class ChangeRecorder {
  readonly #document: DocumentModel
  #edits = new Map<string, Edit>()
  /** The origin of the following changes. */
  origin: Origin = 'LOCAL'

  constructor(document: DocumentModel) {
    this.#document = document
  }

  note(before: NodeData | undefined, after: NodeData | undefined): void {
    const { id, parent } = (after ?? before) as NodeData
    const page = this.#document.pageOf(id) ?? this.#document.pageOf(parent ?? '')
    const known = this.#edits.get(id)
    this.#edits.set(id, {
      before: known ? known.before : before,
      after,
      page: page ?? known?.page ?? null,
      origin: this.origin,
    })
  }

  /** Returns the changes since the last call. For a tree that was added or removed, only its root. */
  take(): readonly NodeChange[] {
    const edits = this.#edits
    this.#edits = new Map()
    return [...edits].flatMap(([id, edit]): NodeChange[] => {
      const { before, after, page, origin } = edit
      const above = edits.get((after ?? before)?.parent ?? '')
      const base = { origin, id, node: new NodeRef(id), page } as const
      if (before && after) {
        const properties = differences(before, after)
        return properties.length > 0 ? [{ type: 'PROPERTY_CHANGE', ...base, properties }] : []
      }
      if (after) return above?.after && !above.before ? [] : [{ type: 'CREATE', ...base }]
      if (before) return above?.before && !above.after ? [] : [{ type: 'DELETE', ...base }]
      return []
    })
  }
}

function differences(before: NodeData, after: NodeData): NodeChangeProperty[] {
  const changed = (key: keyof NodeData) => JSON.stringify(before[key]) !== JSON.stringify(after[key])
  const others = Object.keys(NAMES) as (keyof NodeData)[]
  return [...SAME.filter(changed), ...others.filter(changed).flatMap((key) => NAMES[key] ?? [])]
}
