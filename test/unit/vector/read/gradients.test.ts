import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { multiply, parseTransform } from '../../../../src/vector/matrix'
import { prepare } from '../../../../src/vector/prepare'
import { readSvg } from '../../../../src/vector/read/read'
import { picture } from './picture'

const stops = '<stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/>'

describe('gradients', () => {
  it('are mapped by the shape’s transforms', () => {
    const number = fc.integer({ min: -99, max: 99 }).map((n) => n / 16)
    const matrix = fc.tuple(number, number, number, number, number, number)
    fc.assert(
      fc.property(matrix, matrix, (outer, inner) => {
        fc.pre(outer[0] * outer[3] !== outer[1] * outer[2] && inner[0] * inner[3] !== inner[1] * inner[2])
        const content = `<radialGradient id="g" gradientUnits="userSpaceOnUse" gradientTransform="matrix(${inner})">${stops}</radialGradient>
          <path transform="matrix(${outer})" d="M0 0H1V1Z" fill="url(#g)"/>`
        const [a, b] = [outer, inner].map((one) => parseTransform(`matrix(${one})`) ?? expect.fail())
        const expected = a && b && multiply(a, b)
        expect(readSvg(picture(content)).drawing.shapes[0]?.fill).toMatchObject({ matrix: expected })
      }),
    )
  })

  it('keep every point’s color under a non-uniform scale', () => {
    const number = fc.double({ min: -50, max: 150, noNaN: true })
    const point = fc.tuple(number, number)
    const side = fc.integer({ min: 20, max: 2000 })
    fc.assert(
      fc.property(point, point, point, side, side, ([x1, y1], [x2, y2], [px, py], width, height) => {
        fc.pre(Math.hypot(x2 - x1, y2 - y1) > 5)
        const text = picture(
          `<linearGradient id="a" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops}</linearGradient>
            <path d="M0 0H100V100H0Z" fill="url(#a)"/>`,
          'viewBox="0 0 100 100" preserveAspectRatio="none"',
        )
        const { svg } = prepare(text, { size: { width, height }, step: 0.01 })
        const [a = 0, b = 0, c = 0, d = 0] =
          /x1="(.*?)" y1="(.*?)" x2="(.*?)" y2="(.*?)"/.exec(svg)?.slice(1).map(Number) ?? []
        const along = (x: number, y: number, [u1, v1, u2, v2]: readonly [number, number, number, number]) =>
          ((x - u1) * (u2 - u1) + (y - v1) * (v2 - v1)) / ((u2 - u1) ** 2 + (v2 - v1) ** 2)
        // The end points are rounded to a hundredth of a px.
        const before = along(px, py, [x1, y1, x2, y2])
        expect(along((px * width) / 100, (py * height) / 100, [a, b, c, d])).toBeCloseTo(before, 1)
      }),
    )
  })
})
