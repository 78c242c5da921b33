import { truncate } from '../text/truncate'

/**
 * A server's text as it may be shown: control characters and those that change the writing direction are left out, white
 * space becomes one space, and the text is cut between graphemes where it is longer than `limit` UTF-16 units.
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
