import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridsFor } from '../../../../src/vector/coverage/resolution'
import type { Shape } from '../../../../src/vector/drawing'
import { findConstraints } from '../../../../src/vector/layers/constraints'
import { assignPaintNumbers } from '../../../../src/vector/layers/paints'
import { readSigns } from '../../../../src/vector/layers/signs'
import { box, drawingOf, polygons, shapeOf, solid, strokeOf } from './drawings'

const paint = { a: solid('#ff0000'), b: solid('#0000ff'), c: solid('#00ff00') }
const rect = (fill: Shape['fill'], ...sides: [number, number, number, number]) =>
  shapeOf(polygons(box(...sides)), fill)

/** Returns, for each shape, what must stay above it, directly or indirectly. */
function closureOf(after: readonly (readonly number[])[]): number[][] {
  const closed: Set<number>[] = []
  for (const [i, direct] of [...after.entries()].reverse()) {
    closed[i] = new Set(direct.flatMap((j) => [j, ...(closed[j] ?? [])]))
  }
  return closed.map((set) => [...set].sort((a, b) => a - b))
}

/** Returns, for each shape, what the order puts above it, directly or indirectly. */
function allPairs(shapes: readonly Shape[]): number[][] {
  const drawing = drawingOf(shapes)
  const paints = assignPaintNumbers(shapes)
  const { order } = findConstraints(drawing, paints, readSigns(drawing, paints))
  const above = (node: number): number[] =>
    [...order.before].flatMap((before, i) => {
      const after = order.after[i] ?? 0
      return before !== node ? [] : after < order.shapes ? [after] : above(after)
    })
  return closureOf(shapes.map((_, i) => above(i)))
}

/** Returns the pairs with different paints that must keep their order. */
function pairs(...shapes: Shape[]): string[] {
  const paints = assignPaintNumbers(shapes)
  return allPairs(shapes).flatMap((above, i) =>
    above.filter((j) => (paints[i] ?? -1) < 0 || paints[i] !== paints[j]).map((j) => `${i}<${j}`),
  )
}

describe('findConstraints', () => {
  it('does not treat translucent shapes, or the edges of opaque ones, as hiding', () => {
    const veil = { ...rect(paint.c, 0, 0, 16, 16), opacity: 0.9 }
    expect(pairs(rect(paint.a, 4, 4, 8, 8), rect(paint.b, 6, 6, 9, 9), veil)).toContain('0<1')
    const tight = rect(paint.c, 4, 4, 8, 8)
    expect(pairs(rect(paint.a, 4, 4, 8, 8), rect(paint.b, 4, 4, 8, 8), tight)).toContain('0<1')
  })

  it('does not treat everything within reach of a stroke as hidden', () => {
    // A frame around both whose stroke reaches so far at the corners that it is approximated by its bounding box.
    const stroke = { ...strokeOf('#00ff00', 0.2), join: 'miter', miterLimit: 40 } as const
    const frame = shapeOf(polygons(box(2, 2, 14, 14), box(4, 4, 12, 12, true)), paint.c, { stroke })
    const below = [rect(paint.a, 5, 5, 9, 9), rect(paint.b, 7, 7, 11, 11)]
    expect(pairs(...below, frame)).toEqual(['0<1', '0<2', '1<2'])
    expect(pairs(...below, { ...frame, fill: null })).toContain('0<1')
    // But with a fill.
    const cover = { ...frame, path: polygons(box(2, 2, 14, 14)) }
    expect(pairs(...below, cover)).toEqual(['0<2', '1<2'])
  })
})

describe('findConstraints, for hairlines', () => {
  /** At some of four places, in one of three paints. */
  const hairline = fc.tuple(
    fc.subarray([1, 5, 9, 13], { minLength: 1 }),
    fc.constantFrom(paint.a, paint.b, paint.c),
    fc.constantFrom(1, 1, 1, 0.5),
  )

  it('orders exactly the overlapping shapes with different paint', () => {
    fc.assert(
      fc.property(fc.array(hairline, { maxLength: 9 }), (lines) => {
        const shapes = lines.map(([places, fill, opacity]) =>
          shapeOf(polygons(...places.map((x) => box(x, 1, x + 0.01, 1.01))), fill, { opacity }),
        )
        const expected = lines.map(([places, fill, opacity], i) =>
          lines.flatMap(([others, other, veil], j) => {
            const exchange = fill === other && opacity === 1 && veil === 1
            return j > i && !exchange && places.some((x) => others.includes(x)) ? [j] : []
          }),
        )
        expect(allPairs(shapes)).toEqual(closureOf(expected))
      }),
      { numRuns: 60 },
    )
  })
})

describe('gridsFor', () => {
  it('starts with the finest affordable grid', () => {
    const finest = (shapes: Shape[]) => gridsFor(drawingOf(shapes)).map(({ columns }) => columns)
    expect(finest([rect(paint.a, 0, 0, 16, 16)])).toEqual([768, 512, 384, 256, 128, 64, 32, 16])
    const many = new Array<Shape>(5000).fill(rect(paint.a, 0, 0, 16, 16))
    expect(finest(many)).toEqual([64, 32, 16])
    const long = shapeOf(polygons(Array.from({ length: 2_000_000 }, (_, i) => (i * 7919) % 16)), paint.a)
    expect(finest([long, long, long, long])).toEqual([16])
  })

  it('covers a canvas that is not square', () => {
    expect(gridsFor(drawingOf([], 200, 100))[0]).toMatchObject({ columns: 768, rows: 384 })
  })
})
