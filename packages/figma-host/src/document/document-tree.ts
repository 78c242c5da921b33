import type { AssetData } from './assets'
import { ApiError } from './errors'
import { FIRST_PAGE, ROOT } from './first-page'
import { assertHolds } from './holders'
import { BLANK, type NodeData } from './node-data'
import { DocumentRecords } from './records'
import { Selections } from './selections'

/** The node tree of a document, the selection of each page, and the undo history; without layout. */
export abstract class DocumentTree extends DocumentRecords {
  readonly #selections = new Selections(
    (id) => this.pageOf(id),
    (id) => this.get(id)?.parent ?? null,
    () => this.tell('selection'),
  )
  #currentPage = FIRST_PAGE

  get rootId(): string {
    return ROOT
  }

  get currentPage(): string {
    return this.#currentPage
  }

  set currentPage(id: string) {
    if (this.need(id).type !== 'PAGE') throw new ApiError(`The node with id ${id} is not a page`)
    this.assertThawed()
    if (id === this.#currentPage) return
    this.#currentPage = id
    this.tell('page')
  }

  /** Changes fields of a node. Unchanged values create no undo step. */
  update(id: string, patch: Partial<Omit<NodeData, 'id' | 'type' | 'parent' | 'children'>>): void {
    this.assertThawed()
    const data = this.need(id)
    const changed = Object.entries(patch).some(([key, value]) => data[key as keyof NodeData] !== value)
    if (changed) this.write(id, { ...data, ...patch })
  }

  /** Changes a node's type, keeping its place and children. */
  convert(id: string, patch: Partial<Omit<NodeData, 'id' | 'parent' | 'children'>>): void {
    this.write(id, { ...this.need(id), ...patch })
  }

  /** Creates a node in `parent`, at the front unless `index` is given. Returns its id. */
  create(
    fields: Partial<NodeData> & Pick<NodeData, 'type' | 'name'>,
    parent: string,
    index = Number.POSITIVE_INFINITY,
  ): string {
    assertHolds(this.need(parent).type, fields.type)
    const id = this.freshId()
    this.write(id, { ...BLANK, ...fields, id, parent: null, children: [] })
    this.#attach(id, parent, index)
    return id
  }

  /** Moves a node into `parent` before the child that is now at `index`; `Infinity` for the front. */
  move(id: string, parent: string, index = Number.POSITIVE_INFINITY): void {
    const { type, parent: before } = this.need(id)
    assertHolds(this.need(parent).type, type)
    if (parent === id || [...this.ancestors(parent)].some((above) => above.id === id)) {
      throw new ApiError('A node cannot be moved into itself')
    }
    const siblings = this.need(parent).children
    const place = before === parent && siblings.indexOf(id) < index ? index - 1 : index
    this.#detach(id)
    this.#attach(id, parent, place)
    if (before !== null && before !== parent) this.#dropIfEmptyGroup(before)
    this.#selections.prune()
  }

  /** Removes a node and its descendants. A group that becomes empty is removed, too, as in Figma. */
  remove(id: string): void {
    const { parent, type } = this.need(id)
    const pages = this.need(ROOT).children
    if (type === 'DOCUMENT') throw new ApiError('Removing the document is not allowed')
    if (type === 'PAGE' && pages.length === 1) throw new ApiError('Removing the only page is not allowed')
    if (id === this.#currentPage) this.currentPage = pages.find((page) => page !== id) ?? id
    this.#detach(id)
    this.forget(id)
    if (parent !== null) this.#dropIfEmptyGroup(parent)
    this.#selections.prune()
  }

  /** Returns the ids of the selected nodes of a page. */
  selection(page: string = this.#currentPage): readonly string[] {
    return this.#selections.of(page)
  }

  /** Selects nodes of the page. Creates no undo step. */
  select(ids: readonly string[], page: string = this.#currentPage): void {
    this.assertThawed()
    this.#selections.set(page, ids)
  }

  /** Updates auto layout after all changes so far. Called at the end of a plugin's call or a step. */
  abstract settle(): void

  get canUndo(): boolean {
    return this.history.canUndo
  }

  get canRedo(): boolean {
    return this.history.canRedo
  }

  /** Combines the changes since the last call into one undo step. */
  commitUndo(): void {
    this.assertThawed()
    this.settle()
    this.history.commit()
    this.tell('document')
  }

  /** Undoes the last step. False if there is none. */
  undo(): boolean {
    return this.#travel(() => this.history.undo())
  }

  /** Redoes the last undone step. False if there is none. */
  redo(): boolean {
    return this.#travel(() => this.history.redo())
  }

  /** Makes changes as another user of the file: this user's undo does not revert them. */
  changeByOther<Result>(change: () => Result): Result {
    this.settle()
    let result: Result | undefined
    this.history.byOther(() => {
      result = change()
      this.settle()
    })
    return result as Result
  }

  /** Clears the history: nothing can be undone or redone. */
  forgetHistory(): void {
    this.settle()
    this.history.clear()
    this.tell('document')
  }

  /** Returns all nodes in tree order. */
  serialize(): NodeData[] {
    return [this.need(ROOT), ...this.descendants(ROOT)]
  }

  /** Returns everything that undo and redo restore. Two documents are equal if this is deep-equal. */
  contents(): { readonly nodes: readonly NodeData[]; readonly assets: readonly AssetData[] } {
    this.settle()
    return { nodes: this.serialize(), assets: this.allAssets() }
  }

  #travel(move: () => boolean): boolean {
    this.assertThawed()
    this.settle()
    if (!move()) return false
    if (!this.get(this.#currentPage)) {
      this.#currentPage = this.need(ROOT).children[0] ?? FIRST_PAGE
      this.tell('page')
    }
    this.#selections.prune()
    this.tell('document')
    return true
  }

  #attach(id: string, parent: string, index: number): void {
    const holder = this.need(parent)
    const children = [...holder.children.slice(0, index), id, ...holder.children.slice(index)]
    this.write(parent, { ...holder, children })
    this.write(id, { ...this.need(id), parent })
  }

  #detach(id: string): void {
    const holder = this.get(this.need(id).parent ?? '')
    if (holder)
      this.write(holder.id, { ...holder, children: holder.children.filter((child) => child !== id) })
  }

  #dropIfEmptyGroup(id: string): void {
    const data = this.need(id)
    if (data.type === 'GROUP' && data.children.length === 0) this.remove(id)
  }
}
