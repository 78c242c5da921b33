import { deflateRawSync, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { deflate, inflate } from '../../../src/ui/platform/compression'

const SVG = `<svg xmlns="http://www.w3.org/2000/svg">${'<path d="M10 20H30"/>'.repeat(40)}</svg>`

/** An engine without raw DEFLATE throws when the stream is created. */
class Refusing {
  constructor(format: string) {
    throw new TypeError(`unsupported: ${format}`)
  }
}

/** A stream that fails while it is processed. */
class Breaking extends TransformStream {
  constructor() {
    super({
      transform() {
        throw new TypeError('broken')
      },
    })
  }
}

const withoutDeflate: [string, unknown][] = [
  ['has no compression', undefined],
  ['knows no raw DEFLATE', Refusing],
  ['breaks while it compresses', Breaking],
]

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a picture that is packed for storage', () => {
  it('is compressed like in version 0.1, and can be restored', async () => {
    const bytes = await deflate(SVG)
    expect(inflateRawSync(bytes).toString()).toBe(SVG)
    expect(bytes.length).toBeLessThan(SVG.length / 4)
    expect(await inflate(bytes)).toBe(SVG)
  })

  it.each(withoutDeflate)(
    'is stored uncompressed on a device that %s, and every device can read it',
    async (_what, stream) => {
      vi.stubGlobal('CompressionStream', stream)
      vi.stubGlobal('DecompressionStream', stream)
      const texts = fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
        expect(await inflate(await deflate(text))).toBe(text)
      })
      await fc.assert(texts, { numRuns: 20 })
      const bytes = await deflate(SVG)
      vi.unstubAllGlobals()
      expect(await inflate(bytes)).toBe(SVG)
    },
  )

  it.each(withoutDeflate.slice(0, 2))(
    'that was compressed elsewhere says so on a device that %s',
    async (_what, stream) => {
      const bytes = await deflate(SVG)
      vi.stubGlobal('DecompressionStream', stream)
      await expect(inflate(bytes)).rejects.toMatchObject({ flaw: 'no-decompression' })
    },
  )

  it('in a format of a later version is distinguished from a damaged one', async () => {
    await expect(inflate(new Uint8Array([0x0e, 1, 2]))).rejects.toMatchObject({ flaw: 'later-format' })
    for (const damaged of [[], [0x01, 0x02], [...deflateRawSync(SVG).subarray(0, 20)]])
      await expect(inflate(new Uint8Array(damaged))).rejects.toMatchObject({ flaw: 'damaged' })
  })

  it('is never both raw DEFLATE and a marked format', () => {
    fc.assert(
      fc.property(fc.nat(31), fc.boolean(), fc.uint8Array(), (high, low, rest) => {
        const marked = (high << 3) | 0b110 | Number(low)
        expect(() => inflateRawSync(new Uint8Array([marked, ...rest]))).toThrow('invalid block type')
      }),
    )
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 9 }), (text, level) => {
        expect((deflateRawSync(text, { level })[0] ?? 0) & 0b110).not.toBe(0b110)
      }),
    )
  })
})
