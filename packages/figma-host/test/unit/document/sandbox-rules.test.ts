import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAllowed } from '../../../src/sandbox/network'
import { refusedTexts } from '../../../src/sandbox/refused-texts'

describe('text that Figma refuses', () => {
  it('is found anywhere', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '-', '"', '\n', 'x') }),
        fc.constantFrom('import(', 'eval(', '<!--'),
        (before, text) => {
          const found = refusedTexts(`${before}${text} after`)
          expect(found).toContainEqual({ text, index: before.length })
        },
      ),
    )
    expect(refusedTexts('while (n-->0) {}')).toEqual([{ text: '-->', index: 8 }])
    expect(refusedTexts('import ("x")')).toEqual([{ text: 'import(', index: 0 }])
  })

  it('is not found in ordinary code', () => {
    expect(refusedTexts("import { a } from 'b'; evaluate(x); n-- > 0; a < !b; setInterval(f)")).toEqual([])
  })
})

describe('the hosts of the manifest', () => {
  const allowed = [
    'https://a.example.com',
    'https://*.b.example.com',
    'https://c.example.com/pub/',
    'https://d.example.com/x',
  ]

  it.each([
    ['https://a.example.com', true],
    ['https://a.example.com/any/path?q', true],
    ['http://a.example.com', false],
    ['https://a.example.com.evil.com', false],
    ['https://a.example.com:8443', false],
    ['https://sub.a.example.com', false],
    ['https://x.b.example.com', true],
    ['https://b.example.com', false],
    ['https://c.example.com/pub/file', true],
    ['https://c.example.com/private', false],
    ['https://d.example.com/x', true],
    ['https://d.example.com/x/y', false],
    ['nonsense', false],
  ])('%s: %s', (address, expected) => {
    expect(isAllowed(address, allowed)).toBe(expected)
  })

  it('none and all', () => {
    expect(isAllowed('https://a.com', ['none'])).toBe(false)
    expect(isAllowed('https://a.com', ['*'])).toBe(true)
    expect(isAllowed('https://a.com', [])).toBe(false)
  })
})
