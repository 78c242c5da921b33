import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Shape } from '../../../../src/vector/drawing'
import { arrange, type PaintMode } from '../../../../src/vector/layers/arrange'
import type { Layer } from '../../../../src/vector/layers/layer'
import { anyDrawing, box, disc, drawingOf, polygons, shapeOf, solid } from './drawings'
import { fills, SAMPLES, sample } from './point-sampler'

const RED = solid('#ff0000')
const BLUE = solid('#0000ff')
const MODES: readonly PaintMode[] = ['as-drawn', 'grouped', 'merged']

const rect = (paint: Shape['fill'], left: number, top: number, size = 4, more: Partial<Shape> = {}) =>
  shapeOf(polygons(box(left, top, left + size, top + size)), paint, more)
const counts = (layers: readonly Layer[]) => layers.map(({ count }) => count)
const shapesOf = (layers: readonly Layer[]) => layers.flatMap(({ shapes }) => shapes)

describe('arrange', () => {
  it('merges a shape with a small reversed loop only if no other shape of its paint is there', () => {
    // A large square whose outline ends with a small loop.
    const looped = shapeOf(polygons([1, 1, 9, 1, 9, 9, 9.2, 9.2, 9.2, 9, 9, 9.2, 1, 9.2]), RED)
    expect(counts(arrange(drawingOf([looped, rect(RED, 11, 11)]), 'merged'))).toEqual([2])
    expect(counts(arrange(drawingOf([looped, rect(RED, 7, 7)]), 'merged'))).toEqual([1, 1])
  })

  it('accepts a drawing without shapes', () => {
    for (const mode of MODES) expect(arrange(drawingOf([]), mode)).toEqual([])
  })
})

describe('arrange, for any drawing', () => {
  it.each(MODES)('does not change the picture, and is deterministic: %s', (mode) => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        const layers = arrange(drawing, mode)
        expect(sample(shapesOf(layers))).toEqual(sample(drawing.shapes))
        expect(arrange(structuredClone(drawing), mode)).toEqual(layers)
      }),
      { numRuns: 40 },
    )
  })

  it('duplicates no shape, and counts them', () => {
    fc.assert(
      fc.property(anyDrawing, ({ shapes, ...size }) => {
        const grouped = arrange({ ...size, shapes }, 'grouped')
        const merged = arrange({ ...size, shapes }, 'merged')
        const kept = new Set(shapesOf(grouped))
        expect(shapesOf(grouped)).toHaveLength(kept.size)
        expect([...kept].every((shape) => shapes.includes(shape))).toBe(true)
        expect(grouped.every(({ shapes, count }) => shapes.length === count)).toBe(true)
        expect(merged.every(({ shapes }) => shapes.length === 1)).toBe(true)
        expect(merged.map(({ name, count }) => [name, count])).toEqual(
          grouped.map(({ name, count }) => [name, count]),
        )
        expect(new Set(merged.map(({ name }) => name)).size).toBe(merged.length)
      }),
      { numRuns: 40 },
    )
  })

  it('keeps the order of two paints wherever they visibly overlap', () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        const { shapes } = drawing
        const order = shapesOf(arrange(drawing, 'grouped'))
        const place = new Map(order.map((shape, i) => [shape, i]))
        for (const [x, y] of SAMPLES) {
          const here = shapes.filter((shape) => fills(shape, x, y))
          const covers = here.map(hides)
          const seen = here.slice(Math.max(0, covers.lastIndexOf(true)))
          for (const [i, lower] of seen.entries()) {
            for (const upper of seen.slice(i + 1)) {
              if (lower.opacity === 1 && upper.opacity === 1 && same(lower, upper)) continue
              expect(place.get(lower)).toBeLessThan(place.get(upper) ?? -1)
            }
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

/** Returns whether it hides everything below: a gradient without translucent stops does so like a color. */
const hides = ({ opacity, fill }: Shape) =>
  opacity === 1 && (fill?.type === 'solid' || fill?.stops.every((stop) => stop.opacity === 1) === true)
const same = (a: Shape, b: Shape) => JSON.stringify(a.fill) === JSON.stringify(b.fill)

it.each(
  Object.entries<Shape[]>({
    'thousands of shapes over the whole canvas': Array.from({ length: 2000 }, (_, i) =>
      rect(i % 2 ? RED : BLUE, -1, -1, 18, { opacity: i % 3 ? 1 : 0.5 }),
    ),
    'curves far outside the canvas': Array.from({ length: 300 }, (_, i) =>
      shapeOf(disc(i, -i, 250), i % 2 ? RED : BLUE),
    ),
    'one path of a hundred thousand lines across the canvas': [
      shapeOf(polygons(Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 256)), RED),
    ],
    'shapes without area': [shapeOf(polygons([3, 3]), RED), shapeOf(polygons([1, 1, 9, 9]), BLUE)],
  }),
)('arrange, for malicious drawings handles %s', (_, shapes) => {
  const layers = arrange(drawingOf(shapes), 'merged')
  const count = layers.reduce((sum, { count }) => sum + count, 0)
  expect(count > 0 && count <= shapes.length).toBe(true)
})
