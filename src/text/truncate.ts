import { isBoundary } from './boundary'

const ELLIPSIS = '…'

/**
 * Shortens a text to at most `limit` UTF-16 units, in whole graphemes, with an ellipsis in place of the rest. Drops white space
 * before the ellipsis. Shorter texts are returned unchanged.
 */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text
  if (limit < ELLIPSIS.length) return ''
  const kept = graphemePrefix(text, limit - ELLIPSIS.length).replace(/\s+$/, '')
  // Repeated, because a space may belong to the previous grapheme.
  return graphemePrefix(text, kept.length) + ELLIPSIS
}

/** Returns the longest start of a text with at most `limit` UTF-16 units that ends between two graphemes. May be empty. */
export function graphemePrefix(text: string, limit: number): string {
  if (text.length <= limit) return text
  return text.slice(0, boundaryUpTo(text, Math.max(0, limit)))
}

/** The part of `Intl` that is used. Figma's sandbox has no `Intl`, and Firefox has a segmenter since version 125. */
interface MaybeSegmenter {
  readonly Segmenter?: new (
    locale?: undefined,
    options?: { readonly granularity: 'grapheme' },
  ) => { segment(text: string): { containing(at: number): { readonly index: number } | undefined } }
}

/** Returns the last boundary of graphemes at or before `at`, an index within the text. */
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
