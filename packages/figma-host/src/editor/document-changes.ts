import type { NodeChangeProperty } from '@figma/plugin-typings/plugin-api-standalone'
import { NodeRef } from '../document/capability'
import type { DocumentModel } from '../document/document'
import type { NodeData } from '../document/node-data'

/** Whether it comes from who runs the plugin, or from somebody else in the file. */
type Origin = 'LOCAL' | 'REMOTE'

/** A change as `documentchange` and `nodechange` tell it. */
export interface NodeChange {
  readonly type: 'CREATE' | 'DELETE' | 'PROPERTY_CHANGE'
  readonly origin: Origin
  readonly id: string
  readonly node: NodeRef
  readonly properties?: readonly NodeChangeProperty[]
  /** The page that it happened on. */
  readonly page: string | null
}

/** A change without what only the host needs. */
export function publicChange({ page: _, ...change }: NodeChange): Omit<NodeChange, 'page'> {
  return change
}

interface Edit {
  readonly before: NodeData | undefined
  readonly after: NodeData | undefined
  readonly page: string | null
  readonly origin: Origin
}

/** The fields of a record that the typings have another name for, or several. */
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

/** Gathers what happens to the nodes of a document, until it is told. */
export class ChangeRecorder {
  readonly #document: DocumentModel
  #edits = new Map<string, Edit>()
  /** Of what is noted from now on. */
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

  /** The changes since the last call. Only the topmost node of a tree that came or went. */
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
