import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePath } from '../../../../src/vector/path/parse'
import { CLOSE, LINE, MOVE } from '../../../../src/vector/path/path'
import { pathData } from '../../../../src/vector/write/path-data'
import { pathFault } from '../../../support/path-grammar'
import { pathOf, units } from './paths'

const rewritten = (data: string) => pathData(parsePath(data, 1000).path)

describe('pathData', () => {
  it.each([
    [
      'absolute or relative, whichever is shorter',
      'M100 100L1 1L102 102L103 104',
      'M100 100 1 1 102 102l1 2',
    ],
    ['absolute coordinates if both forms have the same length', 'M1 1L3 4', 'M1 1 3 4'],
    ['a line after a move without a letter', 'M50 50L49 48L60 9', 'M50 50l-1-2L60 9'],
    ['horizontal and vertical lines', 'M10 10L90 10L90 95L10 95Z', 'M10 10H90V95H10Z'],
    ['a command once for several in a row', 'M0 0C1 2 3 4 5 6C9 8 7 9 8 8', 'M0 0C1 2 3 4 5 6 9 8 7 9 8 8'],
    ['a mirrored control point', 'M0 0C1 2 3 4 5 5C7 6 8 9 9 1', 'M0 0C1 2 3 4 5 5S8 9 9 1'],
    ['a control point on the start', 'M3 4C3 4 5 6 7 9', 'M3 4S5 6 7 9'],
    ['no mirroring after a line', 'M0 0L5 5C9 9 8 9 9 1', 'M0 0 5 5C9 9 8 9 9 1'],
    ['no zero before the point, no space before it or a minus', 'M0.5 0.25L-0.5 -0.75', 'M.5.25l-1-1'],
    ['a space after a whole number', 'M3 0.5L3.5 0.5L9 8', 'M3 .5h.5L9 8'],
    ['no exponent, no minus zero', 'M1e-9 -1e-9L123456.789 -0.004', 'M0 0H123456.79'],
    ['zeros that count', 'M10.05 100.5L-10.5 1000', 'M10.05 100.5-10.5 1000'],
    ['a relative move after a closepath', 'M10 10L20 10L10 30ZM11 12L5 30', 'M10 10H20L10 30Zm1 2L5 30'],
  ])('writes %s', (_name, data, expected) => {
    expect(rewritten(data)).toBe(expected)
    expect(units(parsePath(expected, 1000).path)).toEqual(
      units(parsePath(data.replace('M1e-9 -1e-9', 'M0 0').replace('-0.004', '0'), 1000).path),
    )
  })

  it('repeats the command after a closepath', () => {
    const path = {
      commands: Uint8Array.of(MOVE, LINE, CLOSE, LINE),
      coords: Float64Array.of(0, 0, 5, 5, 9, 3),
    }
    expect(pathData(path)).toBe('M0 0 5 5ZL9 3')
  })

  it('can be read back without loss on the grid', () => {
    const near = fc.integer({ min: -300, max: 300 }).map((n) => n / 100)
    const far = fc.integer({ min: -3_276_800, max: 3_276_800 }).map((n) => n / 100)
    for (const coordinate of [near, far, fc.oneof(near, far), fc.integer({ min: -9, max: 9 })]) {
      fc.assert(
        fc.property(pathOf(coordinate), (path) => {
          const data = pathData(path)
          expect(pathFault(data)).toBeNull()
          expect(units(parsePath(data, 1000).path)).toEqual(units(path))
        }),
        { numRuns: 300 },
      )
    }
  })

  it('is within 0.005 px of any path, however long: errors do not add up', () => {
    const coordinate = fc.integer({ min: -4_000_000, max: 4_000_000 }).map((n) => n / 1000)
    fc.assert(
      fc.property(pathOf(coordinate), (path) => {
        const { commands, coords } = parsePath(pathData(path), 1000).path
        expect(commands).toEqual(path.commands)
        coords.forEach((value, i) => {
          expect(Math.abs(value - (path.coords[i] ?? 0))).toBeLessThan(0.005 + 1e-6)
        })
      }),
    )
    const long = parsePath(`M0 0${'l.003 .003'.repeat(5000)}`, 10_000).path
    expect(parsePath(pathData(long), 10_000).path.coords.at(-1)).toBeCloseTo(15, 2)
  })

  it('is never longer than with absolute commands only', () => {
    const coordinate = fc.integer({ min: -99, max: 99 })
    fc.assert(
      fc.property(pathOf(coordinate), ({ commands, coords }) => {
        let at = 0
        const plain = [...commands].map((command) => {
          const from = at
          at += [2, 2, 6, 0][command] ?? 0
          return `${'MLCZ'[command]}${coords.slice(from, at).join(' ')}`
        })
        expect(pathData({ commands, coords }).length).toBeLessThanOrEqual(plain.join('').length)
      }),
    )
  })
})

describe('pathFault', () => {
  const FAULTS =
    '|L0 0|M0|M0 0L|M0 0Z1|M 0 0|M0,0|M0  0|M0 0 |M+1 0|M1e2 0|M01 0|M0 0Q1 1 2 2|M0 0C1 2 3 4|M1. 0|M0 NaN|M--1 0'

  it('finds every fault, and nothing else', () => {
    for (const data of FAULTS.split('|')) expect(pathFault(data), data).not.toBeNull()
    for (const data of ['M0 0', 'm.5-.5.25 1z', 'M1 2 3 4H5 6v.5-1S1 2 3 4 5 6 7 8Z'])
      expect(pathFault(data)).toBeNull()
  })
})
