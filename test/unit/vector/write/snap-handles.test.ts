import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOnGrid, STEPS, toGrid } from '../../../../src/vector/write/grid'
import { snapHandles } from '../../../../src/vector/write/snap-handles'

const coordinate = fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 1000)
const cubic = fc.tuple(coordinate, coordinate, coordinate, coordinate)
const anyStep = fc.constantFrom(...STEPS)

/** Returns how far a curve on one axis moves, at many points along it. */
function errors(before: readonly number[], after: readonly number[]): number[] {
  return Array.from({ length: 101 }, (_, i) => {
    const t = i / 100
    const weights = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t ** 3]
    return weights.reduce((sum, weight, k) => sum + weight * ((after[k] ?? 0) - (before[k] ?? 0)), 0)
  })
}

const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0)

describe('snapHandles', () => {
  it('moves the curve no more than rounding each point separately, and no part of it by half a step', () => {
    fc.assert(
      fc.property(cubic, anyStep, ([a, b, c, d], step) => {
        const [from, to] = [toGrid(a, step), toGrid(d, step)]
        const [p, q] = snapHandles(b, c, from - a, to - d, step)
        expect(isOnGrid(Float64Array.of(p, q), step)).toBe(true)
        expect(Math.max(Math.abs(p - b), Math.abs(q - c))).toBeLessThanOrEqual(step + 1e-9)
        const moved = errors([a, b, c, d], [from, p, q, to])
        const apart = errors([a, b, c, d], [from, toGrid(b, step), toGrid(c, step), to])
        expect(squares(moved)).toBeLessThanOrEqual(squares(apart) * 1.01 + 1e-9)
        expect(Math.max(...moved.map(Math.abs))).toBeLessThanOrEqual(step / 2 + 1e-9)
      }),
      { numRuns: 2000 },
    )
  })

  it('reduces the squared error of random curves by at least a quarter', () => {
    let [together, apart] = [0, 0]
    for (const [a, b, c, d] of fc.sample(cubic, { numRuns: 2000, seed: 7 })) {
      const [from, to] = [toGrid(a, 0.5), toGrid(d, 0.5)]
      together += squares(errors([a, b, c, d], [from, ...snapHandles(b, c, from - a, to - d, 0.5), to]))
      apart += squares(errors([a, b, c, d], [from, toGrid(b, 0.5), toGrid(c, 0.5), to]))
    }
    expect(together / apart).toBeLessThan(0.75)
  })
})
