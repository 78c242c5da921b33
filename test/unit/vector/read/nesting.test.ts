import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, IDENTITY, type Matrix, multiply } from '../../../../src/vector/matrix'
import { readSvg } from '../../../../src/vector/read/read'
import { picture } from './picture'

describe('random nesting', () => {
  const number = fc.integer({ min: -40, max: 40 }).map((n) => n / 8)
  const side = fc.integer({ min: 1, max: 40 })
  const level = fc.oneof(
    fc.record({
      kind: fc.constant('g' as const),
      n: fc.tuple(number, number, number, number, number, number),
    }),
    fc.record({ kind: fc.constant('use' as const), n: fc.tuple(number, number) }),
    fc.record({
      kind: fc.constant('svg' as const),
      n: fc.tuple(number, number, side, side, number, number, side, side),
    }),
  )

  it('equals the product of the matrices', () => {
    fc.assert(
      fc.property(fc.array(level, { maxLength: 6 }), (levels) => {
        let content = '<path id="p" d="M1 2L3 5L-4 7Z"/>'
        let defs = ''
        let matrix: Matrix = IDENTITY
        levels.forEach(({ kind, n }, i) => {
          const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = n
          if (kind === 'g') {
            content = `<g transform="matrix(${n})">${content}</g>`
            matrix = multiply({ a, b, c, d, e, f }, matrix)
          } else if (kind === 'use') {
            defs += `<g id="u${i}">${content}</g>`
            content = `<use href="#u${i}" x="${a}" y="${b}"/>`
            matrix = multiply({ ...IDENTITY, e: a, f: b }, matrix)
          } else {
            content = `<svg x="${a}" y="${b}" width="${c}" height="${d}" viewBox="${[e, f, g, h]}" preserveAspectRatio="none" overflow="visible">${content}</svg>`
            const fit = { a: c / g, b: 0, c: 0, d: d / h, e: a - (e * c) / g, f: b - (f * d) / h }
            matrix = multiply(fit, matrix)
          }
        })
        fc.pre(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c) > 1e-6)
        const points = [apply(matrix, 1, 2), apply(matrix, 3, 5), apply(matrix, -4, 7)].flat()
        fc.pre(points.every((value) => Math.abs(value) < 1500))
        const { shapes } = readSvg(picture(`<defs>${defs}</defs>${content}`)).drawing
        expect(shapes).toHaveLength(1)
        const coords = [...(shapes[0]?.path.coords ?? [])]
        for (const [i, value] of points.entries()) expect(coords[i]).toBeCloseTo(value, 6)
      }),
      { numRuns: 300 },
    )
  })
})
