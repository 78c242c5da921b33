import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Shape } from '../../../../src/vector/drawing'
import { arrange, type Layer, type LayerMode } from '../../../../src/vector/layers/arrange'
import { anyDrawing, box, disc, drawingOf, gradient, polygons, shapeOf, solid, strokeOf } from './drawings'
import { fills, SAMPLES, sample } from './point-sampler'

const RED = solid('#ff0000')
const BLUE = solid('#0000ff')
const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged']

const rect = (paint: Shape['fill'], left: number, top: number, size = 4, more: Partial<Shape> = {}) =>
  shapeOf(polygons(box(left, top, left + size, top + size)), paint, more)
const counts = (layers: readonly Layer[]) => layers.map(({ count }) => count)
const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b)
const shapesOf = (layers: readonly Layer[]) => layers.flatMap(({ shapes }) => shapes)

describe('arrange', () => {
  it('gives a layer for each shape as drawn', () => {
    const shapes = [rect(RED, 0, 0), rect(BLUE, 8, 8), rect(RED, 8, 0)]
    const layers = arrange(drawingOf(shapes), 'as-drawn')
    expect(layers.map(({ shapes }) => shapes)).toEqual(shapes.map((shape) => [shape]))
    expect(layers.map(({ name }) => name)).toEqual(['Red #ff0000', 'Blue #0000ff', 'Red #ff0000 (2)'])
  })

  it('brings shapes of one paint together where nothing lies between them', () => {
    const shapes = [rect(RED, 0, 0), rect(BLUE, 8, 8), rect(RED, 8, 0), rect(BLUE, 0, 8)]
    const grouped = arrange(drawingOf(shapes), 'grouped')
    expect(grouped.map(({ name, shapes }) => [name, shapes.length])).toEqual([
      ['Red #ff0000 · 2 shapes', 2],
      ['Blue #0000ff · 2 shapes', 2],
    ])
    const merged = arrange(drawingOf(shapes), 'merged')
    expect(merged.map(({ shapes, count }) => [shapes.length, count])).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  it('keeps the order of what overlaps, or touches', () => {
    const touching = [rect(RED, 0, 0), rect(BLUE, 4, 0), rect(RED, 8, 0)]
    expect(counts(arrange(drawingOf(touching), 'merged'))).toEqual([1, 1, 1])
    const apart = [rect(RED, 0, 0), rect(BLUE, 4.1, 0), rect(RED, 8.2, 0)]
    expect(sorted(counts(arrange(drawingOf(apart), 'merged')))).toEqual([1, 2])
  })

  it('need not keep the order of what is hidden', () => {
    const hidden = [rect(RED, 2, 2, 3), rect(BLUE, 3, 3, 3), rect(RED, 4, 4, 3), rect(BLUE, 0, 0, 12)]
    const layers = arrange(drawingOf(hidden), 'merged')
    expect(layers).toHaveLength(2)
    expect(sample(shapesOf(layers))).toEqual(sample(hidden))
  })

  it('merges holes and what lies over them, whichever way they wind', () => {
    const shapes = [
      shapeOf(polygons(box(1, 1, 15, 15, true), box(4, 4, 12, 12)), RED),
      shapeOf(disc(8, 8, 3), RED),
      shapeOf(disc(5, 8, 3, true), RED),
      shapeOf(polygons(box(0, 7, 16, 9, true)), RED, { fillRule: 'evenodd' }),
    ]
    const layers = arrange(drawingOf(shapes), 'merged')
    expect(counts(layers)).toEqual([4])
    expect(sample(shapesOf(layers))).toEqual(sample(shapes))
  })

  it.each<[string, Shape]>([
    ['a translucent shape', rect(RED, 8, 8, 4, { opacity: 0.5 })],
    ['a gradient with a translucent stop', rect(gradient('#ff0000', '#0000ff', 0.5), 8, 8)],
    ['a stroke', rect(RED, 8, 8, 4, { stroke: strokeOf('#ff0000', 1) })],
    [
      'an even-odd shape of several subpaths',
      shapeOf(polygons(box(8, 8, 14, 14), box(9, 9, 10, 10)), RED, { fillRule: 'evenodd' }),
    ],
    [
      'an even-odd star, whose middle is a hole',
      shapeOf(polygons([11, 8, 13, 14, 8, 10.5, 14, 10.5, 9, 14]), RED, { fillRule: 'evenodd' }),
    ],
    ['a figure of eight', shapeOf(polygons([8, 8, 14, 14, 14, 8, 8, 14]), RED)],
  ])('keeps %s apart', (_, odd) => {
    const shapes = [rect(RED, 0, 0), odd, odd, rect(RED, 0, 8)]
    const layers = arrange(drawingOf(shapes), 'merged')
    expect(sorted(counts(layers))).toEqual([1, 1, 2])
    expect(shapesOf(layers).filter((shape) => shape === odd)).toHaveLength(2)
  })

  it('merges a shape with a slip of the other winding only where no other of its paint is', () => {
    // A large square whose outline ends in a small loop.
    const slip = shapeOf(polygons([1, 1, 9, 1, 9, 9, 9.2, 9.2, 9.2, 9, 9, 9.2, 1, 9.2]), RED)
    expect(counts(arrange(drawingOf([slip, rect(RED, 11, 11)]), 'merged'))).toEqual([2])
    expect(counts(arrange(drawingOf([slip, rect(RED, 7, 7)]), 'merged'))).toEqual([1, 1])
  })

  it('merges gradients only where they are the same', () => {
    const [a, b] = [gradient('#ff0000', '#0000ff'), gradient('#ff0000', '#0000fe')]
    const shapes = [rect(a, 0, 0), rect(b, 8, 8), rect({ ...a }, 8, 0)]
    expect(sorted(counts(arrange(drawingOf(shapes), 'merged')))).toEqual([1, 2])
  })

  it('lets a stroke keep its distance', () => {
    const line = shapeOf(polygons([2, 8, 14, 8]), null, { stroke: strokeOf('#0000ff', 4) })
    const under = [rect(RED, 4, 9.5), line, rect(RED, 8, 9.5)]
    expect(counts(arrange(drawingOf(under), 'merged'))).toEqual([1, 1, 1])
    const away = [rect(RED, 4, 11.5), line, rect(RED, 8, 11.5)]
    expect(sorted(counts(arrange(drawingOf(away), 'merged')))).toEqual([1, 2])
  })

  it('names the background, in the frame only once', () => {
    const shapes = [rect(RED, 0, 0, 16), rect(BLUE, 2, 2), rect(RED, 3, 3, 1), rect(BLUE, 10, 10)]
    expect(arrange(drawingOf(shapes), 'merged', 0).map(({ name }) => name)).toEqual([
      'Background',
      'Blue #0000ff · 2 shapes',
      'Red #ff0000 · 1 shape',
    ])
  })

  it('takes a drawing without shapes', () => {
    for (const mode of MODES) expect(arrange(drawingOf([]), mode)).toEqual([])
  })
})

describe('arrange, for any drawing', () => {
  it.each(MODES)('gives the same picture: %s', (mode) => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        expect(sample(shapesOf(arrange(drawing, mode)))).toEqual(sample(drawing.shapes))
      }),
      { numRuns: 60 },
    )
  })

  it('loses and doubles no shape, and says how many there are', () => {
    fc.assert(
      fc.property(anyDrawing, ({ shapes, ...size }) => {
        const grouped = arrange({ ...size, shapes }, 'grouped')
        const merged = arrange({ ...size, shapes }, 'merged')
        expect(new Set(shapesOf(grouped))).toEqual(new Set(shapes))
        expect(shapesOf(grouped)).toHaveLength(shapes.length)
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

  it('gives the same layers every time', () => {
    fc.assert(
      fc.property(anyDrawing, fc.constantFrom(...MODES), (drawing, mode) => {
        expect(arrange(structuredClone(drawing), mode)).toEqual(arrange(drawing, mode))
      }),
      { numRuns: 15 },
    )
  })

  it('keeps the order of two paints wherever they can be seen on each other', () => {
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

/** Whether nothing below it is to be seen: a gradient without a translucent stop hides as a color does. */
const hides = ({ opacity, fill }: Shape) =>
  opacity === 1 && (fill?.type === 'solid' || fill?.stops.every((stop) => stop.opacity === 1) === true)
const same = (a: Shape, b: Shape) => JSON.stringify(a.fill) === JSON.stringify(b.fill)

describe('arrange, for drawings that mean harm', () => {
  it.each<[string, Shape[]]>([
    [
      'thousands of shapes over the whole canvas',
      Array.from({ length: 2000 }, (_, i) =>
        rect(i % 2 ? RED : BLUE, -1, -1, 18, { opacity: i % 3 ? 1 : 0.5 }),
      ),
    ],
    [
      'curves far outside the canvas',
      Array.from({ length: 300 }, (_, i) => shapeOf(disc(i, -i, 250), i % 2 ? RED : BLUE)),
    ],
    [
      'one path of a hundred thousand lines across the canvas',
      [shapeOf(polygons(Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 256)), RED)],
    ],
    ['shapes without area', [shapeOf(polygons([3, 3]), RED), shapeOf(polygons([1, 1, 9, 9]), BLUE)]],
  ])('copes with %s', (_, shapes) => {
    const before = performance.now()
    const layers = arrange(drawingOf(shapes), 'merged')
    expect(layers.reduce((sum, { count }) => sum + count, 0)).toBe(shapes.length)
    // Seconds on a busy machine: against hanging, not a measurement.
    expect(performance.now() - before).toBeLessThan(15_000)
  })
})
