import type { AssetData, AssetKind, AssetOf } from './assets'
import { ApiError } from './errors'
import { seed } from './first-page'
import { History } from './history'
import type { StoredImage } from './images'
import type { ModeledType, NodeData } from './node-data'

/** What kind of thing changed. Only the first kind makes undo steps. */
export type ChangeKind = 'document' | 'selection' | 'page' | 'viewport'

/** Told of each change of a node's record. Undefined stands for a node that is not there. */
export type EditListener = (before: NodeData | undefined, after: NodeData | undefined) => void

/** The records of a document, with their history: nodes, variables and styles by id. Ids are counted, never used twice. */
export class DocumentRecords {
  /** By hash. They stay when a step is undone. */
  readonly images = new Map<string, StoredImage>()
  readonly #nodes = new Map<string, NodeData>()
  readonly #assets = new Map<string, AssetData>()
  /** Also of removed nodes, which keep their type. */
  readonly #types = new Map<string, ModeledType>()
  readonly #listeners = new Set<(kind: ChangeKind) => void>()
  readonly #editListeners = new Set<EditListener>()
  #lastId = 1
  /** Nodes changed since this was last emptied. */
  protected touched = new Set<string>()
  protected readonly history = new History((table, before, after) => {
    if (table === this.#nodes) this.#tellEdit(before as NodeData | undefined, after as NodeData | undefined)
  })
  /** Why nothing may be changed at the moment, or null: what every change then throws. */
  frozen: string | null = null

  constructor() {
    seed(this.#nodes)
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
  typeOf(id: string): ModeledType {
    const type = this.#nodes.get(id)?.type ?? this.#types.get(id)
    if (!type) throw new ApiError(`The node with id "${id}" does not exist`)
    return type
  }

  /** The records from a node's parent up to the document. */
  *ancestors(id: string): Generator<NodeData> {
    let at = this.#nodes.get(this.#nodes.get(id)?.parent ?? '')
    for (; at; at = this.#nodes.get(at.parent ?? '')) yield at
  }

  /** The page that a node lies on, or null for the document. */
  pageOf(id: string): string | null {
    if (this.#nodes.get(id)?.type === 'PAGE') return id
    for (const { id: above, type } of this.ancestors(id)) if (type === 'PAGE') return above
    return null
  }

  /** All nodes below a node in the order of the layers, parents before their children. */
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

  /** An id that was never used: `1:2`, `1:3` and so on. */
  freshId(): string {
    return `1:${++this.#lastId}`
  }

  /** The record of a variable, a collection or a style, or undefined when there is none of this kind (any more). */
  asset<Kind extends AssetKind>(kind: Kind, id: string): AssetOf<Kind> | undefined {
    const data = this.#assets.get(id)
    return data?.kind === kind ? (data as AssetOf<Kind>) : undefined
  }

  /** All records of a kind, in the order in which they were made. */
  assets<Kind extends AssetKind>(kind: Kind): AssetOf<Kind>[] {
    return this.allAssets().filter((data): data is AssetOf<Kind> => data.kind === kind)
  }

  /** Makes or replaces the record of an asset. */
  putAsset(data: AssetData): void {
    this.#noteAsset(data.id)
    this.#assets.set(data.id, data)
    this.tell('document')
  }

  /** Removes the record of an asset. What is bound to it keeps its id. */
  removeAsset(id: string): void {
    this.#noteAsset(id)
    this.#assets.delete(id)
    this.tell('document')
  }

  /** Calls `listener` at once on every change, once a change. Returns the way to stop it. */
  onChange(listener: (kind: ChangeKind) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls `listener` at once for each record of a node that changes. Returns the way to stop it. */
  onEdit(listener: EditListener): () => void {
    this.#editListeners.add(listener)
    return () => this.#editListeners.delete(listener)
  }

  /** All assets in the order in which they were made: their keys are counted too. */
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

  /** Removes a node's record and those of all it holds. */
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
