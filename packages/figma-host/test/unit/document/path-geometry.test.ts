import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatPathData,
  type PathCommand,
  parsePathData,
  pathBounds,
} from '../../../src/document/geometry/path-data'
import { parseSvgPath } from '../../../src/svg-import/path-parser'

const coordinate = fc.integer({ min: -1000, max: 1000 })
const point = fc.record({ x: coordinate, y: coordinate })
const command: fc.Arbitrary<PathCommand> = fc.oneof(
  fc.record({ type: fc.constant('L' as const), points: fc.tuple(point) }),
  fc.record({ type: fc.constant('Q' as const), points: fc.tuple(point, point) }),
  fc.record({ type: fc.constant('C' as const), points: fc.tuple(point, point, point) }),
  fc.record({ type: fc.constant('Z' as const), points: fc.constant([]) }),
  fc.record({ type: fc.constant('M' as const), points: fc.tuple(point) }),
)
const path = fc
  .tuple(point, fc.array(command, { minLength: 1, maxLength: 8 }))
  .map(([start, rest]): PathCommand[] => [{ type: 'M', points: [start] }, ...rest])

/** Returns points on a path, by the definition of Bézier curves. */
function samples(commands: readonly PathCommand[]): Vector[] {
  const found: Vector[] = []
  let pen: Vector = { x: 0, y: 0 }
  let start = pen
  for (const { type, points } of commands) {
    if (type === 'Z') {
      pen = start
      continue
    }
    const ends = type === 'M' ? points : [pen, ...points]
    for (let at = 0; at <= 20; at++) found.push(casteljau(ends, at / 20))
    pen = points[points.length - 1] ?? pen
    if (type === 'M') start = pen
  }
  return found
}

function casteljau(points: readonly Vector[], t: number): Vector {
  if (points.length === 1) return points[0] ?? { x: 0, y: 0 }
  const next = points.slice(1).map(({ x, y }, at) => {
    const from = points[at] ?? { x: 0, y: 0 }
    return { x: from.x + t * (x - from.x), y: from.y + t * (y - from.y) }
  })
  return casteljau(next, t)
}

describe('the bounding box of a path', () => {
  it('contains all its points, and is not larger than that of its handles', () => {
    fc.assert(
      fc.property(path, (commands) => {
        const box = pathBounds(commands)
        if (!box) throw new Error('no box')
        for (const { x, y } of samples(commands)) {
          expect(x).toBeGreaterThanOrEqual(box.x - 1e-6)
          expect(x).toBeLessThanOrEqual(box.x + box.width + 1e-6)
          expect(y).toBeGreaterThanOrEqual(box.y - 1e-6)
          expect(y).toBeLessThanOrEqual(box.y + box.height + 1e-6)
        }
        const handles = commands.flatMap(({ points }) => points)
        expect(box.x).toBeGreaterThanOrEqual(Math.min(...handles.map(({ x }) => x)) - 1e-6)
        expect(box.x + box.width).toBeLessThanOrEqual(Math.max(...handles.map(({ x }) => x)) + 1e-6)
      }),
    )
  })

  it('is null for an empty path', () => {
    expect(pathBounds([])).toBeNull()
  })
})

describe('path data', () => {
  it('is parsed to the commands that were written', () => {
    fc.assert(
      fc.property(path, (commands) => {
        expect(parsePathData(formatPathData(commands))).toEqual(commands)
      }),
    )
  })

  it.each(['L 0 0', 'M 0', 'M 0 0 L 1', 'M 0 0 l 1 1', 'M 0,0', 'M 0 0 A 1 1 0 0 0 1 1', 'M 0 0 L NaN 1'])(
    'refuses %s',
    (text) => {
      expect(() => parsePathData(text)).toThrow('Failed to convert path')
    },
  )
})

describe('reading an SVG path', () => {
  it.each([
    ['M1 2L3 4', 'M 1 2 L 3 4'],
    ['m1 2 3 4', 'M 1 2 L 4 6'],
    ['M1-2.5.5', null],
    ['M1,2,3,4,5,6', 'M 1 2 L 3 4 L 5 6'],
    ['M1-2.5.5-1e1', 'M 1 -2.5 L 0.5 -10'],
    ['M1 2H5V7h1v1z', 'M 1 2 L 5 2 L 5 7 L 6 7 L 6 8 Z'],
    ['M0 0C1 1 2 1 3 0S5-1 6 0', 'M 0 0 C 1 1 2 1 3 0 C 4 -1 5 -1 6 0'],
    ['M0 0Q1 1 2 0T4 0t2 0', 'M 0 0 Q 1 1 2 0 Q 3 -1 4 0 Q 5 1 6 0'],
    ['M0 0S1 1 2 2', 'M 0 0 C 0 0 1 1 2 2'],
    ['M1 1h1zl1 0', 'M 1 1 L 2 1 Z M 1 1 L 2 1'],
    ['M1 1h1z m2 2h1', 'M 1 1 L 2 1 Z M 3 3 L 4 3'],
    ['', ''],
    ['L1 1', null],
    ['M0 0 X', null],
    ['M0 0Z1 1', null],
  ])('%s', (text, expected) => {
    const { commands, error } = parseSvgPath(text)
    if (expected === null) expect(error).toContain('unreadable')
    else expect([formatPathData(commands), error]).toEqual([expected, null])
  })

  it('takes arc flags without a gap', () => {
    expect(parseSvgPath('M0 0a5 5 0 01.5.5').commands).toEqual(
      parseSvgPath('M0 0A5 5 0 0 1 0.5 0.5').commands,
    )
  })
})
