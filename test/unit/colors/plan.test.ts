import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { match } from '../../../src/colors/match'
import { changes, layersWith, type Overrides, plan, type Target } from '../../../src/colors/plan'
import { brand, candidates, filled, hex, palette } from './brand'

const NONE: Overrides = new Map()
const red = brand('#e53935')

describe('the plan of a picture', () => {
  it('recolors and binds matched colors, and omits kept ones', () => {
    const colors = filled('#e03a30', '#00ff00')
    const matches = [
      { color: '#e03a30', to: red, distance: 0.02 },
      { color: '#00ff00', to: null, distance: 0 },
    ]
    expect(plan(colors, matches, NONE)).toEqual({
      recolor: { '#e03a30': '#e53935' },
      bindings: [{ color: '#e53935', hex: '#e53935', to: { kind: 'variable', id: red.id } }],
      groups: ['Brand'],
    })
    expect(changes(colors, matches, NONE)).toEqual({
      changes: [{ color: '#e03a30', to: { kind: 'variable', id: red.id } }],
      groups: ['Brand'],
    })
  })

  it('prefers the user’s choice to any match', () => {
    const colors = filled('#e53935', '#e03a30', '#0000ff')
    const own: Overrides = new Map<string, Target>([
      ['#e53935', { kind: 'hex', hex: '#e53935' }],
      ['#0000ff', { kind: 'hex', hex: '#123456' }],
    ])
    const { recolor, bindings } = plan(colors, match(colors, [red], 'snap'), own)
    // The plain red stays; the bound one is changed invisibly.
    expect(recolor).toEqual({ '#0000ff': '#123456', '#e03a30': '#e53936' })
    expect(bindings).toEqual([{ color: '#e53936', hex: '#e53935', to: { kind: 'variable', id: red.id } }])
    expect(changes(colors, match(colors, [red], 'snap'), own).changes).toEqual([
      { color: '#0000ff', to: { kind: 'hex', hex: '#123456' } },
      { color: '#e03a30', to: { kind: 'variable', id: red.id } },
    ])
  })

  it('always gives bound colors distinct hexes, within one or two levels', () => {
    const target: fc.Arbitrary<Target> = fc.oneof(
      fc.record({ kind: fc.constant('hex' as const), hex }),
      fc.record({
        kind: fc.constant('variable' as const),
        id: fc.nat(9).map((id) => `own ${id}`),
        hex: fc.constant('#ffffff'),
        group: fc.constant('Own'),
        name: fc.constant('white'),
      }),
    )
    fc.assert(
      fc.property(palette, candidates, fc.array(target), (colors, all, chosen) => {
        const overrides = new Map(
          chosen.flatMap((to, i): [string, Target][] => (colors[i] ? [[colors[i].color, to]] : [])),
        )
        const matches = match(colors, all, 'snap')
        const { recolor, bindings } = plan(colors, matches, overrides)
        const targets = new Map<string, string>()
        for (const { color, to } of matches) {
          const target = overrides.get(color) ?? to
          const shown = recolor[color] ?? color
          const key = target && target.kind !== 'hex' ? target.id : 'plain'
          // One hex has one meaning.
          expect(targets.get(shown) ?? key).toBe(key)
          targets.set(shown, key)
          const binding = bindings.find((one) => one.color === shown)
          expect(binding?.to.id ?? 'plain').toBe(key)
          if (!target || target.kind === 'hex') expect(shown).toBe(target?.hex ?? color)
          else {
            const channels = (text: string) =>
              (text.match(/[\da-f]{2}/g) ?? []).map((two) => Number.parseInt(two, 16))
            const [was, is] = [channels(target.hex), channels(shown)]
            for (const i of [0, 1, 2]) expect(Math.abs((was[i] ?? 0) - (is[i] ?? 0))).toBeLessThanOrEqual(2)
            expect(binding?.hex).toBe(target.hex)
          }
        }
      }),
    )
  })
})

it('layers with several changed colors count once', () => {
  const someColors = fc.subarray(['#000000', '#ff0000', '#00ff00', '#0000ff'])
  fc.assert(
    fc.property(fc.array(someColors, { maxLength: 12 }), someColors, (layers, changed) => {
      const all = [...new Set(layers.flat())]
      const colors = all.map((color) => {
        const own = layers.filter((layer) => layer.includes(color)).length
        return { color, uses: ['fill' as const], layers: own }
      })
      const mixes = layers.filter(({ length }) => length > 1).map((own) => ({ colors: own, layers: 1 }))
      const left = { locked: 0, mixed: 0, skipped: 0, isPartial: false }
      const palette = { colors, mixes, layers: layers.length, ...left }
      const affected = layers.filter((layer) => layer.some((color) => changed.includes(color)))
      expect(layersWith(new Set(changed), palette)).toBe(affected.length)
    }),
  )
})
