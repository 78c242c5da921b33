import * as z from 'zod/mini'
import { describe } from '../protocol/channel'
import { SETTINGS, type Settings, type WindowSize } from '../protocol/contract'
import { RequestFailure } from '../protocol/fault'
import { number } from '../protocol/fields'

/** One stored value: `load` gives `fallback` where nothing, or nothing readable, is stored. */
export interface Stored<T> {
  load(): Promise<T>
  /** Rejects as `put` does. */
  save(value: T): Promise<void>
}

/** Writes one value. Rejects with RequestFailure: `storage-full` when the plugin's 5 MB are used up, else `storage-unavailable`. */
export async function put(storage: ClientStorageAPI, key: string, value: unknown): Promise<void> {
  try {
    await storage.setAsync(key, value)
  } catch (error) {
    const code = /quota|full|exceed|size|limit/i.test(describe(error))
      ? 'storage-full'
      : 'storage-unavailable'
    // The reason may quote the value, and the value may be the key.
    throw new RequestFailure(code, `${key} was not stored`)
  }
}

/** Does what reads or removes. Rejects with RequestFailure, code `storage-unavailable`. */
export async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    // Its own words stay here: they may quote what is stored.
    throw new RequestFailure('storage-unavailable', 'the storage did not answer')
  }
}

/** A typed accessor for one key of `figma.clientStorage`, which keeps values on this device only. */
function stored<T>(storage: ClientStorageAPI, key: string, schema: z.ZodMiniType<T>, fallback: T): Stored<T> {
  return {
    async load() {
      // A value of an older form is no reason to refuse to open.
      const parsed = schema.safeParse(await reach(() => storage.getAsync(key)))
      return parsed.success ? parsed.data : fallback
    },
    async save(value) {
      if (value === fallback) await reach(() => storage.deleteAsync(key))
      else await put(storage, key, value)
    },
  }
}

/**
 * The settings that the plugin keeps between two visits, one accessor a key. Each is read by what the contract lets through: a
 * value of another version that this one does not know is none, and stays until the user chooses another.
 */
export function createStorage(storage: ClientStorageAPI) {
  return {
    apiKey: stored(storage, 'api-key', SETTINGS.apiKey, null),
    model: stored(storage, 'model', SETTINGS.model, null),
    style: stored(storage, 'style', SETTINGS.style, null),
    size: stored(storage, 'size', SETTINGS.size, null),
    direct: stored(storage, 'direct', SETTINGS.direct, null),
    count: stored(storage, 'count', SETTINGS.count, null),
    atOnce: stored(storage, 'at-once', SETTINGS.atOnce, null),
    layers: stored(storage, 'layers', SETTINGS.layers, null),
    background: stored(storage, 'background', SETTINGS.background, null),
    unify: stored(storage, 'unify', SETTINGS.unify, null),
    insertAs: stored(storage, 'insert-as', SETTINGS.insertAs, null),
    autoInsert: stored(storage, 'auto-insert', SETTINGS.autoInsert, null),
    closeAfterInsert: stored(storage, 'close-after-insert', SETTINGS.closeAfterInsert, null),
    colors: stored(storage, 'colors', SETTINGS.colors, null),
    mentionColors: stored(storage, 'mention-colors', SETTINGS.mentionColors, null),
    windowSize: stored<WindowSize | null>(
      storage,
      'window-size',
      z.nullable(z.object({ width: number, height: number })),
      null,
    ),
  } satisfies Readonly<Record<keyof Settings | 'windowSize', unknown>>
}

export type Storage = ReturnType<typeof createStorage>
