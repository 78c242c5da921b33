import fc from 'fast-check'
import type { UsedColor } from '../../../src/colors/match'
import type { BrandColor } from '../../../src/protocol/colors'

let last = 0

/** A variable of the file. By default, it can be used for everything. */
export const brand = (hex: string, more: Partial<BrandColor> = {}): BrandColor => {
  last += 1
  return {
    kind: 'variable',
    id: `VariableID:1:${last}`,
    name: hex,
    group: 'Brand',
    hex,
    opacity: 1,
    scopes: ['ALL_SCOPES'],
    remote: false,
    ...more,
  }
}

/** Returns colors of a picture that fill shapes. */
export const filled = (...colors: string[]): UsedColor[] => colors.map((color) => ({ color, uses: ['fill'] }))

const hexOf = (value: number) => `#${value.toString(16).padStart(6, '0')}`

/** Few enough that many occur twice, and similar ones often. */
export const hex = fc.oneof(
  fc.integer({ min: 0, max: 0xffffff }).map(hexOf),
  fc.constantFrom('#000000', '#010101', '#0a0a0a', '#808080', '#fefefe', '#ffffff', '#e53935', '#e53936'),
)

export const palette = fc.uniqueArray(
  fc.record({
    color: hex,
    uses: fc.subarray<UsedColor['uses'][number]>(['fill', 'frame', 'stroke', 'text'], { minLength: 1 }),
    share: fc.constantFrom(0, 0.01, 0.5),
  }),
  { selector: ({ color }) => color, maxLength: 20 },
)

const scopes = fc.oneof(
  fc.constant(['ALL_SCOPES']),
  fc.constant(['ALL_FILLS']),
  fc.subarray(['SHAPE_FILL', 'FRAME_FILL', 'TEXT_FILL', 'STROKE_COLOR', 'GAP']),
  fc.constant(['ALL_FILLS', 'STROKE_COLOR']),
)

export const candidates = fc.uniqueArray(
  fc
    .record({
      kind: fc.constantFrom('variable', 'style'),
      id: fc.nat(1000).map(String),
      name: fc.constantFrom('a', 'b'),
      group: fc.constantFrom('', 'g'),
      hex,
      opacity: fc.constantFrom(1, 1, 1, 0.5),
      scopes,
      remote: fc.boolean(),
    })
    .map((one): BrandColor => ({ ...one, scopes: one.kind === 'style' ? [] : one.scopes })),
  { selector: ({ id }) => id, maxLength: 30 },
)

/** Two orders of the same list. */
export const shuffled = <T>(list: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> =>
  list.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  )
