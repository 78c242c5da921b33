import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSvg } from '../../../src/vector/split'

interface Item {
  /** Number of shapes of a group; a single one is a path. */
  readonly shapes: number
  /** Number of its gradient; none with 0. */
  readonly gradient: number
}

const item: fc.Arbitrary<Item> = fc.record({
  shapes: fc.integer({ min: 1, max: 6 }),
  gradient: fc.integer({ min: 0, max: 12 }),
})

const ROOT = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">'

const gradient = (id: number) =>
  `<linearGradient id="a${id}" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="9" y2="9"><stop offset="0" stop-color="#000000"/></linearGradient>`

/** Returns a picture as `writeLayers` writes it. */
function write(items: readonly Item[]): string {
  const content = items.map(({ shapes, gradient: number }, i) => {
    const fill = number > 0 ? `url(#a${number})` : '#ff0000'
    const paths = Array.from(
      Array(shapes),
      (_, j) => `<path id="${i}.${j}" d="M${i} ${j}L9 9Z" fill="${j === 0 ? fill : '#00ff00'}"/>`,
    )
    return shapes > 1 ? `<g id="Group ${i}">${paths.join('')}</g>` : paths.join('')
  })
  const used = [...new Set(items.map(({ gradient: number }) => number))].filter((number) => number > 0)
  const defs = used.length > 0 ? `<defs>${used.map(gradient).join('')}</defs>` : ''
  return `${ROOT}${defs}${content.join('')}</svg>`
}

const contentOf = (part: string) =>
  part
    .replace(ROOT, '')
    .replace(/<defs>.*<\/defs>/, '')
    .replace('</svg>', '')

describe('a drawing in parts', () => {
  it('keeps its layers in order, whole groups and the used gradients, at the size of the whole and within both limits', () => {
    const limits = fc.record({
      layers: fc.integer({ min: 1, max: 10 }),
      length: fc.constantFrom(200, 100_000),
    })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 30 }), limits, (items, most) => {
        const svg = write(items)
        const parts = splitSvg(svg, most)
        expect(parts.map(contentOf).join('')).toBe(contentOf(svg))
        for (const part of parts) {
          expect(part.startsWith(ROOT)).toBe(true)
          const used = [...part.matchAll(/url\(#(a\d+)\)/g)].map(([, id]) => id)
          const defined = [...part.matchAll(/<linearGradient id="(.*?)"/g)].map(([, id]) => id)
          expect(defined.sort()).toEqual([...new Set(used)].sort())
          expect(part.split('<g ').length).toBe(part.split('</g>').length)
          const layers = contentOf(part).match(/<g .*?<\/g>|<path .*?\/>/gs) ?? []
          if (layers.length === 1) continue
          expect(part.split('<path ').length - 1).toBeLessThanOrEqual(most.layers)
          expect(contentOf(part).length).toBeLessThanOrEqual(most.length)
        }
      }),
    )
  })

  it('is returned unchanged if one part is enough', () => {
    const svg = write([{ shapes: 3, gradient: 1 }])
    expect(splitSvg(svg, { layers: 3, length: 10_000 })).toEqual([svg])
    const empty = `${ROOT}</svg>`
    expect(splitSvg(empty, { layers: 3, length: 10_000 })).toEqual([empty])
  })
})
