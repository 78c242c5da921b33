import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePath } from '../../../src/vector/path/parse'
import { CUBIC, MOVE } from '../../../src/vector/path/path'
import { dataOf } from './read/plain'
import { cubicAt } from './write/paths'

const parse = (data: string, limit = 1000) => parsePath(data, limit).path
const read = (data: string) => dataOf(parse(data))

describe('parsePath', () => {
  it.each([
    ['M1 2L3 4', 'M1 2L3 4'],
    ['m1,2 3 4', 'M1 2L4 6'],
    ['M1 2 3 4 5 6', 'M1 2L3 4L5 6'],
    ['M0 0H5V6h-1v-1', 'M0 0L5 0L5 6L4 6L4 5'],
    ['M.5.5.25-.25', 'M0.5 0.5L0.25 -0.25'],
    ['M1e1-1E-1L+2 3', 'M10 -0.1L2 3'],
    ['M0 0c1 1 2 2 3 3s2 2 3 3', 'M0 0C1 1 2 2 3 3C4 4 5 5 6 6'],
    ['M0 0S1 1 2 2', 'M0 0C0 0 1 1 2 2'],
    ['M0 0Q3 3 6 0T12 0', 'M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0'],
    ['M1 1L5 1zL5 5', 'M1 1L5 1ZM1 1L5 5'],
    ['M1 1l1 0zm1 1l1 0', 'M1 1L2 1ZM2 2L3 2'],
    ['M0 0zzz', 'M0 0Z'],
    // An error ends the path; what came before stays.
    ['M0 0L1 1L2', 'M0 0L1 1'],
    ['M0 0L1 1X9 9L2 2', 'M0 0L1 1'],
    ['M0 0L1e999 1', 'M0 0'],
    ['L1 1', ''],
    ['', ''],
    ['M0 0A5 5 0 0 1 0 0', 'M0 0'],
    ['M0 0A0 5 0 0 1 3 4', 'M0 0L3 4'],
  ])('reads %s', (data, expected) => {
    expect(read(data)).toBe(expected)
  })

  it('reads flags without a separator after them', () => {
    expect(read('M0 0a5 5 0 0110 0')).toBe(read('M0 0a5 5 0 0 1 10 0'))
  })

  it('stops at its limit and reports it', () => {
    expect(parsePath('M0 0'.concat('L1 1'.repeat(50)), 10)).toMatchObject({ complete: false })
    expect(parsePath('M0 0L1 1', 10)).toMatchObject({ complete: true })
  })

  it('approximates every arc', () => {
    const side = fc.double({ min: 1, max: 500, noNaN: true })
    const angle = fc.double({ min: -180, max: 180, noNaN: true })
    fc.assert(
      fc.property(
        side,
        side,
        angle,
        angle,
        fc.boolean(),
        fc.boolean(),
        (rx, ry, rotation, turn, large, sweep) => {
          // Both ends are on the ellipse around (0, 0), so the center is known except for the flags.
          const at = (t: number): [number, number] => {
            const phi = (rotation * Math.PI) / 180
            const [u, v] = [rx * Math.cos(t), ry * Math.sin(t)]
            return [u * Math.cos(phi) - v * Math.sin(phi), u * Math.sin(phi) + v * Math.cos(phi)]
          }
          const span = ((Math.abs(turn) % 170) + 5) * (Math.PI / 180)
          const start = at(0)
          const end = at(sweep === large ? -span : span)
          const flags = `${large ? 1 : 0} ${sweep ? 1 : 0}`
          const data = `M${start.map((n) => n.toFixed(9)).join(' ')}A${rx} ${ry} ${rotation} ${flags} ${end.map((n) => n.toFixed(9)).join(' ')}`
          const { coords, commands } = parse(data)
          let offset = 2
          for (const command of commands.slice(1)) {
            expect(command).toBe(CUBIC)
            const points = coords.slice(offset - 2)
            for (const t of [0.25, 0.5, 0.75, 1]) {
              const [px, py] = cubicAt(points, t)
              const phi = (-rotation * Math.PI) / 180
              const u = (px * Math.cos(phi) - py * Math.sin(phi)) / rx
              const v = (px * Math.sin(phi) + py * Math.cos(phi)) / ry
              expect(Math.abs(Math.hypot(u, v) - 1)).toBeLessThan(5e-4)
            }
            offset += 6
          }
          const [x = 0, y = 0] = coords.slice(-2)
          expect(Math.hypot(x - end[0], y - end[1])).toBeLessThan(1e-6)
        },
      ),
    )
  })

  it('reads any text without throwing, with finite numbers only', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'MmLlHhVvCcSsQqTtAaZz ,.-+e'),
      fc.double().map(String),
      fc.constantFrom('1e999', '-1e999 '),
      fc.string({ maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { commands, coords } = parse(pieces.join(''))
        const arity = [2, 2, 6, 0]
        expect(coords.length).toBe([...commands].reduce((sum, command) => sum + (arity[command] ?? 0), 0))
        expect(coords.every(Number.isFinite)).toBe(true)
        expect(commands.length === 0 || commands[0] === MOVE).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
