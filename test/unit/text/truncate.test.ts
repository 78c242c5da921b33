import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { graphemePrefix, truncate } from '../../../src/text/truncate'

/** Texts that are longer than they look. */
const SEQUENCES = [
  '😀', // beyond the basic plane
  '👍🏽', // a skin tone
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}', // a family
  '\u{1f9d1}\u{1f3ff}\u200d\u{1f680}', // an astronaut with a skin tone
  '\u{1f3f3}\ufe0f\u200d\u{1f308}', // the rainbow flag
  '❤\ufe0f\u200d🔥',
  '☺\ufe0f', // a variation selector
  '1\ufe0f\u20e3', // keycaps
  '#\u20e3',
  '🇩🇪', // a pair of flag letters
  '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}', // the flag of Scotland
  'e\u0301',
  'Z\u0351\u036b\u0343\u036a\u0302\u036b', // many marks
  '\u0915\u094d\u0937\u093f', // Devanagari: joined consonants, and a vowel before them
  '\u0915\u094d\u200d\u0937',
  '\u0995\u09cd\u09a4', // Bengali
  '\u0ba8\u0bbf', // Tamil
  '\u0e2a\u0e49', // Thai: a tone mark
  '\u0e01\u0e33', // Thai: sara am
  '\u1100\u1161\u11a8', // Hangul in three letters
  '\uac00\u11a8', // a syllable and a trailing consonant
  '\r\n',
  '\u0600\u0661', // the Arabic number sign
]

const { Segmenter } = Intl
const graphemesOf = (text: string) => [...new Segmenter().segment(text)].map(({ segment }) => segment)
const boundariesOf = (text: string) => {
  let at = 0
  return new Set([0, ...graphemesOf(text).map((grapheme) => (at += grapheme.length))])
}

/** Texts that combine sequences, their parts, and any characters. */
const piece = fc.oneof(
  fc.constantFrom(...SEQUENCES),
  fc.constantFrom(...new Set(SEQUENCES.flatMap((sequence) => [...sequence]))),
  fc.constantFrom('a', ' ', '.', '木'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
const limit = fc.nat({ max: 90 })

describe.each(['with a segmenter', 'without Intl', 'with an Intl that has no segmenter'])(
  'a text, %s,',
  (engine) => {
    const where = (act: () => void) => {
      if (engine === 'without Intl') vi.stubGlobal('Intl', undefined)
      if (engine === 'with an Intl that has no segmenter') vi.stubGlobal('Intl', {})
      try {
        act()
      } finally {
        vi.unstubAllGlobals()
      }
    }
    afterEach(() => vi.unstubAllGlobals())

    it('is never cut inside one of the sequences that people write, wherever the limit is', () => {
      for (const sequence of SEQUENCES)
        for (let before = 0; before < 4; before += 1) {
          const whole = `${'a'.repeat(before)}${sequence}${sequence}b`
          const allowed = boundariesOf(whole)
          for (let most = 0; most <= whole.length; most += 1)
            where(() => {
              // As much as fits.
              const best = Math.max(...[...allowed].filter((at) => at <= most))
              expect([whole, graphemePrefix(whole, most).length]).toEqual([whole, best])
            })
        }
    })

    it('has no space before the ellipsis', () => {
      where(() => expect(truncate('a fox  in the snow', 7)).toBe('a fox…'))
    })

    it('is a prefix of whole graphemes with an ellipsis within the limit, or itself if it fits', () => {
      fc.assert(
        fc.property(text, limit, (whole, most) => {
          const allowed = boundariesOf(whole)
          where(() => {
            const short = truncate(whole, most)
            expect(short.length).toBeLessThanOrEqual(most)
            if (whole.length <= most) return expect(short).toBe(whole)
            if (most === 0) return expect(short).toBe('')
            expect(short.endsWith('…')).toBe(true)
            const kept = short.slice(0, -1)
            expect(whole.startsWith(kept)).toBe(true)
            expect(allowed).toContain(kept.length)
          })
        }),
        { numRuns: 1000 },
      )
    })
  },
)
