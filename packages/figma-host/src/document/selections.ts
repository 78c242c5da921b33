import { ApiError } from './errors'

/** The selected layers of each page. They make no undo steps. */
export class Selections {
  readonly #ids = new Map<string, readonly string[]>()
  readonly #pageOf: (id: string) => string | null
  readonly #parentOf: (id: string) => string | null
  readonly #onChange: () => void

  /** `pageOf` gives the page of a layer, or null where it is gone; `onChange` is told of every change. */
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

  /** Selects layers, which must lie on the page. What lies in another selected layer is left out (Figma doc: selection). */
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

  /** Forgets layers that are gone or lie on another page by now. */
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
