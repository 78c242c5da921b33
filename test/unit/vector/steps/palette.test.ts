import { describe, expect, it } from 'vitest'
import type { Shape } from '../../../../src/vector/drawing'
import { paletteOf } from '../../../../src/vector/steps/palette'
import { box, disc, drawingOf, gradient, polygons, shapeOf, solid, strokeOf } from '../layers/drawings'

const WHITE = solid('#ffffff')
const RED = solid('#ff0000')
const rect = (left: number, top: number, right: number, bottom: number, fill = RED, more?: Partial<Shape>) =>
  shapeOf(polygons(box(left, top, right, bottom)), fill, more)
const palette = (...shapes: Shape[]) =>
  paletteOf(drawingOf(shapes)).map(({ color, share }) => [color, Math.round(share * 1000) / 1000])

describe('paletteOf', () => {
  it('returns the visible share of each color, the largest first', () => {
    expect(palette(rect(0, 0, 16, 16, WHITE), rect(0, 0, 8, 8), rect(4, 0, 8, 8, solid('#0000ff')))).toEqual([
      ['#ffffff', 0.75],
      ['#0000ff', 0.125],
      ['#ff0000', 0.125],
    ])
  })

  it('lists hidden colors last', () => {
    expect(palette(rect(0, 0, 8, 8), rect(0, 0, 16, 16, WHITE))).toEqual([
      ['#ffffff', 1],
      ['#ff0000', 0],
    ])
  })

  it('counts only what is on the canvas', () => {
    expect(palette(rect(-50, -50, 8, 50), rect(90, 90, 99, 99, WHITE))).toEqual([
      ['#ff0000', 0.5],
      ['#ffffff', 0],
    ])
  })

  it('shares a translucent area with the colors below', () => {
    expect(palette(rect(0, 0, 16, 16, WHITE), rect(0, 0, 16, 8, RED, { opacity: 0.25 }))).toEqual([
      ['#ffffff', 0.875],
      ['#ff0000', 0.125],
    ])
  })

  it('divides a gradient among its stops', () => {
    expect(palette(rect(0, 0, 16, 8, gradient('#ff0000', '#0000ff')))).toEqual([
      ['#0000ff', 0.25],
      ['#ff0000', 0.25],
    ])
  })

  it('follows curves and fill rules', () => {
    const [[, share] = []] = palette(shapeOf(disc(8, 8, 6), RED))
    expect(share).toBeCloseTo((Math.PI * 36) / 256, 2)
    const ring = polygons(box(0, 0, 16, 16), box(4, 4, 12, 12))
    expect(palette(shapeOf(ring, RED, { fillRule: 'evenodd' }))).toEqual([['#ff0000', 0.75]])
  })

  it('counts strokes by their width, including thin ones', () => {
    const line = (width: number) =>
      shapeOf({ ...polygons([0, 8, 16, 8]), commands: Uint8Array.of(0, 1) }, null, {
        stroke: strokeOf('#ff0000', width),
      })
    for (const width of [4, 1, 0.01]) {
      const share = paletteOf(drawingOf([line(width)]))[0]?.share ?? 0
      expect(Math.abs(share - width / 16)).toBeLessThan(0.004)
    }
  })

  it('does not count the area inside a wide stroke', () => {
    const frame = shapeOf(polygons(box(4, 4, 12, 12)), null, { stroke: strokeOf('#ff0000', 2) })
    expect(paletteOf(drawingOf([frame]))[0]?.share).toBeCloseTo((10 ** 2 - 6 ** 2) / 256, 2)
  })

  it('is empty for a drawing without shapes', () => {
    expect(palette()).toEqual([])
  })
})
