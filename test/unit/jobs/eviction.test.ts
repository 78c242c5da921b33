import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { budgetOf, planEviction, SPACE, type StoredPicture } from '../../../src/jobs/eviction'

const traits = fc.record({
  bytes: fc.integer({ min: 1, max: 100 }),
  at: fc.nat(10),
  inserted: fc.boolean(),
  starred: fc.boolean(),
})
const pictures = fc
  .array(traits, { maxLength: 12 })
  .map((list) => list.map((each, place): StoredPicture => ({ id: `p${place}`, ...each })))

const total = (list: readonly StoredPicture[]) => list.reduce((sum, { bytes }) => sum + bytes, 0)
const rank = ({ starred, inserted, at }: StoredPicture) => (starred ? 2000 : inserted ? 0 : 1000) + at

const picture = (id: string, at: number, more: Partial<StoredPicture> = {}): StoredPicture => ({
  ...{ id, bytes: 100, at, inserted: true, starred: false },
  ...more,
})

describe('making space', () => {
  it('removes no more than needed, in order, asks before removing important pictures, and only fails if nothing helps', () => {
    fc.assert(
      fc.property(pictures, fc.nat(200), fc.nat(600), fc.nat(1000), (list, others, needed, budget) => {
        const left = budget - others - total(list) - needed
        const plan = planEviction(list, others + total(list), needed, budget)
        const victims = plan.remove.flatMap((id) => list.find((each) => each.id === id) ?? [])
        expect(new Set(victims).size).toBe(plan.remove.length)
        expect(plan.fits).toBe(left + total(list) >= 0)
        expect(plan.ask).toBe(victims.some(({ inserted, starred }) => starred || !inserted))
        if (plan.fits) expect(left + total(victims)).toBeGreaterThanOrEqual(0)
        if (victims.length > 0 && plan.fits) expect(left + total(victims.slice(0, -1))).toBeLessThan(0)
        const ranks = victims.map(rank)
        const spared = list.filter((each) => !victims.includes(each)).map(rank)
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        expect(Math.min(...spared, 9999)).toBeGreaterThanOrEqual(Math.max(...ranks, 0))
      }),
      { numRuns: 300 },
    )
  })

  it('removes more and more of the same history as space gets scarce', () => {
    const history = [
      picture('starred and inserted', 1, { starred: true }),
      picture('starred', 2, { starred: true, inserted: false }),
      picture('new, older', 3, { inserted: false }),
      picture('new', 9, { inserted: false }),
      picture('used, newer', 8),
      picture('used', 5),
    ]
    const plan = (needed: number) => planEviction(history, 600, needed, 600)
    expect(plan(0)).toEqual({ remove: [], ask: false, fits: true })
    expect(plan(101)).toEqual({ remove: ['used', 'used, newer'], ask: false, fits: true })
    expect(plan(201)).toMatchObject({ remove: ['used', 'used, newer', 'new, older'], ask: true, fits: true })
    expect(plan(401).remove.at(-1)).toBe('starred and inserted')
    expect(plan(601)).toMatchObject({ fits: false })
  })

  it.each([SPACE, 2_000_000])(
    'uses less than the %d bytes that there are, so that the settings fit, too',
    (space) => {
      const budget = budgetOf(space)
      expect(budget).toBeLessThan(space)
      expect(planEviction([], 0, budget, budget).fits).toBe(true)
      expect(planEviction([], 1, budget, budget).fits).toBe(false)
    },
  )
})
