import * as z from 'zod/mini'
import { describe } from '../protocol/channel'
import type { WindowSize } from '../protocol/contract'
import { RequestFailure } from '../protocol/fault'

/** One stored value: `load` gives `fallback` where nothing, or nothing readable, is stored. */
export interface Stored<T> {
  load(): Promise<T>
  /** Rejects with RequestFailure: `storage-full` when the plugin's 5 MB are used up, else `storage-unavailable`. */
  save(value: T): Promise<void>
}

/** A typed accessor for one key of `figma.clientStorage`, which keeps values on this device only. */
function stored<T>(storage: ClientStorageAPI, key: string, schema: z.ZodMiniType<T>, fallback: T): Stored<T> {
  return {
    async load() {
      let value: unknown
      try {
        value = await storage.getAsync(key)
      } catch (error) {
        throw new RequestFailure('storage-unavailable', `${key} was not read: ${describe(error)}`)
      }
      // A value of an older form is no reason to refuse to open.
      const parsed = schema.safeParse(value)
      return parsed.success ? parsed.data : fallback
    },
    async save(value) {
      try {
        await (value === fallback ? storage.deleteAsync(key) : storage.setAsync(key, value))
      } catch (error) {
        const reason = describe(error)
        const code = /quota|full|exceed|size|limit/i.test(reason) ? 'storage-full' : 'storage-unavailable'
        // The reason may quote the value, and the value may be the key.
        throw new RequestFailure(code, `${key} was not stored`)
      }
    },
  }
}

/** Everything the plugin keeps between two visits, one accessor a key. */
export function createStorage(storage: ClientStorageAPI) {
  return {
    apiKey: stored(storage, 'api-key', z.nullable(z.string()), null),
    style: stored(storage, 'style', z.nullable(z.string()), null),
    size: stored(storage, 'size', z.nullable(z.string()), null),
    windowSize: stored<WindowSize | null>(
      storage,
      'window-size',
      z.nullable(z.object({ width: z.number(), height: z.number() })),
      null,
    ),
  }
}

export type Storage = ReturnType<typeof createStorage>
