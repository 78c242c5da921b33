import type { PersistentStore } from '../../editor/contract'
import { packBytes, unpackBytes } from './packed-bytes'

/** The only key of an object that represents another value. Objects that happen to have it are wrapped as well. */
const marker = '$'

/** Represents bytes, or an object that has the marker as a key. */
type Marked =
  | { readonly [marker]: 'bytes'; readonly length: number; readonly text: string }
  | { readonly [marker]: 'object'; readonly entries: readonly (readonly [string, unknown])[] }

function encode(value: unknown): unknown {
  if (value instanceof Uint8Array)
    return { [marker]: 'bytes', length: value.length, text: packBytes(value) } satisfies Marked
  if (Array.isArray(value)) return value.map(encode)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, part]) => [key, encode(part)] as const)
  return marker in value ? ({ [marker]: 'object', entries } satisfies Marked) : Object.fromEntries(entries)
}

/** Returns whether an object represents another value. Only {@link encode} writes the marker. */
function isMarked(value: object): value is Marked {
  return marker in value
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode)
  if (typeof value !== 'object' || value === null) return value
  const pairs = (entries: readonly (readonly [string, unknown])[]): unknown =>
    Object.fromEntries(entries.map(([key, part]) => [key, decode(part)]))
  if (!isMarked(value)) return pairs(Object.entries(value))
  return value[marker] === 'bytes' ? unpackBytes(value.text, value.length) : pairs(value.entries)
}

/**
 * `figma.clientStorage` in a browser's local storage, so that it survives a reload.
 * `set` rejects if the browser has no space left. Figma's limit of 5 MB is enforced by the editor, not here.
 * @param storage `localStorage` of the host page, which the panel has no access to.
 * @param prefix Prepended to each key, to separate plugins and the page itself.
 */
export function localStore(storage: Storage, prefix: string): PersistentStore {
  return {
    get: async (key) => {
      const text = storage.getItem(prefix + key)
      return text === null ? undefined : decode(JSON.parse(text))
    },
    set: async (key, value) => {
      // JSON has no undefined, and it reads the same as a key that was never set.
      if (value === undefined) storage.removeItem(prefix + key)
      else storage.setItem(prefix + key, JSON.stringify(encode(value)))
    },
    delete: async (key) => storage.removeItem(prefix + key),
    keys: async () =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  }
}
