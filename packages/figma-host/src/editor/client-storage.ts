import { ApiError } from '../document/errors'
import type { StorageControl } from '../document/session-types'
import type { PersistentStore } from './contract'

/** Maximum number of bytes that a plugin can store (Figma doc: clientStorage). */
const QUOTA = 5_000_000

/** `figma.clientStorage` on top of a store. Calls run one after another; the limit is 5 MB, including keys. */
export class ClientStorage implements StorageControl {
  readonly #store: PersistentStore
  #last: Promise<unknown> = Promise.resolve()

  constructor(store: PersistentStore) {
    this.#store = store
  }

  get(key: string): Promise<unknown> {
    return this.#inTurn(() => this.#store.get(key))
  }

  set(key: string, value: unknown): Promise<void> {
    return this.#inTurn(async () => {
      const others = (await this.#store.keys()).filter((other) => other !== key)
      const sizes = await Promise.all(
        others.map(async (other) => sizeOf(other) + sizeOf(await this.#store.get(other))),
      )
      const total = sizes.reduce((sum, size) => sum + size, sizeOf(key) + sizeOf(value))
      if (total > QUOTA) throw new ApiError(`The 5 MB of the client storage are full: ${total} bytes`)
      await this.#store.set(key, value)
    })
  }

  delete(key: string): Promise<void> {
    return this.#inTurn(() => this.#store.delete(key))
  }

  keys(): Promise<string[]> {
    return this.#inTurn(() => this.#store.keys())
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work, work)
    this.#last = result.catch(() => undefined)
    return result
  }
}

/** Returns the size of a value in bytes: of its JSON in UTF-8, and the length of byte arrays. */
function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length
  if (typeof value === 'string') return new TextEncoder().encode(value).length + 2
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item) + 1, 2)
  if (value instanceof Date || typeof value !== 'object' || value === null) return String(value).length
  return Object.entries(value).reduce((sum, [key, item]) => sum + sizeOf(key) + sizeOf(item) + 2, 2)
}
