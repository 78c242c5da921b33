import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeShapes, reversePath } from '../../../../src/vector/layers/merge'
import { CLOSE, CUBIC, LINE, MOVE, PathBuilder } from '../../../../src/vector/path/path'
import { anyDrawing, box, polygons, shapeOf, solid } from './drawings'
import { SAMPLES, sample, windingAt } from './point-sampler'

const RED = solid('#ff0000')

describe('reversePath', () => {
  it('reverses each subpath', () => {
    const builder = new PathBuilder()
    builder.move(0, 0)
    builder.line(1, 0)
    builder.cubic(2, 0, 3, 1, 3, 2)
    builder.close()
    builder.move(5, 5)
    builder.line(6, 5)
    builder.move(9, 9)
    builder.close()
    const { commands, coords } = reversePath(builder.finish())
    expect([...commands]).toEqual([MOVE, CUBIC, LINE, CLOSE, MOVE, LINE, MOVE, CLOSE])
    expect([...coords]).toEqual([3, 2, 3, 1, 2, 0, 1, 0, 0, 0, 6, 5, 5, 5, 9, 9])
  })

  it('negates every winding number, and changes nothing when applied twice', () => {
    fc.assert(
      fc.property(anyDrawing, ({ shapes }) => {
        for (const { path } of shapes) {
          const reversed = reversePath(path)
          expect(SAMPLES.map(([x, y]) => -windingAt(reversed, x, y) + 0)).toEqual(
            SAMPLES.map(([x, y]) => windingAt(path, x, y)),
          )
          expect(reversePath(reversed)).toEqual(path)
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('mergeShapes', () => {
  const ring = shapeOf(polygons(box(2, 2, 14, 14), box(4, 4, 12, 12, true)), RED)
  const bar = shapeOf(polygons(box(3, 7, 13, 9, true)), RED)

  it('fills the same area as the shapes, even a hole that another shape crosses', () => {
    const merged = mergeShapes([ring, bar], [1, -1])
    expect(sample([merged])).toEqual(sample([ring, bar]))
    expect(merged).toMatchObject({ fill: RED, fillRule: 'nonzero', opacity: 1, stroke: null })
  })

  it('returns a single shape unchanged, mergeable or not', () => {
    expect(mergeShapes([bar], [0])).toBe(bar)
  })

  it('throws for shapes that cannot be merged', () => {
    expect(() => mergeShapes([ring, bar], [1, 0])).toThrow()
    expect(() => mergeShapes([], [])).toThrow()
  })
})
