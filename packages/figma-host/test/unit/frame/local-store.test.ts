import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localStore } from '../../../src/page/model/local-store'
import { packBytes, unpackBytes } from '../../../src/page/model/packed-bytes'

/** Simulates a browser's local storage. */
function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}

describe('local storage as a store', () => {
  it('returns what was stored, including bytes, even after reopening it', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 })
    const value = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        // Through JSON once, which has no −0, like Figma's own storage.
        fc.jsonValue().map((json): unknown => JSON.parse(JSON.stringify(json))),
        bytes,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('$', 'a', 'entries', 'text', 'length'), tie('tree')),
      ),
    })).tree
    await fc.assert(
      fc.asyncProperty(value, async (given) => {
        const kept = storage()
        await localStore(kept, 'p:').set('key', given)
        expect(await localStore(kept, 'p:').get('key')).toEqual(given)
      }),
    )
  })

  it('packs 5 MB of bytes into fewer than 5 million characters', () => {
    const bytes = new Uint8Array(5 * 1024 * 1024).map((_, index) => (index * 7919) >> 5)
    const text = packBytes(bytes)
    expect(text.length).toBeLessThan(3_100_000)
    expect(JSON.stringify(text).length).toBe(text.length + 2)
    expect(Buffer.compare(Buffer.from(unpackBytes(text, bytes.length)), Buffer.from(bytes))).toBe(0)
  })
})
