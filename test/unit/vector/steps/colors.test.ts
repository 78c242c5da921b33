import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labDistance, toLab } from '../../../../src/colors/oklab'
import type { Drawing } from '../../../../src/vector/drawing'
import { mapColors, mapPalette, nearEqual } from '../../../../src/vector/steps/colors'
import { paletteOf } from '../../../../src/vector/steps/palette'
import { box, drawingOf, gradient, polygons, shapeOf, solid } from '../layers/drawings'

const unifyColors = (drawing: Drawing, threshold = 0.02): Drawing =>
  mapColors(drawing, nearEqual(drawing, paletteOf(drawing), threshold))

/** Returns a canvas 16 px wide with columns of these widths. */
const columns = (...colors: readonly (readonly [color: string, width: number])[]): Drawing => {
  let left = 0
  return drawingOf(
    colors.map(([color, width]) => {
      left += width
      return shapeOf(polygons(box(left - width, 0, left, 16)), solid(color))
    }),
  )
}
const fills = ({ shapes }: Drawing) =>
  shapes.map(({ fill }) => (fill?.type === 'solid' ? fill.color : fill?.type))

describe('nearEqual', () => {
  it('does not drift along a chain', () => {
    // Each is close to its neighbors, but the ends are far apart; the second is closer to the third than to the first.
    const drawing = columns(['#606060', 6], ['#666666', 3], ['#6b6b6b', 4], ['#707070', 2])
    const unified = fills(unifyColors(drawing))
    expect(unified).toEqual(['#606060', '#6b6b6b', '#6b6b6b', '#6b6b6b'])
  })

  it('changes gradient stops only if they equal a solid color', () => {
    const drawing = columns(['#fefefe', 6], ['#ffffff', 8])
    const stops = shapeOf(polygons(box(14, 0, 16, 16)), gradient('#fefefe', '#fdfdfd'))
    const { shapes } = unifyColors({ ...drawing, shapes: [...drawing.shapes, stops] })
    expect(shapes[2]?.fill).toEqual(gradient('#ffffff', '#fdfdfd'))
  })

  it('changes no color by the threshold or more, and leaves no two that are closer', () => {
    const channel = fc.integer({ min: 0, max: 24 }).map((value) => (value * 2 + 100).toString(16))
    const color = fc.tuple(channel, channel, channel).map((parts) => `#${parts.join('')}`)
    const threshold = fc.constantFrom(0.01, 0.02, 0.05)
    fc.assert(
      fc.property(fc.array(color, { minLength: 1, maxLength: 32 }), threshold, (colors, threshold) => {
        const drawing = columns(...colors.map((color) => [color, 16 / colors.length] as const))
        const unified = fills(unifyColors(drawing, threshold)).map((color) => color ?? '')
        for (const [i, color] of unified.entries()) {
          expect(labDistance(toLab(color), toLab(colors[i] ?? ''))).toBeLessThan(threshold)
        }
        const left = [...new Set(unified)].map(toLab)
        for (const [i, lab] of left.entries()) {
          for (const other of left.slice(i + 1))
            expect(labDistance(lab, other)).toBeGreaterThanOrEqual(threshold)
        }
      }),
      { numRuns: 40 },
    )
  })
})

it('mapPalette adds up the shares of unified colors', () => {
  const palette = [
    { color: '#000000', share: 0.4 },
    { color: '#ff0000', share: 0.3 },
    { color: '#fe0000', share: 0.2 },
  ]
  const mapped = mapPalette(palette, new Map([['#fe0000', '#ff0000']]))
  expect(mapped.map(({ color }) => color)).toEqual(['#ff0000', '#000000'])
  expect(mapped[0]?.share).toBeCloseTo(0.5)
})
