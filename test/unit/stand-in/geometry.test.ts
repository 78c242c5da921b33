import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clip, contains } from '../../../stand-in/drawing/geometry/clip'
import { fitted } from '../../../stand-in/drawing/geometry/fit'
import { mitred, snapped } from '../../../stand-in/drawing/geometry/grid'
import { areaOf, boxOfPath, flatten, type Point } from '../../../stand-in/drawing/geometry/path'
import { Raster } from '../../../stand-in/drawing/geometry/raster'
import { offset, ribbon } from '../../../stand-in/drawing/geometry/ribbon'
import { ellipse, rectangle } from '../../../stand-in/drawing/geometry/shapes'
import { distanceToSegment, outline } from '../../../stand-in/drawing/geometry/smooth'
import { readPrompt } from '../../../stand-in/drawing/prompt'

const square = (x: number, y: number, side: number): Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
]

/** Star-shaped polygons: simple, with notches. */
const blobs = fc
  .array(fc.double({ min: 60, max: 200, noNaN: true }), { minLength: 8, maxLength: 24 })
  .map((reaches) =>
    reaches.map((reach, index): Point => {
      const angle = (index / reaches.length) * 2 * Math.PI
      return [Math.cos(angle) * reach, Math.sin(angle) * reach]
    }),
  )

const total = (pieces: readonly Point[][]): number => pieces.reduce((sum, piece) => sum + areaOf(piece), 0)

describe('clipping', () => {
  it('splits a polygon into what lies in the other and what does not, with nothing lost', () => {
    fc.assert(
      fc.property(blobs, blobs, fc.double({ min: -150, max: 150, noNaN: true }), (one, other, dx) => {
        const moved = other.map(([x, y]): Point => [x + dx, y + 7.3])
        const parts = [...clip(one, moved, 'intersect'), ...clip(one, moved, 'subtract')]
        expect(total(parts)).toBeCloseTo(areaOf(one), 0)
      }),
    )
  })

  it('knows apart, inside and around', () => {
    const [large, small, far] = [square(0, 0, 100), square(20, 20, 10), square(500, 0, 10)]
    expect(total(clip(small, large, 'intersect'))).toBeCloseTo(100, 1)
    expect(clip(small, large, 'subtract')).toEqual([])
    expect(total(clip(large, small, 'subtract'))).toBeCloseTo(9900, 0)
    expect(clip(large, far, 'intersect')).toEqual([])
    expect(total(clip(large, far, 'subtract'))).toBeCloseTo(10_000, 1)
  })
})

describe('offsetting', () => {
  it('keeps every point at least the distance away, outside or inside', () => {
    fc.assert(
      fc.property(blobs, fc.constantFrom(-12, -5, 5, 12), (blob, distance) => {
        for (const point of offset(blob, distance)) {
          const nearest = Math.min(
            ...blob.map((corner, index) =>
              distanceToSegment(point, corner, blob[(index + 1) % blob.length] ?? corner),
            ),
          )
          expect(nearest).toBeGreaterThan(Math.abs(distance) * 0.9)
          expect(contains(blob, point)).toBe(distance < 0)
        }
      }),
    )
  })

  it('gives the square its expected sides, and nothing where it is too narrow', () => {
    expect(areaOf(offset(square(0, 0, 100), -10))).toBeCloseTo(6400, 0)
    const grown = areaOf(offset(square(0, 0, 100), 10))
    expect(grown).toBeGreaterThan(14_250)
    expect(grown).toBeLessThan(14_320)
    expect(offset(square(0, 0, 15), -10)).toEqual([])
  })

  it('makes a ribbon of the line’s length and width', () => {
    const contour = ribbon(
      [
        [0, 0],
        [100, 0],
        [200, 0],
      ],
      10,
      0.1,
      'cut',
    )
    expect(contour && areaOf(flatten(contour))).toBeCloseTo(2000, 0)
    expect(ribbon([[5, 5]], 10)).toBeNull()
  })

  it('draws mitred lines and outlines in eight directions', () => {
    const bend = mitred(
      [
        [0, 0],
        [100, 0],
        [150, 50],
      ],
      8,
    )
    expect(bend && Math.abs(areaOf(flatten(bend)))).toBeCloseTo(8 * (100 + Math.hypot(50, 50)), 0)
    const steps = snapped(flatten(ellipse(500, 500, 90)[0] ?? { start: [0, 0], segments: [] }), 10)
    steps.forEach(([x, y], index) => {
      const [nextX, nextY] = steps[(index + 1) % steps.length] ?? [x, y]
      const [dx, dy] = [Math.abs(nextX - x), Math.abs(nextY - y)]
      expect(dx === 0 || dy === 0 || dx === dy).toBe(true)
    })
  })
})

describe('curves and grids', () => {
  it('fits few curves to many points without leaving them', () => {
    const circle = flatten(ellipse(300, 300, 200)[0] ?? { start: [0, 0], segments: [] }, 4)
    const curve = fitted(circle, 0.5)
    expect(curve?.segments.length).toBeLessThan(14)
    for (const [x, y] of curve === null ? [] : flatten(curve, 5))
      expect(Math.hypot(x - 300, y - 300)).toBeCloseTo(200, -0.5)
  })

  it('makes a circle of four knots round', () => {
    const path = outline('100 0, 0 100, -100 0, 0 -100')
    for (const [x, y] of path.flatMap((contour) => flatten(contour, 3)))
      expect(Math.hypot(x, y)).toBeCloseTo(100, 0)
    expect(() => outline('1 2, three')).toThrow('not a knot')
  })

  it('paints later shapes over earlier ones', () => {
    const raster = new Raster(100, 100, 2)
    raster.paint(rectangle(0, 0, 100, 50), 1)
    raster.paint(rectangle(20, 20, 20, 20), 2)
    expect([raster.at(5, 5), raster.at(30, 30), raster.at(50, 80), raster.at(-1, 5)]).toEqual([1, 2, 0, -1])
    expect(raster.counts().get(2)).toBe(100)
    expect(boxOfPath(rectangle(1, 2, 3, 4, 1))).toEqual({ left: 1, top: 2, right: 4, bottom: 6 })
  })
})

describe('reading a prompt', () => {
  it('finds things, colours, numbers, places and kinds of picture', () => {
    const brief = readPrompt(
      'Seamless pattern of two blue birds and foxes in a snowy forest, teal background',
    )
    expect(brief.subjects).toEqual([
      { name: 'bird', colour: [61, 116, 199], count: 2 },
      { name: 'fox', colour: null, count: 3 },
    ])
    expect([...brief.settings]).toEqual(['snow', 'forest'])
    expect([...brief.formats]).toEqual(['pattern'])
    expect(brief.ground).toEqual([42, 143, 146])
  })

  it('takes a red panda for an animal, not for a colour', () => {
    expect(readPrompt('a red panda').subjects).toEqual([{ name: 'redpanda', colour: null, count: 1 }])
  })
})
