import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOVE } from '../../../../src/vector/path/path'
import { subpaths, thickness } from '../../../../src/vector/write/subpaths'
import { box, disc, polygons } from '../layers/drawings'
import { pathOf } from './paths'

it('subpaths together are the whole path, and each starts with a move', () => {
  fc.assert(
    fc.property(pathOf(fc.integer({ min: -9, max: 9 })), (path) => {
      const parts = subpaths(path)
      expect(parts.flatMap(({ commands }) => [...commands])).toEqual([...path.commands])
      expect(parts.flatMap(({ coords }) => [...coords])).toEqual([...path.coords])
      for (const { commands } of parts) expect([...commands].lastIndexOf(MOVE)).toBe(0)
    }),
  )
})

describe('thickness', () => {
  it('is the radius of a disc, about the width of a long line, half the side of a square', () => {
    expect(thickness(disc(50, -20, 8))).toBeCloseTo(8, 1)
    expect(thickness(disc(50, -20, 8, true))).toBeCloseTo(8, 1)
    expect(thickness(polygons(box(5, 5, 105, 7)))).toBeCloseTo(2, 1)
    expect(thickness(polygons(box(5, 5, 15, 15)))).toBeCloseTo(5, 9)
  })

  it('is the same for an open subpath, and 0 for a line', () => {
    const [open] = subpaths({
      ...polygons([0, 0, 10, 0, 10, 10, 0, 10]),
      commands: Uint8Array.of(0, 1, 1, 1),
    })
    if (!open) throw new Error('no subpath')
    expect(thickness(open)).toBeCloseTo(5, 9)
    expect(thickness(polygons([0, 0, 10, 0]))).toBe(0)
    expect(thickness(polygons([3, 4]))).toBe(0)
  })
})
