import { isExtending } from './extending'

/** Viramas and similar signs, which join two consonants into one cluster (UAX #29, GB9c: `InCB=Linker`). */
const LINKER =
  /[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2\u1a60\u1b44\u1bab\ua9c0\uaaf6\u{10a3f}\u{11133}\u{113d0}\u{1193e}\u{11a47}\u{11a99}\u{11f42}]/u

/** Signs that belong to the following character, such as the Arabic number sign (GB9b: `Prepend`). */
const PREPENDED =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]/u

/** Hangul that is written as one syllable (GB6 to GB8): a leading consonant, a vowel, a trailing consonant, or a syllable of them. */
const HANGUL_BEFORE = /[\u1100-\u11ff\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb]/u
const HANGUL_AFTER = /[\u1160-\u11ff\ud7b0-\ud7fb]/u
const LEADING = /[\u1100-\u115f\ua960-\ua97c]/u
const LEADING_OR_SYLLABLE = /[\u1100-\u115f\ua960-\ua97c\uac00-\ud7a3]/u

const FLAG_LETTER = /[\u{1f1e6}-\u{1f1ff}]/u

const JOINER = '\u200d'

/**
 * Returns whether a text may be cut at `at`, in UTF-16 units: only between two graphemes (UAX #29). For engines without
 * `Intl.Segmenter`. Stricter than the rules where those need another table: no cut after a joiner, virama or prepended sign.
 */
export function isBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const before = characterBefore(text, at)
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0)
  if (isWithinPair(text, at) || (before === '\r' && after === '\n')) return false
  if (isExtending(after) || before === JOINER || PREPENDED.test(before)) return false
  if (HANGUL_BEFORE.test(before) && HANGUL_AFTER.test(after)) return false
  if (LEADING.test(before) && LEADING_OR_SYLLABLE.test(after)) return false
  if (FLAG_LETTER.test(before) && FLAG_LETTER.test(after)) return flagLettersBefore(text, at) % 2 === 0
  return !isLinkedBefore(text, at)
}

const isWithinPair = (text: string, at: number) =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))

const characterBefore = (text: string, at: number): string => {
  const isPair = at >= 2 && isWithinPair(text, at - 1)
  return text.slice(at - (isPair ? 2 : 1), at)
}

/** A flag is two of these letters, counted from the start of their run. */
function flagLettersBefore(text: string, at: number): number {
  let count = 0
  while (FLAG_LETTER.test(text.slice(at - 2 * (count + 1), at - 2 * count))) count += 1
  return count
}

/** Whether the marks that end there include a virama. */
function isLinkedBefore(text: string, at: number): boolean {
  let end = at
  for (;;) {
    const character = characterBefore(text, end)
    if (LINKER.test(character)) return true
    if (!isExtending(character)) return false
    end -= character.length
  }
}
