import { plainData } from '../document/plain-data'
import type { PersistentStore } from './contract'

/** An in-memory store. Values are copied when they are stored and read. */
export function memoryStore(): PersistentStore {
  const entries = new Map<string, unknown>()
  return {
    get: async (key) => plainData(entries.get(key), 'the store'),
    set: async (key, value) => {
      entries.set(key, plainData(value, 'the store'))
    },
    delete: async (key) => {
      entries.delete(key)
    },
    keys: async () => [...entries.keys()],
  }
}
