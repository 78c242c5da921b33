import { ApiError } from './errors'

/** The selected layers of each page. Changes create no undo steps. */
export class Selections {
  readonly #ids = new Map<string, readonly string[]>()
  readonly #pageOf: (id: string) => string | null
  readonly #parentOf: (id: string) => string | null
  readonly #onChange: () => void

  /** `pageOf`: returns the page of a layer, or null if it was removed. `onChange`: called for every change. */
  constructor(
    pageOf: (id: string) => string | null,
    parentOf: (id: string) => string | null,
    onChange: () => void,
  ) {
    this.#pageOf = pageOf
    this.#parentOf = parentOf
    this.#onChange = onChange
  }

  of(page: string): readonly string[] {
    return this.#ids.get(page) ?? []
  }

  /** Selects layers of the page. Leaves out those inside other selected layers (Figma doc: selection). */
  set(page: string, ids: readonly string[]): void {
    for (const id of ids) {
      if (id === page || this.#pageOf(id) !== page) {
        throw new ApiError('The selection of a page can only include nodes in that page')
      }
    }
    const wanted = new Set(ids)
    const next = [...wanted].filter((id) => !this.#liesIn(id, wanted))
    const before = this.of(page)
    if (next.length === before.length && next.every((id, at) => id === before[at])) return
    this.#ids.set(page, next)
    this.#onChange()
  }

  /** Deselects layers that were removed or moved to another page. */
  prune(): void {
    for (const [page, ids] of this.#ids) {
      const left = ids.filter((id) => this.#pageOf(id) === page)
      if (left.length === ids.length) continue
      this.#ids.set(page, left)
      this.#onChange()
    }
  }

  #liesIn(id: string, others: ReadonlySet<string>): boolean {
    for (let at = this.#parentOf(id); at !== null; at = this.#parentOf(at)) if (others.has(at)) return true
    return false
  }
}
