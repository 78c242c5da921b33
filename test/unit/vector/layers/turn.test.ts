import fc from 'fast-check'
import { expect, it } from 'vitest'
import { turnOf } from '../../../../src/vector/coverage/turn'
import { WindingReader } from '../../../../src/vector/coverage/winding'
import { CLOSE, CUBIC, MOVE, type Path } from '../../../../src/vector/path/path'
import { box, disc, polygons } from './drawings'

it.each<[string, Path, ReturnType<typeof turnOf>]>([
  ['a square', polygons(box(1, 1, 5, 5)), 1],
  ['a square the other way', polygons(box(1, 1, 5, 5, true)), -1],
  ['a disc', disc(8, 8, 5), 1],
  ['a disc the other way', disc(8, 8, 5, true), -1],
  [
    'an open triangle around its center',
    { ...polygons([1, 1, 9, 1, 5, 9]), commands: Uint8Array.of(0, 1, 1) },
    1,
  ],
  ['a ring', polygons(box(1, 1, 9, 9), box(3, 3, 7, 7, true)), 0],
  ['a figure of eight', polygons([1, 1, 5, 5, 5, 1, 1, 5]), 0],
  ['a square drawn twice', polygons([1, 1, 5, 1, 5, 5, 1, 5, 1, 1, 5, 1, 5, 5, 1, 5]), 0],
  ['a line', polygons([1, 1, 5, 1]), 0],
  ['nothing', { commands: new Uint8Array(0), coords: new Float64Array(0) }, 0],
])('turnOf tells which way %s goes around its center', (_, path, expected) => {
  expect(turnOf(path)).toBe(expected)
})

/** Curves around a center, whose control points are at any angle and distance. */
const loops = fc
  .array(
    fc.tuple(fc.double({ min: 1, max: 7, noNaN: true }), fc.double({ min: -0.3, max: 0.3, noNaN: true })),
    {
      ...{ minLength: 9, maxLength: 24 },
    },
  )
  .map((radii): Path => {
    const points = radii.slice(0, radii.length - (radii.length % 3)).map(([radius, shift], i, { length }) => {
      const angle = (2 * Math.PI * (i + shift)) / length
      return [8 + radius * Math.cos(angle), 8 + radius * Math.sin(angle)] as const
    })
    const [first = [8, 8]] = points
    const commands = [MOVE, ...Array.from({ length: points.length / 3 }, () => CUBIC), CLOSE]
    return {
      commands: Uint8Array.from(commands),
      coords: Float64Array.from([...points, first].flat()),
    }
  })

it('An outline with a turn never crosses itself, and has the winding of that direction', () => {
  let turning = 0
  fc.assert(
    fc.property(loops, (path) => {
      const turn = turnOf(path)
      if (turn === 0) return
      turning += 1
      expect(new WindingReader(16, 1 / 64, 1 / 1000).read(path)).toEqual({
        sign: turn,
        spots: [],
        single: true,
      })
    }),
    { numRuns: 500 },
  )
  expect(turning).toBeGreaterThan(25)
})
