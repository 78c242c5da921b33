import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePath } from '../../../../src/vector/path/parse'
import { CLOSE, CUBIC, type Path } from '../../../../src/vector/path/path'
import { FINEST, finer, isOnGrid, STEPS, type Step } from '../../../../src/vector/write/grid'
import { pathData } from '../../../../src/vector/write/path-data'
import { roundLayers } from '../../../../src/vector/write/round'
import { subpaths } from '../../../../src/vector/write/subpaths'
import { disc, polygons, shapeOf, solid, strokeOf } from '../layers/drawings'
import { windingAt } from '../layers/point-sampler'
import { pathOf, pointsOf, units } from './paths'

const BLACK = solid('#000000')

function rounded(path: Path, step: Step, strokeWidth = 0): Path {
  const shape = shapeOf(path, BLACK, strokeWidth > 0 ? { stroke: strokeOf('#ff0000', strokeWidth) } : {})
  const [layer] = roundLayers([{ name: 'a', shapes: [shape], count: 1 }], step)
  if (!layer?.shapes[0]) throw new Error('the shape is gone')
  return layer.shapes[0].path
}

const roundedData = (data: string, step: Step) => pathData(rounded(parsePath(data, 1000).path, step))

const anyStep = fc.constantFrom(...STEPS)
const coordinate = fc.integer({ min: -500_000, max: 500_000 }).map((n) => n / 1000)

describe('roundLayers', () => {
  it.each([
    ['lines of no length', 'M0 0L29.1 .1L29.2 .1L29.1 29.1L.1 29Z', 'M0 0H29V29H0Z'],
    ['the line that Z draws', 'M0 0L29.3 0L29.3 29.3L0.1 0Z', 'M0 0H29.5V29.5Z'],
    ['a corner on a straight line', 'M.1 0L15.1 .1L29.1 0L29.1 29.1Z', 'M0 0H29V29Z'],
    ['a curve that does not bend', 'M.1 0C9 .1 20 -.1 29.1 0L29.1 29.1Z', 'M0 0H29V29Z'],
    ['a curve of no length', 'M0 0H29V29C29 29 29 29 29 29H0Z', 'M0 0H29V29H0Z'],
    ['a subpath of one point', 'M0 0L29.1 0L29.1 29.1ZM40.1 40.1L40.1001 40.1Z', 'M0 0H29V29Z'],
  ])('drops %s', (_name, data, expected) => {
    expect(roundedData(data, 0.5)).toBe(expected)
  })

  it.each([
    ['a corner that turns back', 'M.1 0L29.1 0L15.1 .1L15.1 29.1L.1 29.1Z', 6],
    ['a flat arc of many small corners', `M0 0${'L'.concat(arc(60).join('L'))}Z`, 8],
    ['a curve that bends back on its line', 'M.1 0C60 .1 -29 -.1 29.1 0L29.1 29.1Z', 4],
  ])('keeps %s', (_name, data, least) => {
    expect(rounded(parsePath(data, 1000).path, 0.5).commands.length).toBeGreaterThanOrEqual(least)
  })

  it('moves no point of a stroked path by more than half a step, or a part of its width, and keeps all of them', () => {
    const widths = fc.constantFrom(0.25, 0.76, 2)
    fc.assert(
      fc.property(pathOf(coordinate), anyStep, widths, (path, step, width) => {
        const most = Math.min(step, width < 1 ? 0.01 : 0.05)
        const after = rounded(path, step, width)
        expect(after.commands).toEqual(path.commands)
        expect(isOnGrid(after.coords, most)).toBe(true)
        after.coords.forEach((value, i) => {
          expect(Math.abs(value - (path.coords[i] ?? 0))).toBeLessThanOrEqual(most / 2 + 1e-9)
        })
      }),
    )
  })

  it('stays within a step of every filled outline', () => {
    fc.assert(
      fc.property(pathOf(coordinate), anyStep, (path, step) => {
        const outline = pointsOf(rounded(path, step), 256)
        const reach = Math.hypot(step, step)
        // A part on a single point of the finest grid is invisible and may be dropped.
        for (const [x, y] of subpaths(path)
          .filter(isSeen)
          .flatMap((part) => pointsOf(part))) {
          expect(distanceFrom(outline, x, y)).toBeLessThanOrEqual(reach)
        }
      }),
      { numRuns: 60, examples: [[parsePath('M0-499.986V-499.986M0 0H.005', 10).path, 0.5]] },
    )
  })

  it('does not change points that are on the grid or on the next finer one', () => {
    const onGrid = anyStep.chain((step) =>
      fc.tuple(
        pathOf(fc.integer({ min: -400, max: 400 }).map((n) => (n * Math.round(step * 100)) / 100)),
        fc.constant(step),
      ),
    )
    fc.assert(
      fc.property(onGrid, ([path, step]) => {
        for (const wanted of STEPS.filter((candidate) => candidate === step || finer(candidate) === step)) {
          const after = rounded(path, wanted)
          const [, kept] = units(after)
          const [, given] = units(path)
          expect(given).toEqual(expect.arrayContaining(kept ?? []))
        }
      }),
    )
  })

  it('changes nothing when repeated', () => {
    fc.assert(
      fc.property(pathOf(coordinate), anyStep, anyStep, (path, step, later) => {
        const once = rounded(path, step)
        expect(units(rounded(once, step))).toEqual(units(once))
        const stroked = rounded(path, later, 2)
        expect(units(rounded(stroked, later, 2))).toEqual(units(stroked))
      }),
    )
  })

  it('keeps the form of small and thin shapes', () => {
    const size = fc.integer({ min: 120, max: 8000 }).map((n) => n / 1000)
    const place = fc.integer({ min: 0, max: 50_000 }).map((n) => n / 1000)
    fc.assert(
      fc.property(place, place, size, anyStep, (x, y, r, step) => {
        const after = rounded(disc(x, y, r), step)
        expect(after.commands.filter((command) => command === CUBIC)).toHaveLength(4)
        expect(after.commands.at(-1)).toBe(CLOSE)
        for (const [px, py] of pointsOf(after))
          expect(Math.abs(Math.hypot(px - x, py - y) / r - 1)).toBeLessThan(0.2)
        expect(windingAt(after, x, y)).toBe(windingAt(disc(x, y, r), x, y))
      }),
    )
    fc.assert(
      fc.property(place, place, size, anyStep, (x, y, width, step) => {
        const line = rounded(polygons([x, y, x + 40, y + 20, x + 40, y + 20 + width, x, y + width]), step)
        expect(line.commands).toHaveLength(5)
        expect(windingAt(line, x + 20, y + 10 + width / 2)).not.toBe(0)
      }),
    )
  })

  it('does not flatten a slight bend corner by corner', () => {
    const path = parsePath(`M${arc(4000).join('L')}Z`, 10_000).path
    const outline = pointsOf(rounded(path, 0.5))
    const far = pointsOf(path).map(([x, y]) => distanceFrom(outline, x, y))
    expect(outline.length).toBeLessThan(100)
    expect(Math.max(...far)).toBeLessThan(0.5)
  })

  it('keeps an invisibly small shape', () => {
    const after = rounded(polygons([5, 5, 5.001, 5, 5, 5.001]), 0.5)
    expect(after.commands.length).toBeGreaterThan(1)
  })

  it('chooses a step for each subpath separately', () => {
    const hair = [30, 30.013, 60, 30.013, 60, 30.213, 30, 30.213]
    const block = [0.13, 0.13, 20.13, 0.13, 20.13, 20.13, 0.13, 20.13]
    const { coords } = rounded(polygons(block, hair), 0.5)
    expect([...coords.slice(0, 8)]).toEqual([0, 0, 20, 0, 20, 20, 0, 20])
    expect([...coords.slice(8)]).toEqual([30, 30.01, 60, 30.01, 60, 30.21, 30, 30.21])
  })
})

/** Returns points on an arc so flat that each is close to the line between its neighbors. */
function arc(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (Math.PI * i) / count
    return `${(40 + 40 * Math.cos(angle)).toFixed(3)} ${(40 * Math.sin(angle)).toFixed(3)}`
  })
}

/** Returns whether a part spans at least a step of the finest grid, in either direction. */
function isSeen({ coords }: Path): boolean {
  const span = (from: number) => {
    const values = coords.filter((_, i) => i % 2 === from)
    return Math.max(...values) - Math.min(...values)
  }
  return Math.max(span(0), span(1)) >= FINEST
}

/** Returns the distance of a point from the nearest segment between consecutive points. */
function distanceFrom(points: readonly [number, number][], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY
  points.forEach(([bx, by], i) => {
    const [ax, ay] = points[i - 1] ?? [bx, by]
    const [dx, dy] = [bx - ax, by - ay]
    const square = dx * dx + dy * dy
    const t = square > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square)) : 0
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy))
  })
  return least
}
