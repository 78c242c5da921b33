import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSvg } from '../../../../src/vector/read/read'
import { each, pathsOf, picture } from './picture'

describe('basic shapes', () => {
  it.each([
    ['<rect x="1" y="2" width="3" height="4"/>', 'M1 2L4 2L4 6L1 6Z'],
    ['<rect width="10%" height="50%"/>', 'M0 0L10 0L10 50L0 50Z'],
    [
      '<rect width="20" height="20" rx="5"/>',
      'M5 0L15 0C17.76 0 20 2.24 20 5L20 15C20 17.76 17.76 20 15 20L5 20C2.24 20 0 17.76 0 15L0 5C0 2.24 2.24 0 5 0Z',
    ],
    [
      '<rect width="20" height="10" rx="99" ry="99"/>',
      'M10 0C15.52 0 20 2.24 20 5C20 7.76 15.52 10 10 10C4.48 10 0 7.76 0 5C0 2.24 4.48 0 10 0Z',
    ],
    ['<rect width="20" height="10" rx="4" ry="0"/>', 'M0 0L20 0L20 10L0 10Z'],
    [
      '<circle cx="10" cy="10" r="10"/>',
      'M20 10C20 15.52 15.52 20 10 20C4.48 20 0 15.52 0 10C0 4.48 4.48 0 10 0C15.52 0 20 4.48 20 10Z',
    ],
    [
      '<ellipse cx="4" cy="2" rx="4" ry="2"/>',
      'M8 2C8 3.1 6.21 4 4 4C1.79 4 0 3.1 0 2C0 0.9 1.79 0 4 0C6.21 0 8 0.9 8 2Z',
    ],
    ['<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>', 'M1 2L3 4'],
    ['<polyline points="1,2 3 4-5-6,7"/>', 'M1 2L3 4L-5 -6'],
    ['<polygon points="1,2 3,4 5,6 x 9,9"/>', 'M1 2L3 4L5 6Z'],
    ['<rect x="1in" width="1cm" height="1pc"/>', 'M96 0L133.8 0L133.8 16L96 16Z'],
    ['<rect x="3pt" width="1mm" height="1e1px"/>', 'M4 0L7.78 0L7.78 10L4 10Z'],
  ])('%s', (content, d) => {
    expect(each('d', content)).toEqual([d])
  })

  it.each([
    '<rect width="0" height="9"/>',
    '<rect width="-5" height="9"/>',
    '<rect height="9"/>',
    '<rect width="3km" height="9"/>',
    '<rect width="NaN" height="9"/>',
    '<rect width="1e999" height="9"/>',
    '<circle r="0"/>',
    '<circle r="-1"/>',
    '<ellipse rx="0" ry="5"/>',
    '<ellipse/>',
    '<line x2="9"/>',
    '<polyline/>',
    '<polygon points="1"/>',
    '<polyline points="1 2"/>',
    '<rect width="9" height="9" transform="scale(0 1)" stroke="red"/>',
  ])('%s draws nothing', (content) => {
    expect(each('d', `<path d="M0 0H1"/>${content}`)).toEqual(['M0 0L1 0'])
  })

  it('fills no line', () => {
    expect(pathsOf('<line x2="9" y2="9" stroke="red" fill="blue"/>')[0]).toContain('fill="none"')
  })

  it('stays on the ellipse', () => {
    const length = fc.double({ min: 1, max: 400, noNaN: true })
    fc.assert(
      fc.property(length, length, length, length, (cx, cy, rx, ry) => {
        const { drawing } = readSvg(picture(`<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}"/>`))
        const { coords } = drawing.shapes[0]?.path ?? { coords: new Float64Array() }
        for (let piece = 0; piece < 4; piece += 1) {
          for (const t of [0, 0.2, 0.5, 0.9, 1]) {
            const at = (axis: number) => {
              const [p0 = 0, p1 = 0, p2 = 0, p3 = 0] = [0, 2, 4, 6].map((i) => coords[piece * 6 + i + axis])
              const u = 1 - t
              return u ** 3 * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t ** 3 * p3
            }
            expect(Math.abs(Math.hypot((at(0) - cx) / rx, (at(1) - cy) / ry) - 1)).toBeLessThan(3e-4)
          }
        }
      }),
    )
  })

  it('turns a radius on each corner of a rect, whatever its size', () => {
    const length = fc.double({ min: 0.5, max: 200, noNaN: true })
    fc.assert(
      fc.property(length, length, length, length, (width, height, rx, ry) => {
        const text = picture(`<rect width="${width}" height="${height}" rx="${rx}" ry="${ry}"/>`)
        const { coords } = readSvg(text).drawing.shapes[0]?.path ?? { coords: new Float64Array() }
        const xs = coords.filter((_value, i) => i % 2 === 0)
        const ys = coords.filter((_value, i) => i % 2 === 1)
        expect(Math.min(...xs)).toBeCloseTo(0, 6)
        expect(Math.max(...xs)).toBeCloseTo(width, 6)
        expect(Math.min(...ys)).toBeCloseTo(0, 6)
        expect(Math.max(...ys)).toBeCloseTo(height, 6)
        expect(coords[0]).toBeCloseTo(Math.min(rx, width / 2), 6)
      }),
    )
  })
})
