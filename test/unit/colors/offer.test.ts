import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fits } from '../../../src/colors/match'
import { offer } from '../../../src/colors/offer'
import { labDistance, toLab } from '../../../src/colors/oklab'
import { brand, candidates, hex } from './brand'

const red = { color: '#e53935', uses: ['fill' as const] }

describe('the colors offered as replacements', () => {
  it('are the nearest first, then all by collection and folder in the file’s order, libraries last', () => {
    const library = brand('#00ff00', { group: 'Web', remote: true })
    const tones = ['#e53930', '#0000ff', '#ff0000'].map((tone) => brand(tone, { group: 'Tones' }))
    const style = brand('#123456', { kind: 'style', group: 'Old', scopes: [] })
    const text = brand('#e53935', { scopes: ['TEXT_FILL'] })
    const sections = offer([library, ...tones, text, style], red, '')
    expect(sections.map(({ of }) => (of === 'nearest' ? of : of.group))).toEqual([
      'nearest',
      'Tones',
      'Old',
      'Web',
    ])
    expect(sections[0]?.colors[0]?.hex).toBe('#e53930')
    expect(sections[1]?.colors).toEqual(tones)
  })

  it('are those with all searched words in their name, group or hex', () => {
    const all = [
      brand('#ff6b35', { name: 'orange/500' }),
      brand('#ff6b35', { name: 'orange', group: 'Web' }),
      ...['#1', '#2', '#3'].map((name) => brand('#0b3d91', { name })),
    ]
    const found = (search: string) => offer(all, red, search).flatMap(({ colors }) => colors)
    expect(found('  BRAND oran ')).toEqual([all[0]])
    expect(found('ff6b web')).toEqual([all[1]])
    expect(found('ff6b').length).toBe(2)
    expect(found('green')).toEqual([])
  })

  it('are all, without the nearest ones, if no color is replaced', () => {
    const all = [
      brand('#e53935', { scopes: ['TEXT_FILL'] }),
      ...['#1', '#2', '#3', '#4'].map((name) => brand('#0b3d91', { name })),
    ]
    expect(offer(all, null, '')).toEqual([{ of: all[0], colors: all }])
  })

  it('contain each fitting color once, apart from the nearest ones', () => {
    fc.assert(
      fc.property(candidates, hex, (all, color) => {
        const wanted = { color, uses: ['fill' as const, 'stroke' as const] }
        const sections = offer(all, wanted, '')
        const shown = sections.flatMap(({ of, colors }) => (of === 'nearest' ? [] : colors))
        const fitting = all.filter((one) => fits(one, wanted.uses))
        expect(shown.map(({ id }) => id).sort()).toEqual(fitting.map(({ id }) => id).sort())
        const near = sections.find(({ of }) => of === 'nearest')?.colors ?? []
        const far = ({ hex: other }: { hex: string }) => labDistance(toLab(color), toLab(other))
        const least = fitting.map(far).sort((a, b) => a - b)
        expect(near.map(far)).toEqual(least.slice(0, near.length))
      }),
    )
  })
})
