import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Order } from '../../../../src/vector/layers/order'
import { schedule } from '../../../../src/vector/layers/schedule'

const orderOf = (shapes: number, edges: readonly (readonly [number, number])[], nodes = shapes): Order => ({
  shapes,
  nodes,
  before: Int32Array.from(edges, ([before]) => before),
  after: Int32Array.from(edges, ([, after]) => after),
})
const runsOf = (paints: readonly number[], edges: readonly (readonly [number, number])[], nodes?: number) =>
  schedule(orderOf(paints.length, edges, nodes), Int32Array.from(paints))

describe('schedule', () => {
  const edgesOf = (text: string) =>
    text
      .split(' ')
      .filter(Boolean)
      .map((pair): [number, number] => [Number(pair[0]), Number(pair[2])])

  it.each([
    ['nothing', [], '', ''],
    ['shapes that are free', [0, 1, 0, 1], '', '02 13'],
    ['a chain', [0, 1, 0], '0<1 1<2', '0 1 2'],
    // Taking paint 1 first would require a second run of it.
    ['the longest chain first', [1, 0, 1, 1], '1<2', '1 023'],
    ['two chains that fold into each other', [0, 1, 2, 1, 2], '0<1 1<2 3<4', '0 13 24'],
    // By the critical path alone, shape 1 would come first, in its own run.
    ['a run that a later one of its paint can take in', [2, 0, 0, 1], '0<2 1<3', '0 12 3'],
    // 4 is a set: what comes before it comes before all its members.
    ['a set', [0, 1, 1, 0], '0<4 4<1 4<2 1<3 2<3', '0 12 3', 5],
  ])('puts %s in few runs', (_, paints, edges, expected, nodes = paints.length) => {
    const runs = runsOf(paints, edgesOf(edges), nodes)
    expect(runs.map((run) => run.join('')).join(' ')).toBe(expected)
  })

  const anyOrder = fc
    .tuple(
      fc.array(fc.nat(4), { minLength: 1, maxLength: 40 }),
      fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 80 }),
    )
    .map(([paints, pairs]) => ({
      paints,
      edges: pairs
        .filter(([a, b]) => a !== b && Math.max(a, b) < paints.length)
        .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
    }))

  it('respects the order, puts each shape in one run and gives each run one paint', () => {
    fc.assert(
      fc.property(anyOrder, ({ paints, edges }) => {
        const runs = runsOf(paints, edges)
        expect(runs.flat().sort((a, b) => a - b)).toEqual(paints.map((_, i) => i))
        const place = new Map(runs.flatMap((run, i) => run.map((shape) => [shape, i] as const)))
        for (const run of runs) expect(new Set(run.map((shape) => paints[shape])).size).toBe(1)
        for (const [before, after] of edges) {
          const distance = (place.get(after) ?? -1) - (place.get(before) ?? 0)
          expect(distance).toBeGreaterThanOrEqual(paints[before] === paints[after] ? 0 : 1)
        }
        // No two neighbors could have been one.
        for (const [i, [shape = 0]] of runs.entries()) {
          expect(paints[shape]).not.toBe(paints[runs[i + 1]?.[0] ?? -1])
        }
      }),
    )
  })

  it('needs at most one run per shape, and no more than the drawn order', () => {
    fc.assert(
      fc.property(anyOrder, ({ paints, edges }) => {
        const chain = paints.slice(1).map((_, i): [number, number] => [i, i + 1])
        const drawn = 1 + chain.filter(([a, b]) => paints[a] !== paints[b]).length
        expect(runsOf(paints, chain)).toHaveLength(drawn)
        expect(runsOf(paints, edges).length).toBeLessThanOrEqual(paints.length)
      }),
    )
  })
})
