import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VectorError } from '../../../src/vector/errors'
import { prepare } from '../../../src/vector/prepare'
import { violations } from '../../support/safe-subset'
import { readSample, sampleNames, skipNote, withoutSamples } from '../../support/samples'

const root = (content: string, attributes = 'viewBox="0 0 100 100" width="100" height="100"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`
const square = '<path d="M0 0L10 0L10 10L0 10Z" fill="rgb(255,0,0)"/>'

function codeOf(text: string): string {
  try {
    prepare(text)
    return 'ok'
  } catch (error) {
    if (error instanceof VectorError) return error.code
    throw error
  }
}

describe('prepare', () => {
  it('gives different pictures different ids, and the same picture the same ids', () => {
    const gradient = (color: string) =>
      root(`<linearGradient id="Gradient1" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="9" y2="9"><stop offset="0"
      stop-color="${color}"/><stop offset="1"/></linearGradient><path fill="url(#Gradient1)" d="M0 0h9v9z"/>`)
    const id = (text: string) => /url\(#(.*?)\)/.exec(prepare(text).svg)?.[1]
    expect(id(gradient('red'))).toBe(id(gradient('red')))
    expect(id(gradient('red'))).not.toBe(id(gradient('blue')))
  })

  it.each([
    '',
    '{"error":"no"}',
    '<html><body>503</body></html>',
    '<svg viewBox="0 0 1 1"><path d="M0 0h1v1z" d="M0 0"/></svg>',
    root(square, 'width="1e9" height="1e9" viewBox="0 0 1 1"'),
  ])('refuses texts that are not pictures (%#)', (text) => {
    expect(codeOf(text)).toBe('not-svg')
  })

  it('returns a safe picture or a clear error for every truncation and every flipped byte', () => {
    const text = root(`<g transform="scale(2)">${square}</g><path fill="url(#a)" d="M1 1A5 5 0 0 1 9 9Z"/>`)
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 2 }), (cut, at, noise) => {
        for (const broken of [text.slice(0, cut), text.slice(0, at) + noise + text.slice(at + 1)]) {
          if (codeOf(broken) === 'ok') expect(violations(prepare(broken).svg)).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('does not change a picture that is already prepared', () => {
    const coordinate = fc.integer({ min: -5000, max: 15000 }).map((n) => n / 100)
    const path = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 6 })
    const color = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map((rgb) => `rgb(${rgb.join(',')})`)
    fc.assert(
      fc.property(fc.array(fc.tuple(path, color), { minLength: 1, maxLength: 5 }), (shapes) => {
        const content = shapes.map(
          ([points, fill]) => `<path d="M${points.map((p) => p.join(' ')).join('L')}Z" fill="${fill}"/>`,
        )
        // The name of a merged layer contains the number of its original shapes, which is one the second time.
        const options = { layers: 'as-drawn', unify: 0 } as const
        const once = prepare(root(content.join('')), options)
        expect(prepare(once.svg, options).svg).toBe(once.svg)
        expect(violations(once.svg)).toEqual([])
      }),
    )
  })
})

describe.skipIf(withoutSamples)(`real pictures${skipNote}`, () => {
  it.each(sampleNames)('%s is completely converted to the safe subset', (name) => {
    const text = readSample(name)
    const { svg, report } = prepare(text, { size: { width: 1365, height: 1024 } })
    expect(violations(svg)).toEqual([])
    expect(report.leftOut).toEqual({})
    expect(report.shapesIn).toBe(text.match(/<path/g)?.length)
  })
})
