import { readFileSync } from 'node:fs'
import { memoryStore, type PersistentStore } from 'figma-host/editor'

/**
 * Data stored by versions of the plugin, by key. `0.1`: what the built version 0.1 wrote in the host, with every kind of entry. `later`:
 * made-up data of a later version that this one does not know.
 */
export type StoringVersion = '0.1' | 'later'

/** Returns the stored values of a version by key, with bytes as bytes. The API key is the stand-in's. */
export function storedValues(version: string): Map<string, unknown> {
  const text = readFileSync(new URL(`../fixtures/storage/${version}.json`, import.meta.url), 'utf8')
  return new Map(Object.entries(JSON.parse(text)).map(([key, value]) => [key, unpacked(value)]))
}

function unpacked(value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && 'bytes' in value
  return isBytes ? new Uint8Array(Buffer.from(String(value.bytes), 'base64')) : value
}

/** Returns the storage of a device on which a version was used. */
export async function storeOf(version: string): Promise<PersistentStore> {
  const store = memoryStore()
  for (const [key, value] of storedValues(version)) await store.set(key, value)
  return store
}
