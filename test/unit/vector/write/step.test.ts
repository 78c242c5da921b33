import { describe, expect, it } from 'vitest'
import type { Shape } from '../../../../src/vector/drawing'
import { chooseStep } from '../../../../src/vector/write/step'
import { box, disc, drawingOf, polygons, shapeOf, solid } from '../layers/drawings'

const SIDE = 1024
const ground = shapeOf(polygons(box(0, 0, SIDE, SIDE)), solid('#ffffff'))
const pictureOf = (shapes: readonly Shape[], side = SIDE) => drawingOf([ground, ...shapes], side)

/** Returns discs off the grid, `count` in each direction. */
const discs = (count: number, color: string): Shape[] =>
  Array.from({ length: count * count }, (_, i) => {
    const pitch = SIDE / count
    const at = (n: number) => (n + 0.5) * pitch + ((i * 0.618) % 1)
    return shapeOf(disc(at(i % count), at(Math.floor(i / count)), pitch * 0.37), solid(color))
  })

describe('the rounding step', () => {
  it('is the coarsest one for the size if rounding changes nothing', () => {
    const sides = [100, 250, 500, 1000, 2000]
    expect(sides.map((side) => chooseStep(drawingOf([], side)))).toEqual([0.01, 0.1, 0.2, 0.2, 0.5])
  })

  it('is finer for more edges', () => {
    const steps = [1, 4, 16, 48].map((count) => chooseStep(pictureOf(discs(count, '#000000'))))
    expect(steps).toEqual([...steps].sort((a, b) => b - a))
    expect(new Set(steps).size).toBeGreaterThan(1)
  })

  it('is not finer for hardly visible edges', () => {
    expect(chooseStep(pictureOf(discs(48, '#f0f0f0')))).toBe(0.5)
    expect(chooseStep(pictureOf(discs(48, '#000000')))).toBeLessThan(0.5)
  })

  it.each([
    ['has too many segments', 2_100_000, 7],
    ['crosses the lines too often', 20_000, SIDE / 2 + 7],
  ])('is the finest one if a path %s', (_, points, stride) => {
    const zigzag = Array.from({ length: points }, (_, i) => [i % 2 === 0 ? 0 : SIDE, (i * stride) % SIDE])
    expect(chooseStep(pictureOf([shapeOf(polygons(zigzag.flat()), solid('#fefefe'))]))).toBe(0.01)
  })
})
