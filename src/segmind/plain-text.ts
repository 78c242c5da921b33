import { truncate } from '../text/truncate'

/**
 * Returns a server's text for display: without control characters and those that change the writing direction, with white
 * space reduced to single spaces, and cut between graphemes if it is longer than `limit` UTF-16 units.
 */
export function plainText(text: string, limit: number): string {
  const plain = text
    // Long enough for any text that is not mostly white space, and bounded whatever was sent.
    .slice(0, limit * 8)
    .replace(/[\p{Z}\t\n\v\f\r\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu, '')
    .trim()
  return truncate(plain, limit)
}
