import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../src/editor'
import { evaluate } from './harness'

describe('figma.clientStorage', () => {
  it('stores plain data and bytes as copies', async () => {
    const result = await evaluate(`
        const value = { a: [1, null, 'ü'], b: new Uint8Array([1, 2]), c: NaN, d: undefined }
        await figma.clientStorage.setAsync('k', value)
        value.a.push(2)
        const first = await figma.clientStorage.getAsync('k')
        first.a.push(3)
        return [await figma.clientStorage.getAsync('k'), await figma.clientStorage.getAsync('none')]
      `)
    expect(result).toEqual([
      { a: [1, null, 'ü'], b: new Uint8Array([1, 2]), c: Number.NaN, d: undefined },
      undefined,
    ])
  })

  it('is shared by editors with the same store', async () => {
    const store = memoryStore()
    await evaluate("await figma.clientStorage.setAsync('k', [1])", { store })
    expect(await evaluate("return figma.clientStorage.getAsync('k')", { store })).toEqual([1])
    expect(await evaluate("return figma.clientStorage.getAsync('k')")).toBeUndefined()
  })

  it('stores at most 5 MB, and keeps its data when it is full', async () => {
    const result = await evaluate(`
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
      `)
    expect(result).toEqual([
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

  it('rejects a key that is not a string', async () => {
    expect(await evaluate('return figma.clientStorage.getAsync(1)')).toEqual({
      threw: 'in getAsync: Property "key" failed validation: Expected string, received number',
    })
  })
})
