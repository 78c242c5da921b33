import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUDGET, planEviction, type StoredPicture } from '../../../src/jobs/eviction'

const traits = fc.record({
  bytes: fc.integer({ min: 1, max: 100 }),
  at: fc.nat(10),
  inserted: fc.boolean(),
  starred: fc.boolean(),
})
const pictures = fc
  .array(traits, { maxLength: 12 })
  .map((list) => list.map((each, place): StoredPicture => ({ id: `p${place}`, ...each })))

/** A history, what it takes beside its pictures, what is needed, and the budget for all of it. In bytes. */
const questions = fc.record({ pictures, others: fc.nat(200), needed: fc.nat(600), budget: fc.nat(1000) })

const total = (list: readonly StoredPicture[]) => list.reduce((sum, { bytes }) => sum + bytes, 0)

function answer({
  pictures: list,
  others,
  needed,
  budget,
}: typeof questions extends fc.Arbitrary<infer Q> ? Q : never) {
  const used = others + total(list)
  const plan = planEviction(list, used, needed, budget)
  const victims = plan.remove.map((id) => {
    const victim = list.find((picture) => picture.id === id)
    if (!victim) throw new Error(`${id} is not in the history`)
    return victim
  })
  const left = budget - used - needed
  return { plan, victims, left }
}

const picture = (id: string, at: number, traits: Partial<StoredPicture> = {}): StoredPicture => ({
  id,
  bytes: 100,
  at,
  inserted: true,
  starred: false,
  ...traits,
})

describe('making room', () => {
  it('removes nothing and asks nothing where there is room', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { plan, left } = answer(question)
        if (left >= 0) expect(plan).toEqual({ remove: [], ask: false, fits: true })
      }),
    )
    expect(planEviction([picture('a', 1)], 900, 100, 1000).remove).toEqual([])
    expect(planEviction([picture('a', 1)], 900, 101, 1000).remove).toEqual(['a'])
  })

  it('frees enough, and never more than needed: without its last victim the picture would not fit', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { plan, victims, left } = answer(question)
        if (!plan.fits) return
        expect(left + total(victims)).toBeGreaterThanOrEqual(0)
        if (victims.length > 0) expect(left + total(victims.slice(0, -1))).toBeLessThan(0)
      }),
    )
  })

  it('gives up only where even an empty history would not hold it', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { plan, left } = answer(question)
        expect(plan.fits).toBe(left + total(question.pictures) >= 0)
      }),
    )
  })

  it('takes inserted pictures first, then those never inserted, then starred ones, each the oldest first', () => {
    const order = ({ starred, inserted, at }: StoredPicture) => (starred ? 2000 : inserted ? 0 : 1000) + at
    fc.assert(
      fc.property(questions, (question) => {
        const { plan, victims } = answer(question)
        const ranks = victims.map(order)
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        const spared = question.pictures.filter(({ id }) => !plan.remove.includes(id)).map(order)
        if (ranks.length > 0 && spared.length > 0)
          expect(Math.min(...spared)).toBeGreaterThanOrEqual(Math.max(...ranks))
      }),
    )
  })

  it('asks exactly where a picture would go that was never inserted, or that has a star', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { plan, victims } = answer(question)
        expect(plan.ask).toBe(victims.some(({ inserted, starred }) => starred || !inserted))
      }),
    )
  })

  it('names no picture twice', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { plan } = answer(question)
        expect(new Set(plan.remove).size).toBe(plan.remove.length)
      }),
    )
  })

  it('follows one history through, as it gets tighter', () => {
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
    expect(plan(100)).toEqual({ remove: ['used'], ask: false, fits: true })
    expect(plan(101)).toEqual({ remove: ['used', 'used, newer'], ask: false, fits: true })
    expect(plan(201)).toMatchObject({ remove: ['used', 'used, newer', 'new, older'], ask: true, fits: true })
    expect(plan(401).remove.at(-1)).toBe('starred and inserted')
    expect(plan(600)).toMatchObject({ remove: { length: 6 }, ask: true, fits: true })
    expect(plan(601)).toMatchObject({ fits: false })
  })

  it('leaves the history as it was given', () => {
    const history = Object.freeze([picture('b', 2), picture('a', 1)])
    expect(planEviction(history, 1000, 100, 1000).remove).toEqual(['a'])
    expect(history.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('reckons with less than the 5 MB that Figma gives, so that the settings fit beside it', () => {
    expect(BUDGET).toBeLessThan(5_000_000)
    expect(planEviction([], 0, BUDGET).fits).toBe(true)
    expect(planEviction([], 0, BUDGET + 1).fits).toBe(false)
    expect(planEviction([], 1, BUDGET).fits).toBe(false)
  })
})
