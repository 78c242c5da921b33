import { ApiError } from './errors'
import { History } from './history'
import { BLANK, holdsLayers, type ModelledType, type NodeData } from './node-data'

/** What kind of thing changed. Only the first kind makes undo steps. */
export type ChangeKind = 'document' | 'selection' | 'page' | 'viewport'

const ROOT = '0:0'
const FIRST_PAGE = '0:1'

/**
 * A Figma document: records of nodes by id, their tree, the selection of each page and the undo history. It knows
 * nothing of plugins. Ids are counted and never used twice, so a document's history is reproducible.
 */
export class DocumentModel {
  readonly #nodes = new Map<string, NodeData>()
  /** Also of removed nodes, which keep their type. */
  readonly #types = new Map<string, ModelledType>()
  readonly #selections = new Map<string, readonly string[]>()
  readonly #history: History
  readonly #listeners = new Set<(kind: ChangeKind) => void>()
  #lastId = 1
  #currentPage = FIRST_PAGE

  /** A document named "Untitled" with one empty page, "Page 1". */
  constructor() {
    const page: NodeData = {
      ...BLANK,
      id: FIRST_PAGE,
      type: 'PAGE',
      name: 'Page 1',
      parent: ROOT,
      // Figma's canvas in the light theme.
      fills: [
        { type: 'SOLID', color: { r: 0.9607843137254902, g: 0.9607843137254902, b: 0.9607843137254902 } },
      ],
    }
    this.#nodes.set(ROOT, { ...BLANK, id: ROOT, type: 'DOCUMENT', name: 'Untitled', children: [FIRST_PAGE] })
    this.#nodes.set(FIRST_PAGE, page)
    this.#history = new History(this.#nodes)
  }

  get rootId(): string {
    return ROOT
  }

  get currentPage(): string {
    return this.#currentPage
  }

  set currentPage(id: string) {
    if (this.need(id).type !== 'PAGE') throw new ApiError(`The node with id ${id} is not a page`)
    if (id === this.#currentPage) return
    this.#currentPage = id
    this.#tell('page')
  }

  /** The record of a node, or undefined when there is no such node (any more). */
  get(id: string): NodeData | undefined {
    return this.#nodes.get(id)
  }

  /** The record of a node. Throws as Figma does when the node was removed. */
  need(id: string): NodeData {
    const data = this.#nodes.get(id)
    if (!data) throw new ApiError(`The node with id "${id}" does not exist`)
    return data
  }

  /** The type of a node, also of one that was removed. Throws where there never was one. */
  typeOf(id: string): ModelledType {
    const type = this.#nodes.get(id)?.type ?? this.#types.get(id)
    if (!type) throw new ApiError(`The node with id "${id}" does not exist`)
    return type
  }

  /** The page that a node lies on, or null for the document. */
  pageOf(id: string): string | null {
    for (let data = this.#nodes.get(id); data; data = this.#nodes.get(data.parent ?? '')) {
      if (data.type === 'PAGE') return data.id
    }
    return null
  }

  /** Changes fields of a node. Fields that keep their value make no undo step. */
  update(id: string, patch: Partial<Omit<NodeData, 'id' | 'type' | 'parent' | 'children'>>): void {
    const data = this.need(id)
    const changed = Object.entries(patch).some(([key, value]) => data[key as keyof NodeData] !== value)
    if (changed) this.#write(id, { ...data, ...patch })
  }

  /** Turns a node into another type, in its place and with all it holds. */
  convert(id: string, patch: Partial<Omit<NodeData, 'id' | 'parent' | 'children'>>): void {
    this.#write(id, { ...this.need(id), ...patch })
  }

  /** Makes a node and puts it into `parent`, at the front unless `index` is given. Returns its id. */
  create(
    fields: Partial<NodeData> & Pick<NodeData, 'type' | 'name'>,
    parent: string,
    index = Number.POSITIVE_INFINITY,
  ): string {
    const id = `1:${++this.#lastId}`
    this.#assertHolds(parent, fields.type)
    this.#write(id, { ...BLANK, ...fields, id, parent: null, children: [] })
    this.#attach(id, parent, index)
    return id
  }

  /** Moves a node into `parent` before the child now at `index`, which may be `Infinity` for the front. */
  move(id: string, parent: string, index = Number.POSITIVE_INFINITY): void {
    this.#assertHolds(parent, this.need(id).type)
    for (let at: string | null = parent; at !== null; at = this.need(at).parent) {
      if (at === id) throw new ApiError('A node cannot be moved into itself')
    }
    const before = this.need(id).parent
    const siblings = this.need(parent).children
    const place = before === parent && siblings.indexOf(id) < index ? index - 1 : index
    this.#detach(id)
    this.#attach(id, parent, place)
    if (before !== null && before !== parent) this.#dropIfEmptyGroup(before)
  }

  /** Removes a node with all it holds. A group that is left empty goes with it, as in Figma. */
  remove(id: string): void {
    const { parent, type } = this.need(id)
    if (type === 'DOCUMENT') throw new ApiError('Removing the document is not allowed')
    if (type === 'PAGE' && this.need(ROOT).children.length === 1) {
      throw new ApiError('Removing the only page is not allowed')
    }
    this.#detach(id)
    this.#forget(id)
    if (parent !== null) this.#dropIfEmptyGroup(parent)
    this.#pruneSelections()
  }

  /** Copies a node with all it holds into `parent`, at the front. Returns the copy's id. */
  clone(id: string, parent: string): string {
    const { children, ...fields } = this.need(id)
    const copy = this.create(fields, parent)
    for (const child of children) this.clone(child, copy)
    return copy
  }

  /** All nodes below a node in the order of the layers, parents before their children. */
  descendants(id: string): NodeData[] {
    const found: NodeData[] = []
    for (const child of this.need(id).children) {
      found.push(this.need(child), ...this.descendants(child))
    }
    return found
  }

  /** Ids of the selected nodes of a page. */
  selection(page: string = this.#currentPage): readonly string[] {
    return this.#selections.get(page) ?? []
  }

  /** Selects nodes, which must lie on the page. Makes no undo step. */
  select(ids: readonly string[], page: string = this.#currentPage): void {
    for (const id of ids) {
      if (id === page || this.pageOf(id) !== page) {
        throw new ApiError('The selection of a page can only include nodes in that page')
      }
    }
    const unique = [...new Set(ids)]
    const before = this.selection(page)
    if (unique.length === before.length && unique.every((id, at) => id === before[at])) return
    this.#selections.set(page, unique)
    this.#tell('selection')
  }

  get canUndo(): boolean {
    return this.#history.canUndo
  }

  get canRedo(): boolean {
    return this.#history.canRedo
  }

  /** Closes the changes since the last call into one undo step. */
  commitUndo(): void {
    this.#history.commit()
    this.#tell('document')
  }

  /** Takes the last step back. False when there is none. */
  undo(): boolean {
    return this.#afterTimeTravel(this.#history.undo())
  }

  /** Does the last undone step again. False when there is none. */
  redo(): boolean {
    return this.#afterTimeTravel(this.#history.redo())
  }

  /** Calls `listener` at once on every change, once a change. Returns the way to stop it. */
  onChange(listener: (kind: ChangeKind) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** All records in the order of the tree: two documents are the same when this is deep-equal. */
  serialise(): NodeData[] {
    return [this.need(ROOT), ...this.descendants(ROOT)]
  }

  #afterTimeTravel(moved: boolean): boolean {
    if (!moved) return false
    if (!this.#nodes.has(this.#currentPage)) this.#currentPage = this.need(ROOT).children[0] ?? FIRST_PAGE
    this.#pruneSelections()
    this.#tell('document')
    return true
  }

  #write(id: string, data: NodeData): void {
    this.#history.remember(id)
    this.#nodes.set(id, data)
    this.#types.set(id, data.type)
    this.#tell('document')
  }

  #forget(id: string): void {
    for (const child of this.need(id).children) this.#forget(child)
    this.#history.remember(id)
    this.#nodes.delete(id)
  }

  #attach(id: string, parent: string, index: number): void {
    const holder = this.need(parent)
    const children = [...holder.children.slice(0, index), id, ...holder.children.slice(index)]
    this.#write(parent, { ...holder, children })
    this.#write(id, { ...this.need(id), parent })
  }

  #detach(id: string): void {
    const holder = this.#nodes.get(this.need(id).parent ?? '')
    if (holder)
      this.#write(holder.id, { ...holder, children: holder.children.filter((child) => child !== id) })
  }

  #dropIfEmptyGroup(id: string): void {
    const data = this.need(id)
    if (data.type === 'GROUP' && data.children.length === 0) this.remove(id)
  }

  #assertHolds(parent: string, childType: ModelledType): void {
    const { type } = this.need(parent)
    const allowed = type === 'DOCUMENT' ? childType === 'PAGE' : childType !== 'PAGE' && holdsLayers(type)
    if (!allowed || childType === 'DOCUMENT') throw new ApiError(`A ${type} cannot hold a ${childType}`)
  }

  #pruneSelections(): void {
    for (const [page, ids] of this.#selections) {
      const left = ids.filter((id) => this.pageOf(id) === page)
      if (left.length === ids.length) continue
      this.#selections.set(page, left)
      this.#tell('selection')
    }
  }

  #tell(kind: ChangeKind): void {
    for (const listener of this.#listeners) listener(kind)
  }
}
