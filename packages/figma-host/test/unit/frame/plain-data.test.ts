import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nonPlainPart } from '../../../src/frame/plain-data'

const plain = fc.anything({ withDate: true, withNullPrototype: true, withBigInt: false })

describe('what Figma carries between a panel and its plugin', () => {
  it('is plain data, including dates and bytes', () => {
    fc.assert(fc.property(plain, (value) => nonPlainPart(value) === null))
    expect(nonPlainPart({ a: [new Date(), new Uint8Array(2), undefined, null, Number.NaN] })).toBeNull()
  })

  it('is nothing else, at any depth', () => {
    const refused = fc.constantFrom<unknown>(
      new Map(),
      new Set(),
      new ArrayBuffer(1),
      new Int16Array(1),
      new DataView(new ArrayBuffer(1)),
      /x/,
      new Error('x'),
      new Blob(['x']),
      () => undefined,
      Symbol('x'),
      10n,
    )
    fc.assert(
      fc.property(plain, refused, (around, value) => {
        expect(nonPlainPart([around, { deep: [value] }])).toMatch(/^the message\[1\]\.deep\[0\] is /)
      }),
    )
  })

  it('may contain an object twice but no cycles', () => {
    const part = { x: 1 }
    expect(nonPlainPart([part, part])).toBeNull()
    const loop: unknown[] = []
    loop.push({ loop })
    expect(nonPlainPart(loop)).toBe('the message[0].loop contains itself')
  })
})
