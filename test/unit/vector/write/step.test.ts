import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Shape } from '../../../../src/vector/drawing'
import { STEPS } from '../../../../src/vector/write/grid'
import { chooseStep, stepFor } from '../../../../src/vector/write/step'
import { thinShare } from '../../../../src/vector/write/thin'
import { box, drawingOf, polygons, shapeOf, solid } from '../layers/drawings'

const SIDE = 1024
const ground = shapeOf(polygons(box(0, 0, SIDE, SIDE)), solid('#ffffff'))
const stripes = (width: number, gap: number, colour: string): Shape[] =>
  Array.from({ length: Math.floor(SIDE / (width + gap)) }, (_, i) =>
    shapeOf(polygons(box(0, i * (width + gap), SIDE, i * (width + gap) + width)), solid(colour)),
  )
const hatch = Array.from({ length: 100 }, (_, i) => box(20 + i * 10, 0, 21 + i * 10, SIDE))
const pictureOf = (shapes: readonly Shape[]) => drawingOf([ground, ...shapes], SIDE)

describe('thinShare', () => {
  it.each([
    ['thin dark lines', 1, 20, '#000000'],
    ['thin light gaps', 20, 1, '#000000'],
  ])('counts %s, by their number and contrast', (_name, width, gap, colour) => {
    const share = thinShare(pictureOf(stripes(width, gap, colour)))
    // Half of the lines looked along are crossed by one stripe in 21 px.
    expect(share).toBeCloseTo(1 / 21 / 2, 2)
    expect(thinShare(pictureOf(stripes(width, gap, '#808080'))) / share).toBeCloseTo(0.5, 1)
  })

  it.each([
    ['broad stripes', pictureOf(stripes(10, 10, '#000000'))],
    ['steps between two tones', pictureOf([...stripes(9, 11, '#000000'), ...stripes(1, 19, '#808080')])],
    ['what is hidden', pictureOf([...stripes(1, 9, '#000000'), ground])],
    ['what is outside', pictureOf([shapeOf(polygons(box(-99, 5, -9, 6)), solid('#000000'))])],
    [
      'an even-odd hole',
      pictureOf([
        shapeOf(polygons(box(0, 9, 9, SIDE), box(0, 9, 9, SIDE), ...hatch, ...hatch), solid('#000000'), {
          fillRule: 'evenodd',
        }),
      ]),
    ],
    ['nothing at all', drawingOf([], SIDE)],
  ])('counts nothing in %s', (_name, drawing) => {
    expect(thinShare(drawing)).toBe(0)
  })

  it('sees the holes of either fill rule alike', () => {
    const outer = box(10, 10, 1000, 1000)
    const hole = box(100, 100, 900, 101)
    const turned = shapeOf(polygons(outer, box(100, 100, 900, 101, true)), solid('#000000'))
    const evenOdd = shapeOf(polygons(outer, hole), solid('#000000'), { fillRule: 'evenodd' })
    expect(thinShare(pictureOf([turned]))).toBeGreaterThan(0)
    expect(thinShare(pictureOf([evenOdd]))).toBe(thinShare(pictureOf([turned])))
    expect(thinShare(pictureOf([shapeOf(polygons(outer, hole), solid('#000000'))]))).toBe(0)
  })

  it('weighs a line by the side that it is more alike', () => {
    const line = shapeOf(polygons(box(0, 511, SIDE, 512)), solid('#000000'))
    const below = shapeOf(polygons(box(0, 512, SIDE, SIDE)), solid('#404040'))
    expect(thinShare(pictureOf([below, line])) / thinShare(pictureOf([line]))).toBeCloseTo(0.25, 2)
  })

  it('gives up on what is too much to look at', () => {
    const zigzag = Array.from({ length: 400_000 }, (_, i) => [i % 2 === 0 ? 0 : SIDE, (i * 7) % SIDE]).flat()
    expect(thinShare(pictureOf([shapeOf(polygons(zigzag), solid('#000000'))]))).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('the step', () => {
  it('is never finer for a picture with less that is thin, nor for a larger one', () => {
    const thin = fc.nat(100_000).map((n) => n / 1_000_000)
    const side = fc.integer({ min: 1, max: 10_000 })
    fc.assert(
      fc.property(thin, thin, side, side, (a, b, one, other) => {
        expect(stepFor(Math.min(a, b), one)).toBeGreaterThanOrEqual(stepFor(Math.max(a, b), one))
        expect(stepFor(a, Math.max(one, other))).toBeGreaterThanOrEqual(stepFor(a, Math.min(one, other)))
      }),
    )
  })

  it('runs from the coarsest to the finest', () => {
    const thin = [0, 0.003, 0.005, 0.01, 0.02, Number.POSITIVE_INFINITY]
    expect(new Set(thin.map((share) => stepFor(share, 2048)))).toEqual(new Set(STEPS))
    expect([100, 250, 500, 1000, 2000].map((side) => stepFor(0, side))).toEqual([0.01, 0.1, 0.2, 0.2, 0.5])
  })

  it('is finer, the more thin lines there are', () => {
    const steps = [1000, 100, 20, 6, 3].map((gap) => chooseStep(pictureOf(stripes(1, gap, '#000000'))))
    expect(steps).toEqual([...steps].sort((a, b) => b - a))
    expect(new Set(steps).size).toBeGreaterThan(2)
  })
})
