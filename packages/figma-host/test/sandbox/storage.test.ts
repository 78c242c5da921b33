import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../src/editor'
import { evaluate } from './harness'

describe('figma.clientStorage', () => {
  it('keeps plain data and bytes, as copies', async () => {
    expect(
      await evaluate(`
        const value = { a: [1, null, 'ü'], b: new Uint8Array([1, 2]), c: NaN, d: undefined }
        await figma.clientStorage.setAsync('k', value)
        value.a.push(2)
        const first = await figma.clientStorage.getAsync('k')
        first.a.push(3)
        return [await figma.clientStorage.getAsync('k'), await figma.clientStorage.getAsync('none')]
      `),
    ).toEqual([{ a: [1, null, 'ü'], b: new Uint8Array([1, 2]), c: Number.NaN, d: undefined }, undefined])
  })

  it('keeps it from one editor to the next where they share a store', async () => {
    const store = memoryStore()
    await evaluate("await figma.clientStorage.setAsync('k', [1])", { store })
    expect(await evaluate("return figma.clientStorage.getAsync('k')", { store })).toEqual([1])
    expect(await evaluate("return figma.clientStorage.getAsync('k')")).toBeUndefined()
  })

  it('lists and forgets keys', async () => {
    expect(
      await evaluate(`
        const { setAsync, keysAsync, deleteAsync } = figma.clientStorage
        await setAsync('a', 1); await setAsync('b', 2); await deleteAsync('a'); await deleteAsync('none')
        return keysAsync()
      `),
    ).toEqual(['b'])
  })

  it('does one call after the other', async () => {
    expect(
      await evaluate(`
        const storage = figma.clientStorage
        const calls = [storage.setAsync('k', 1), storage.getAsync('k'), storage.setAsync('k', 2), storage.getAsync('k')]
        return Promise.all(calls)
      `),
    ).toEqual([undefined, 1, undefined, 2])
  })

  it('takes no more than 5 MB, and keeps what it has when it is full', async () => {
    expect(
      await evaluate(`
        const storage = figma.clientStorage
        const attempt = (key, value) => storage.setAsync(key, value).then(() => 'kept', (error) => error.message)
        return [
          await attempt('a', new Uint8Array(3e6)),
          await attempt('b', 'x'.repeat(1.9e6)),
          await attempt('c', new Uint8Array(2e5)),
          await attempt('b', 'ü'.repeat(1.9e6)),
          await attempt('b', 'x'),
          await attempt('c', new Uint8Array(1.9e6)),
          await storage.keysAsync(),
          (await storage.getAsync('b')).length,
        ]
      `),
    ).toEqual([
      'kept',
      'kept',
      expect.stringContaining('in setAsync: The 5 MB of the client storage are full'),
      expect.stringContaining('full'),
      'kept',
      'kept',
      ['a', 'b', 'c'],
      1,
    ])
  })

  it.each(['() => 1', 'new Map()', 'figma.currentPage', 'Symbol("s")', '1n', '{ a: [new Set()] }'])(
    'refuses %s by rejecting or throwing',
    async (value) => {
      expect(await evaluate(`await figma.clientStorage.setAsync('k', ${value})`)).toHaveProperty('threw')
    },
  )

  it('rejects a key that is no text', async () => {
    expect(await evaluate('return figma.clientStorage.getAsync(1)')).toEqual({
      threw: 'in getAsync: Property "key" failed validation: Expected string, received number',
    })
  })

  it('tells what the store itself fails with', async () => {
    const store = { ...memoryStore(), get: () => Promise.reject(new Error('disk')) }
    expect(await evaluate("return figma.clientStorage.getAsync('k')", { store })).toEqual({
      threw: expect.stringContaining('disk'),
    })
  })
})
