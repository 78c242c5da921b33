/**
 * Foreign words as they may be shown: control characters and those that turn the direction of writing are left out, white
 * space is one space, and the text is cut between graphemes where it is longer than `limit` UTF-16 units.
 */
export function plainText(text: string, limit: number): string {
  const plain = text
    // Long enough for any text that is not mostly white space, and bounded whatever was sent.
    .slice(0, limit * 8)
    .replace(/[\p{Z}\t\n\v\f\r\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu, '')
    .trim()
  return plain.length > limit ? `${cut(plain, limit - 1).trimEnd()}…` : plain
}

/** The first graphemes that fit into `limit` UTF-16 units. */
function cut(text: string, limit: number): string {
  let end = 0
  for (const grapheme of graphemes(text.slice(0, limit + 64))) {
    if (end + grapheme.length > limit) break
    end += grapheme.length
  }
  return text.slice(0, end)
}

/** By the engine's own rules; without them, a character with the marks and joined characters that follow it. */
const graphemes = (text: string): string[] =>
  typeof Intl === 'object' && 'Segmenter' in Intl
    ? Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)
    : (text.match(/\p{RI}{2}|.(?:\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200d.)*/gsu) ?? [])
