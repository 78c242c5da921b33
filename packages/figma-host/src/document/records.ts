import type { AssetData, AssetKind, AssetOf } from './assets'
import { ApiError } from './errors'
import { seed } from './first-page'
import { History } from './history'
import type { StoredImage } from './images'
import type { ModeledType, NodeData } from './node-data'

/** The kind of a change. Only `document` creates undo steps. */
export type ChangeKind = 'document' | 'selection' | 'page' | 'viewport'

/** Called for each change of a node's record. Undefined means that there is no node. */
export type EditListener = (before: NodeData | undefined, after: NodeData | undefined) => void

/** The records of a document and their history: nodes, variables, and styles by id. Ids are never reused. */
export class DocumentRecords {
  /** By hash. Undo does not remove them. */
  readonly images = new Map<string, StoredImage>()
  readonly #nodes = new Map<string, NodeData>()
  readonly #assets = new Map<string, AssetData>()
  /** Includes removed nodes, which keep their type. */
  readonly #types = new Map<string, ModeledType>()
  readonly #listeners = new Set<(kind: ChangeKind) => void>()
  readonly #editListeners = new Set<EditListener>()
  #lastId = 1
  /** Nodes that have changed since this was last cleared. */
  protected touched = new Set<string>()
  protected readonly history = new History((table, before, after) => {
    if (table === this.#nodes) this.#tellEdit(before as NodeData | undefined, after as NodeData | undefined)
  })
  /** If not null, every change throws this message. */
  frozen: string | null = null

  constructor() {
    seed(this.#nodes)
  }

  /** Returns the record of a node; undefined if it does not exist (anymore). */
  get(id: string): NodeData | undefined {
    return this.#nodes.get(id)
  }

  /** Returns the record of a node. Throws like Figma if the node was removed. */
  need(id: string): NodeData {
    const data = this.#nodes.get(id)
    if (!data) throw new ApiError(`The node with id "${id}" does not exist`)
    return data
  }

  /** Returns the type of a node, which may have been removed. Throws if it never existed. */
  typeOf(id: string): ModeledType {
    const type = this.#nodes.get(id)?.type ?? this.#types.get(id)
    if (!type) throw new ApiError(`The node with id "${id}" does not exist`)
    return type
  }

  /** Yields the records of a node's ancestors, from its parent up to the document. */
  *ancestors(id: string): Generator<NodeData> {
    let at = this.#nodes.get(this.#nodes.get(id)?.parent ?? '')
    for (; at; at = this.#nodes.get(at.parent ?? '')) yield at
  }

  /** Returns the id of a node's page; null for the document. */
  pageOf(id: string): string | null {
    if (this.#nodes.get(id)?.type === 'PAGE') return id
    for (const { id: above, type } of this.ancestors(id)) if (type === 'PAGE') return above
    return null
  }

  /** Returns all descendants of a node in layer order, parents before children. */
  descendants(id: string): NodeData[] {
    const found: NodeData[] = []
    const visit = (data: NodeData) => {
      for (const child of data.children) {
        const node = this.need(child)
        found.push(node)
        visit(node)
      }
    }
    visit(this.need(id))
    return found
  }

  /** Returns a new id: `1:2`, `1:3`, and so on. */
  freshId(): string {
    return `1:${++this.#lastId}`
  }

  /** Returns the record of a variable, collection, or style; undefined if it does not exist (anymore). */
  asset<Kind extends AssetKind>(kind: Kind, id: string): AssetOf<Kind> | undefined {
    const data = this.#assets.get(id)
    return data?.kind === kind ? (data as AssetOf<Kind>) : undefined
  }

  /** Returns all records of a kind in order of creation. */
  assets<Kind extends AssetKind>(kind: Kind): AssetOf<Kind>[] {
    return this.allAssets().filter((data): data is AssetOf<Kind> => data.kind === kind)
  }

  /** Creates or replaces the record of an asset. */
  putAsset(data: AssetData): void {
    this.#noteAsset(data.id)
    this.#assets.set(data.id, data)
    this.tell('document')
  }

  /** Removes the record of an asset. Nodes that are bound to it keep its id. */
  removeAsset(id: string): void {
    this.#noteAsset(id)
    this.#assets.delete(id)
    this.tell('document')
  }

  /** Calls `listener` synchronously for every change. Returns a function that removes it. */
  onChange(listener: (kind: ChangeKind) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls `listener` synchronously for each changed record of a node. Returns a function that removes it. */
  onEdit(listener: EditListener): () => void {
    this.#editListeners.add(listener)
    return () => this.#editListeners.delete(listener)
  }

  /** Returns all assets in order of creation, which is the order of their keys. */
  protected allAssets(): AssetData[] {
    return [...this.#assets.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  }

  protected write(id: string, data: NodeData): void {
    this.assertThawed()
    this.history.remember(this.#nodes, id)
    const before = this.#nodes.get(id)
    this.#nodes.set(id, data)
    this.#types.set(id, data.type)
    this.touched.add(id)
    this.#tellEdit(before, data)
    this.tell('document')
  }

  /** Removes the records of a node and its descendants. */
  protected forget(id: string): void {
    const data = this.need(id)
    for (const child of data.children) this.forget(child)
    this.history.remember(this.#nodes, id)
    this.#nodes.delete(id)
    this.#tellEdit(data, undefined)
  }

  protected assertThawed(): void {
    if (this.frozen !== null) throw new ApiError(this.frozen)
  }

  protected tell(kind: ChangeKind): void {
    for (const listener of this.#listeners) listener(kind)
  }

  #noteAsset(id: string): void {
    this.assertThawed()
    this.history.remember(this.#assets, id)
  }

  #tellEdit(before: NodeData | undefined, after: NodeData | undefined): void {
    for (const listener of this.#editListeners) listener(before, after)
  }
}
