import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fitView,
  fromViewport,
  panBy,
  toPage,
  toScreen,
  toViewport,
  type View,
  zoomAt,
} from '../../../src/page/model/viewport'

const length = fc.double({ min: -10_000, max: 10_000, noNaN: true })
const size = fc.record({
  width: fc.integer({ min: 200, max: 3000 }),
  height: fc.integer({ min: 200, max: 2000 }),
})
const view = fc.record({ x: length, y: length, zoom: fc.double({ min: 0.02, max: 256, noNaN: true }) })
const point = fc.record({ x: fc.integer({ min: 0, max: 2000 }), y: fc.integer({ min: 0, max: 2000 }) })

function expectNear(actual: View, wanted: View): void {
  expect(actual.x).toBeCloseTo(wanted.x, 5)
  expect(actual.y).toBeCloseTo(wanted.y, 5)
  expect(actual.zoom).toBeCloseTo(wanted.zoom, 8)
}

describe('the view of the canvas', () => {
  it('keeps what lies under the pointer in place while zooming, within the range of Figma', () => {
    fc.assert(
      fc.property(view, point, fc.double({ min: 0.0001, max: 5000, noNaN: true }), (from, at, zoom) => {
        const to = zoomAt(from, at, zoom)
        expect(toPage(to, at).x).toBeCloseTo(toPage(from, at).x, 4)
        expect(toPage(to, at).y).toBeCloseTo(toPage(from, at).y, 4)
        expect(to.zoom).toBeGreaterThanOrEqual(0.02)
        expect(to.zoom).toBeLessThanOrEqual(256)
      }),
    )
  })

  it('pans by px of the screen', () => {
    expect(panBy({ x: 10, y: 10, zoom: 2 }, { x: 4, y: -6 })).toEqual({ x: 12, y: 7, zoom: 2 })
  })

  it('fits a box whole and in the middle', () => {
    fc.assert(
      fc.property(
        size,
        fc.record({
          x: length,
          y: length,
          width: fc.integer({ min: 1, max: 3000 }),
          height: fc.integer({ min: 1, max: 3000 }),
        }),
        (canvas, box) => {
          const shown = toScreen(fitView(box, canvas), box)
          expect(shown.width).toBeLessThanOrEqual(canvas.width)
          expect(shown.height).toBeLessThanOrEqual(canvas.height)
          expect(shown.x + shown.width / 2).toBeCloseTo(canvas.width / 2, 3)
          expect(shown.y + shown.height / 2).toBeCloseTo(canvas.height / 2, 3)
        },
      ),
    )
  })

  it('never enlarges when fitting', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 }
    expect(fitView(box, { width: 1000, height: 800 }).zoom).toBe(1)
  })

  it('is told to the plugin and taken from it without loss', () => {
    fc.assert(
      fc.property(view, size, (from, canvas) => {
        expectNear(fromViewport(toViewport(from, canvas), canvas), from)
      }),
    )
  })
})
