import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { match } from '../../../src/colours/match'
import { changes, layersWith, type Overrides, plan, type Target } from '../../../src/colours/plan'
import { brand, candidates, filled, hex, palette } from './brand'

const NONE: Overrides = new Map()
const red = brand('#e53935')

describe('the plan of a picture', () => {
  it('recolours to what is bound, and leaves what is kept out', () => {
    const colours = filled('#e03a30', '#00ff00')
    const matches = [
      { colour: '#e03a30', to: red, distance: 0.02 },
      { colour: '#00ff00', to: null, distance: 0 },
    ]
    expect(plan(colours, matches, NONE)).toEqual({
      recolour: { '#e03a30': '#e53935' },
      bindings: [{ colour: '#e53935', hex: '#e53935', to: { kind: 'variable', id: red.id } }],
      groups: ['Brand'],
    })
    expect(changes(colours, matches, NONE)).toEqual({
      changes: [{ colour: '#e03a30', to: { kind: 'variable', id: red.id } }],
      groups: ['Brand'],
    })
  })

  it('goes by the choice made by hand before any match', () => {
    const colours = filled('#e53935', '#e03a30', '#0000ff')
    const own: Overrides = new Map<string, Target>([
      ['#e53935', { kind: 'hex', hex: '#e53935' }],
      ['#0000ff', { kind: 'hex', hex: '#123456' }],
    ])
    const { recolour, bindings } = plan(colours, match(colours, [red], 'snap'), own)
    // The plain red stays; the one that is bound stands aside, by what nobody sees.
    expect(recolour).toEqual({ '#0000ff': '#123456', '#e03a30': '#e53936' })
    expect(bindings).toEqual([{ colour: '#e53936', hex: '#e53935', to: { kind: 'variable', id: red.id } }])
    expect(changes(colours, match(colours, [red], 'snap'), own).changes).toEqual([
      { colour: '#0000ff', to: { kind: 'hex', hex: '#123456' } },
      { colour: '#e03a30', to: { kind: 'variable', id: red.id } },
    ])
  })

  it('always lets the sandbox tell apart what is to be told apart, within a step or two', () => {
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
      fc.property(palette, candidates, fc.array(target), (colours, all, chosen) => {
        const overrides = new Map(
          chosen.flatMap((to, i): [string, Target][] => (colours[i] ? [[colours[i].colour, to]] : [])),
        )
        const matches = match(colours, all, 'snap')
        const { recolour, bindings } = plan(colours, matches, overrides)
        const targets = new Map<string, string>()
        for (const { colour, to } of matches) {
          const target = overrides.get(colour) ?? to
          const shown = recolour[colour] ?? colour
          const key = target && target.kind !== 'hex' ? target.id : 'plain'
          // One hex, one meaning.
          expect(targets.get(shown) ?? key).toBe(key)
          targets.set(shown, key)
          const binding = bindings.find((one) => one.colour === shown)
          expect(binding?.to.id ?? 'plain').toBe(key)
          if (!target || target.kind === 'hex') expect(shown).toBe(target?.hex ?? colour)
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

describe('layers with changed colours', () => {
  it('count once each, however many of the colours they have', () => {
    const someColours = fc.subarray(['#000000', '#ff0000', '#00ff00', '#0000ff'])
    fc.assert(
      fc.property(fc.array(someColours, { maxLength: 12 }), someColours, (layers, changed) => {
        const all = [...new Set(layers.flat())]
        const colours = all.map((colour) => {
          const own = layers.filter((layer) => layer.includes(colour)).length
          return { colour, uses: ['fill' as const], layers: own }
        })
        const mixes = layers.filter(({ length }) => length > 1).map((own) => ({ colours: own, layers: 1 }))
        const palette = {
          colours,
          mixes,
          layers: layers.length,
          locked: 0,
          mixed: 0,
          skipped: 0,
          isPartial: false,
        }
        const affected = layers.filter((layer) => layer.some((colour) => changed.includes(colour)))
        expect(layersWith(new Set(changed), palette)).toBe(affected.length)
      }),
    )
  })
})
