import { converter, differenceEuclidean } from 'culori'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fits, type Match, match } from '../../../src/colors/match'
import { labDistance, toLab } from '../../../src/colors/oklab'
import type { BrandColor } from '../../../src/protocol/colors'
import { brand, candidates, filled, hex, palette, shuffled } from './brand'

/** Returns what each color becomes, as hexes. */
const hexes = (matches: readonly Match[]) => matches.map(({ to }) => to?.hex ?? null)

const RED = brand('#e53935')
const ORANGE = brand('#fb8c00')
const BLACK = brand('#000000')
const WHITE = brand('#ffffff')
const GRAYS = ['#1f1f1f', '#444444', '#888888', '#eeeeee'].map((gray) => brand(gray))

describe('matching', () => {
  it('matches nothing, identical colors, or the nearest ones, depending on the mode', () => {
    const colors = filled('#e53935', '#e03a30', '#00ff00')
    expect(hexes(match(colors, [RED], 'keep'))).toEqual([null, null, null])
    expect(hexes(match(colors, [RED], 'exact'))).toEqual(['#e53935', null, null])
    expect(hexes(match(colors, [RED], 'snap'))).toEqual(['#e53935', '#e53935', '#e53935'])
    expect(hexes(match(colors, [], 'snap'))).toEqual([null, null, null])
  })

  it('matches black to black, white to white, and grays to grays', () => {
    const all = [BLACK, WHITE, ...GRAYS]
    expect(
      hexes(match(filled('#000000', '#0b0a0a', '#222222', '#333333', '#e8e8e8', '#fefefe'), all, 'snap')),
    ).toEqual(['#000000', '#000000', '#1f1f1f', '#444444', '#eeeeee', '#ffffff'])
    // Closer to black and white than to the grays, but neither.
    const far = [BLACK, brand('#555555'), brand('#e0e0e0'), WHITE]
    expect(hexes(match(filled('#1a1a1a', '#f3f3f3'), far, 'snap'))).toEqual(['#555555', '#e0e0e0'])
    expect(hexes(match(filled('#050505', '#1d1d1d'), [BLACK, brand('#202020')], 'snap'))).toEqual([
      '#000000',
      '#202020',
    ])
  })

  it('keeps two colors different if there is another one about as good', () => {
    const [rose, coral] = [brand('#e57373'), brand('#e98a7a')]
    expect(hexes(match(filled('#e46f70', '#e67b75'), [rose, coral], 'snap'))).toEqual(['#e57373', '#e98a7a'])
    expect(hexes(match(filled('#e46f70', '#e67b75'), [rose, BLACK], 'snap'))).toEqual(['#e57373', '#e57373'])
    // An exact match does not share, either, if that is avoidable.
    expect(hexes(match(filled('#e57373', '#e67b75'), [rose, coral], 'snap'))).toEqual(['#e57373', '#e98a7a'])
    // A copy with another name is not another color.
    expect(hexes(match(filled('#e46f70', '#e67b75'), [rose, brand('#e57373'), coral], 'snap'))).toEqual([
      '#e57373',
      '#e98a7a',
    ])
  })

  it('gives the second choice to the color that loses less', () => {
    // Both are closest to the first; only one has another close one, whatever their order.
    const near = brand('#3060c0')
    expect(hexes(match(filled('#2c5cbc', '#3866c4'), [near, brand('#2050b8')], 'snap'))).toEqual([
      '#2050b8',
      '#3060c0',
    ])
    expect(hexes(match(filled('#2c5cbc', '#3866c4'), [near, brand('#4070c8')], 'snap'))).toEqual([
      '#3060c0',
      '#4070c8',
    ])
  })

  it('prefers a large area to a detail, even if the detail loses more', () => {
    const all = [brand('#3060c0'), brand('#4070c8'), brand('#1c4cb0')]
    const shares = (sky: number, detail: number) => [
      { color: '#3866c4', uses: ['fill' as const], share: sky },
      { color: '#2c5cbc', uses: ['fill' as const], share: detail },
    ]
    expect(hexes(match(shares(0.01, 0.01), all, 'snap'))).toEqual(['#4070c8', '#3060c0'])
    expect(hexes(match(shares(0.6, 0.01), all, 'snap'))).toEqual(['#3060c0', '#1c4cb0'])
  })

  it('matches a color with several uses to one that fits all of them', () => {
    const fill = brand('#ff0000', { scopes: ['SHAPE_FILL'] })
    const line = brand('#ee0000', { scopes: ['STROKE_COLOR'] })
    const both = brand('#aa0000', { scopes: ['ALL_FILLS', 'STROKE_COLOR'] })
    const style = brand('#880000', { kind: 'style', scopes: [] })
    const all = [fill, line, both, style]
    const to = (uses: ('fill' | 'frame' | 'stroke' | 'text')[]) =>
      match([{ color: '#ff0000', uses }], all, 'snap')[0]?.to
    expect(to(['fill'])).toBe(fill)
    expect(to(['stroke'])).toBe(line)
    expect(to(['fill', 'stroke'])).toBe(both)
    expect(to(['frame'])).toBe(both)
    expect(match([{ color: '#880000', uses: ['frame', 'text'] }], all, 'snap')[0]?.to).toBe(style)
    expect(match([{ color: '#ff0000', uses: ['frame'] }], [fill], 'snap')[0]?.to).toBeNull()
  })

  it('never matches a translucent color, even with the same hex', () => {
    const scrim = brand('#000000', { opacity: 0.1 })
    expect(hexes(match(filled('#000000'), [scrim], 'exact'))).toEqual([null])
    expect(hexes(match(filled('#000000'), [scrim, RED], 'snap'))).toEqual(['#e53935'])
  })

  it('prefers variables to styles, and this file’s colors to a library’s', () => {
    const style = brand('#e53935', { kind: 'style', scopes: [] })
    const library = brand('#e53935', { remote: true })
    expect(match(filled('#e53935'), [style, library, RED, ORANGE], 'exact')[0]?.to).toBe(RED)
    expect(match(filled('#e53935'), [style, library], 'exact')[0]?.to).toBe(library)
  })
})

describe('for any colors', () => {
  const wayOf = fc.constantFrom('exact' as const, 'snap' as const)
  const byColor = (matches: readonly Match[]) => new Map(matches.map((one) => [one.color, one.to?.id]))

  it('their order does not matter', () => {
    fc.assert(
      fc.property(shuffled(palette), shuffled(candidates), wayOf, ([p, q], [a, b], way) => {
        expect(byColor(match(q, b, way))).toEqual(byColor(match(p, a, way)))
      }),
    )
  })

  it('the same hex always matches if its scopes fit', () => {
    fc.assert(
      fc.property(palette, candidates, wayOf, (colors, all, way) => {
        for (const { color, to, distance } of match(colors, all, way)) {
          const uses = colors.find((one) => one.color === color)?.uses ?? []
          const same = all.some((one) => one.hex === color && one.opacity === 1 && fits(one, uses))
          if (same) expect(to?.hex).toBe(color)
          if (same) expect(distance).toBe(0)
        }
      }),
    )
  })

  /** From Figma's typings, not from our table. */
  const mayPaint = ({ kind, scopes }: BrandColor, use: string) => {
    const has = (scope: string) => scopes.includes(scope) || scopes.includes('ALL_SCOPES')
    if (kind === 'style') return true
    if (use === 'stroke') return has('STROKE_COLOR')
    const own = { fill: 'SHAPE_FILL', frame: 'FRAME_FILL', text: 'TEXT_FILL' }[use] ?? ''
    return has('ALL_FILLS') || has(own)
  }

  it('scopes are respected, and snapping matches every color that any candidate fits', () => {
    fc.assert(
      fc.property(palette, candidates, (colors, all) => {
        for (const [i, { to }] of match(colors, all, 'snap').entries()) {
          const uses = colors[i]?.uses ?? []
          const fitting = all.filter((one) => one.opacity === 1 && uses.every((use) => mayPaint(one, use)))
          expect(to === null).toBe(fitting.length === 0)
          if (to) expect(fitting).toContain(to)
        }
      }),
    )
  })

  it('matches are about as near as the nearest, and two colors share one only if no other is about as good', () => {
    fc.assert(
      fc.property(palette, candidates, (colors, all) => {
        const matches = match(colors, all, 'snap')
        const taken = new Set(hexes(matches))
        for (const [i, { color, to, distance }] of matches.entries()) {
          if (!to || distance === 0) continue
          const fitting = all.filter((one) => one.opacity === 1 && fits(one, colors[i]?.uses ?? []))
          const far = (one: BrandColor) => labDistance(toLab(color), toLab(one.hex))
          const nearest = Math.min(...fitting.map(far))
          // Tolerance for an equally good match, and for keeping black, white, and grays apart.
          expect(distance).toBeLessThanOrEqual(nearest + 0.15 + 1e-9)
          const shares = matches.filter((other) => other.to?.hex === to.hex).length > 1
          const nearer = fitting.find((one) => !taken.has(one.hex) && far(one) < distance - 0.1)
          if (shares) expect(nearer).toBeUndefined()
        }
      }),
    )
  })

  it('distances equal those of culori’s OKLab to 1e-4', () => {
    const reference = differenceEuclidean('oklab')
    const oklab = converter('oklab')
    fc.assert(
      fc.property(hex, hex, (a, b) => {
        expect(Math.abs(labDistance(toLab(a), toLab(b)) - reference(a, b))).toBeLessThan(1e-4)
        const { l, a: green, b: blue } = oklab(a) ?? { l: 0, a: 0, b: 0 }
        const far = Math.max(...toLab(a).map((value, i) => Math.abs(value - ([l, green, blue][i] ?? 0))))
        expect(far).toBeLessThan(1e-4)
        const [found] = match(filled(a), [brand(b)], 'snap')
        expect(Math.abs((found?.distance ?? 0) - reference(a, b))).toBeLessThan(1e-4)
      }),
    )
  })
})
