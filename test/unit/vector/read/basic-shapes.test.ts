import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSvg } from '../../../../src/vector/read/read'
import { cubicAt } from '../write/paths'
import { picture } from './picture'

const coordsOf = (content: string) =>
  readSvg(picture(content)).drawing.shapes[0]?.path.coords ?? new Float64Array()
const length = fc.double({ min: 0.5, max: 400, noNaN: true })

describe('basic shapes', () => {
  it('approximate an ellipse', () => {
    fc.assert(
      fc.property(length, length, length, length, (cx, cy, rx, ry) => {
        const coords = coordsOf(`<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}"/>`)
        for (let piece = 0; piece < 4; piece += 1) {
          for (const t of [0, 0.2, 0.5, 0.9, 1]) {
            const [x, y] = cubicAt(coords.slice(piece * 6), t)
            expect(Math.abs(Math.hypot((x - cx) / rx, (y - cy) / ry) - 1)).toBeLessThan(3e-4)
          }
        }
      }),
    )
  })

  it('round every corner of a rect of any size', () => {
    fc.assert(
      fc.property(length, length, length, length, (width, height, rx, ry) => {
        const coords = coordsOf(`<rect width="${width}" height="${height}" rx="${rx}" ry="${ry}"/>`)
        const sides = [0, 1].map((axis) => coords.filter((_value, i) => i % 2 === axis))
        const ends = sides.flatMap((values) => [Math.min(...values), Math.max(...values)])
        for (const [i, value] of [0, width, 0, height].entries()) expect(ends[i]).toBeCloseTo(value, 6)
        expect(coords[0]).toBeCloseTo(Math.min(rx, width / 2), 6)
      }),
    )
  })
})
