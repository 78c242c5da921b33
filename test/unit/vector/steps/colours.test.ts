import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Drawing } from '../../../../src/vector/drawing'
import { mapColours, mapPalette, nearEqual } from '../../../../src/vector/steps/colours'
import { labDistance, toLab } from '../../../../src/vector/steps/oklab'
import { paletteOf } from '../../../../src/vector/steps/palette'
import { box, drawingOf, gradient, polygons, shapeOf, solid, strokeOf } from '../layers/drawings'

const unifyColours = (drawing: Drawing, threshold = 0.02): Drawing =>
  mapColours(drawing, nearEqual(drawing, paletteOf(drawing), threshold))

/** Columns of a canvas 16 px wide, each with its width. */
const columns = (...colours: readonly (readonly [colour: string, width: number])[]): Drawing => {
  let left = 0
  return drawingOf(
    colours.map(([colour, width]) => {
      left += width
      return shapeOf(polygons(box(left - width, 0, left, 16)), solid(colour))
    }),
  )
}
const fills = ({ shapes }: Drawing) =>
  shapes.map(({ fill }) => (fill?.type === 'solid' ? fill.colour : fill?.type))

describe('toLab', () => {
  it.each<[string, readonly number[]]>([
    ['#ffffff', [1, 0, 0]],
    ['#000000', [0, 0, 0]],
    ['#ff0000', [0.628, 0.225, 0.126]],
    ['#00ff00', [0.866, -0.234, 0.179]],
    ['#0000ff', [0.452, -0.032, -0.312]],
  ])('%s', (hex, expected) => {
    for (const [i, value] of toLab(hex).entries()) expect(value).toBeCloseTo(expected[i] ?? 0, 3)
  })
})

describe('mapColours', () => {
  it('recolours fills, strokes and stops, and nothing else', () => {
    const path = polygons(box(0, 0, 4, 4))
    const drawing = drawingOf([
      shapeOf(path, solid('#111111'), { stroke: strokeOf('#222222', 2) }),
      shapeOf(path, gradient('#111111', '#333333')),
      shapeOf(path, null, { stroke: strokeOf('#111111', 2) }),
    ])
    const map = new Map([
      ['#111111', '#aaaaaa'],
      ['#222222', '#111111'],
    ])
    expect(mapColours(drawing, map)).toEqual(
      drawingOf([
        shapeOf(path, solid('#aaaaaa'), { stroke: strokeOf('#111111', 2) }),
        shapeOf(path, gradient('#aaaaaa', '#333333')),
        shapeOf(path, null, { stroke: strokeOf('#aaaaaa', 2) }),
      ]),
    )
  })
})

describe('nearEqual', () => {
  it('gives near-equal colours the one that covers most', () => {
    const drawing = columns(['#fefefe', 3], ['#ff0000', 2], ['#ffffff', 6], ['#fe0000', 5])
    expect(fills(unifyColours(drawing))).toEqual(['#ffffff', '#fe0000', '#ffffff', '#fe0000'])
  })

  it('counts what can be seen only', () => {
    const { shapes, ...size } = columns(['#fefefe', 4], ['#ffffff', 12])
    const cover = shapeOf(polygons(box(2, 0, 16, 16)), solid('#0000ff'))
    const under = [...shapes].reverse()
    expect(fills(unifyColours({ ...size, shapes: [...under, cover] }))).toEqual([
      '#fefefe',
      '#fefefe',
      '#0000ff',
    ])
  })

  it('does not drift along a chain', () => {
    // Each is near its neighbours, the ends are far apart; the second is nearer to the third than to the first.
    const drawing = columns(['#606060', 6], ['#666666', 3], ['#6b6b6b', 4], ['#707070', 2])
    const unified = fills(unifyColours(drawing))
    expect(unified).toEqual(['#606060', '#6b6b6b', '#6b6b6b', '#6b6b6b'])
  })

  it('takes gradient stops along only where they are equal', () => {
    const drawing = columns(['#fefefe', 6], ['#ffffff', 8])
    const stops = shapeOf(polygons(box(14, 0, 16, 16)), gradient('#fefefe', '#fdfdfd'))
    const { shapes } = unifyColours({ ...drawing, shapes: [...drawing.shapes, stops] })
    expect(shapes[2]?.fill).toEqual(gradient('#ffffff', '#fdfdfd'))
  })

  it('leaves colours that are far enough apart, and a threshold of 0 leaves all', () => {
    const far = columns(['#606060', 6], ['#686868', 6])
    expect(unifyColours(far)).toBe(far)
    const near = columns(['#606060', 6], ['#616161', 6])
    expect(unifyColours(near, 0)).toBe(near)
    expect(fills(unifyColours(far, 0.05))).toEqual(['#606060', '#606060'])
  })

  it('moves no colour as far as the threshold, and leaves no two closer than that', () => {
    const channel = fc.integer({ min: 0, max: 24 }).map((value) => (value * 2 + 100).toString(16))
    const colour = fc.tuple(channel, channel, channel).map((parts) => `#${parts.join('')}`)
    const threshold = fc.constantFrom(0.01, 0.02, 0.05)
    fc.assert(
      fc.property(fc.array(colour, { minLength: 1, maxLength: 32 }), threshold, (colours, threshold) => {
        const drawing = columns(...colours.map((colour) => [colour, 16 / colours.length] as const))
        const unified = fills(unifyColours(drawing, threshold)).map((colour) => colour ?? '')
        for (const [i, colour] of unified.entries()) {
          expect(labDistance(toLab(colour), toLab(colours[i] ?? ''))).toBeLessThan(threshold)
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

describe('mapPalette', () => {
  it('adds up the shares of colours that became one', () => {
    const palette = [
      { colour: '#000000', share: 0.4 },
      { colour: '#ff0000', share: 0.3 },
      { colour: '#fe0000', share: 0.2 },
    ]
    const mapped = mapPalette(palette, new Map([['#fe0000', '#ff0000']]))
    expect(mapped.map(({ colour }) => colour)).toEqual(['#ff0000', '#000000'])
    expect(mapped[0]?.share).toBeCloseTo(0.5)
  })
})
