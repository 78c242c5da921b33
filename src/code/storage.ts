import * as z from 'zod/mini'
import { describe } from '../protocol/channel'
import { SETTINGS, type Settings, type WindowSize } from '../protocol/contract'
import { RequestFailure } from '../protocol/fault'
import { number } from '../protocol/fields'
import { hasLeftovers, removeLeftovers } from './check/leftovers'

/** One stored value. `load` resolves to `fallback` if nothing is stored, or nothing that can be read. */
export interface Stored<T> {
  load(): Promise<T>
  /** Rejects as `storeValue` does. */
  save(value: T): Promise<void>
}

/** Stores one value. Rejects with RequestFailure: `storage-full` if the plugin's 5 MB are used up, otherwise `storage-unavailable`. */
export async function storeValue(storage: ClientStorageAPI, key: string, value: unknown): Promise<void> {
  try {
    await storage.setAsync(key, value)
  } catch (error) {
    const code = /quota|full|exceed|size|limit/i.test(describe(error))
      ? 'storage-full'
      : 'storage-unavailable'
    if (code === 'storage-full' && (await hasLeftovers(storage))) {
      await removeLeftovers(storage)
      return storeValue(storage, key, value)
    }
    // The original message is dropped: it may quote the value, which may be the key.
    throw new RequestFailure(code, `${key} was not stored`)
  }
}

/** Runs an operation that reads or deletes. Rejects with RequestFailure, code `storage-unavailable`. */
export async function withStorageFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    // The original message is dropped: it may quote stored data.
    throw new RequestFailure('storage-unavailable', 'the storage did not answer')
  }
}

/** A typed accessor for one key of `figma.clientStorage`, which stores values on this device only. */
function stored<T>(storage: ClientStorageAPI, key: string, schema: z.ZodMiniType<T>, fallback: T): Stored<T> {
  return {
    async load() {
      // A value in an outdated format must not prevent the panel from opening.
      const parsed = schema.safeParse(await withStorageFault(() => storage.getAsync(key)))
      return parsed.success ? parsed.data : fallback
    },
    async save(value) {
      if (value === fallback) await withStorageFault(() => storage.deleteAsync(key))
      else await storeValue(storage, key, value)
    },
  }
}

/**
 * The stored settings, one accessor per key, validated by the contract. A value that only another version knows reads as unset,
 * and stays stored until the user changes the setting.
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
    holes: stored(storage, 'holes', SETTINGS.holes, null),
    unify: stored(storage, 'unify', SETTINGS.unify, null),
    insertAs: stored(storage, 'insert-as', SETTINGS.insertAs, null),
    autoInsert: stored(storage, 'auto-insert', SETTINGS.autoInsert, null),
    closeAfterInsert: stored(storage, 'close-after-insert', SETTINGS.closeAfterInsert, null),
    keepCleaned: stored(storage, 'keep-cleaned', SETTINGS.keepCleaned, null),
    colors: stored(storage, 'colors', SETTINGS.colors, null),
    mentionColors: stored(storage, 'mention-colors', SETTINGS.mentionColors, null),
    chosenColors: stored(storage, 'chosen-colors', SETTINGS.chosenColors, null),
    seenVersion: stored(storage, 'seen-version', SETTINGS.seenVersion, null),
    space: stored(storage, 'space', SETTINGS.space, null),
    windowSize: stored<WindowSize | null>(
      storage,
      'window-size',
      z.nullable(z.object({ width: number, height: number })),
      null,
    ),
  } satisfies Readonly<Record<keyof Settings | 'windowSize', unknown>>
}

export type Storage = ReturnType<typeof createStorage>
