import { isBoundary } from './boundary'

const ELLIPSIS = '…'

/**
 * The text itself where it has at most `limit` UTF-16 units; otherwise as much of its beginning as fits, in whole graphemes, with an
 * ellipsis in place of the rest. White space before the ellipsis is left out.
 */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text
  if (limit < ELLIPSIS.length) return ''
  const kept = graphemePrefix(text, limit - ELLIPSIS.length).replace(/\s+$/, '')
  // Once more: a space may belong to the sign before it.
  return graphemePrefix(text, kept.length) + ELLIPSIS
}

/** The longest beginning of a text that has at most `limit` UTF-16 units and ends between two graphemes: it may be empty. */
export function graphemePrefix(text: string, limit: number): string {
  if (text.length <= limit) return text
  return text.slice(0, boundaryUpTo(text, Math.max(0, limit)))
}

/** What is used of `Intl`. Figma's sandbox has none, and Firefox has had a segmenter since version 125. */
interface MaybeSegmenter {
  readonly Segmenter?: new (
    locale?: undefined,
    options?: { readonly granularity: 'grapheme' },
  ) => { segment(text: string): { containing(at: number): { readonly index: number } | undefined } }
}

/** The last place between two graphemes at or before `at`, which is within the text. */
function boundaryUpTo(text: string, at: number): number {
  const { Segmenter } = (typeof Intl === 'undefined' ? {} : Intl) as MaybeSegmenter
  if (Segmenter) {
    const graphemes = new Segmenter(undefined, { granularity: 'grapheme' }).segment(text)
    return graphemes.containing(at)?.index ?? at
  }
  let boundary = at
  while (!isBoundary(text, boundary)) boundary -= 1
  return boundary
}
