import { describe, expect, it } from 'vitest'
import type { Drawing, Shape } from '../../../../src/vector/drawing'
import { PathBuilder } from '../../../../src/vector/path/path'
import { applyBackground, findBackground } from '../../../../src/vector/steps/background'
import { box, disc, drawingOf, gradient, polygons, shapeOf, solid, strokeOf } from '../layers/drawings'

const RED = solid('#ff0000')
const PICTURE = shapeOf(disc(50, 50, 20), solid('#0000ff'))
const W = 100
const H = 200

const on = (...shapes: Shape[]): Drawing => drawingOf([...shapes, PICTURE], W, H)
const full = (fill = RED, more: Partial<Shape> = {}) => shapeOf(polygons(box(0, 0, W, H)), fill, more)

/** Returns a background whose right edge bends by this many px. */
function curved(swing: number): Shape {
  const builder = new PathBuilder()
  builder.move(0, 0)
  builder.line(W, 0)
  builder.cubic(W + swing, 60, W - swing, 140, W, H)
  builder.line(0, H)
  builder.close()
  return shapeOf(builder.finish(), RED)
}

describe('findBackground', () => {
  it.each<[string, Shape]>([
    ['a rectangle', full()],
    ['one that winds the other way', shapeOf(polygons(box(0, 0, W, H, true)), RED)],
    ['one that reaches beyond', shapeOf(polygons(box(-900, -900, 900, 900)), RED)],
    ['one that is a little small', shapeOf(polygons(box(0.4, 0.8, W - 0.4, H - 0.8)), RED)],
    ['extra points', shapeOf(polygons([0, 0, 40, 0, W, 0, W, 30, W, H, 50, H, 0, H, 0, 99]), RED)],
    ['curved edges', curved(1)],
    ['even-odd', full(RED, { fillRule: 'evenodd' })],
    ['an opaque gradient', full(gradient('#ff0000', '#00ff00'))],
  ])('finds %s', (_, shape) => {
    expect(findBackground(on(shape))).toEqual({ index: 0, paint: shape.fill })
  })

  it.each<[string, Shape]>([
    ['a translucent one', full(RED, { opacity: 0.9 })],
    ['a gradient with a translucent stop', full(gradient('#ff0000', '#00ff00', 0.5))],
    ['one with a stroke', full(RED, { stroke: strokeOf('#000000', 1) })],
    ['a stroke alone', shapeOf(polygons(box(0, 0, W, H)), null, { stroke: strokeOf('#000000', 300) })],
    ['one that is too small', shapeOf(polygons(box(0, 0, W - 1, H)), RED)],
    ['one that lacks a corner', shapeOf(polygons([3, 0, W, 0, W, H, 0, H, 0, 3]), RED)],
    ['one with a dent', curved(20)],
    ['one with a hole', shapeOf(polygons(box(0, 0, W, H), box(50, 50, 50.2, 50.2, true)), RED)],
    ['a slit', shapeOf(polygons(box(0, 0, 49.99, H), box(50.01, 0, W, H)), RED)],
    [
      'a hole by the even-odd rule',
      shapeOf(polygons(box(0, 0, W, H), box(5, 5, 9, 9)), RED, { fillRule: 'evenodd' }),
    ],
    ['a disc as wide as the canvas', shapeOf(disc(50, 100, 100), RED)],
  ])('does not find %s', (_, shape) => {
    expect(findBackground(on(shape))).toBeNull()
  })

  it('finds the topmost of several, but only near the back', () => {
    const second = full(solid('#00ff00'))
    expect(findBackground(on(full(), PICTURE, second))).toEqual({ index: 2, paint: second.fill })
    expect(findBackground(on(PICTURE, PICTURE, PICTURE, PICTURE, full()))).toBeNull()
  })

  it('finds none if no shape is above it', () => {
    expect(findBackground(drawingOf([full()], W, H))).toBeNull()
    expect(findBackground(drawingOf([], W, H))).toBeNull()
  })
})

it('applyBackground returns a drawing without a background unchanged', () => {
  const without = on()
  expect(applyBackground(without, 'frame')).toEqual({ drawing: without, index: -1 })
})
