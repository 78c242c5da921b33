/** The first character that is used: the 2¹⁴ characters from here on need no escape in JSON and no surrogate in UTF-16. */
const firstCharacter = 0x4e00
const bitsPerCharacter = 14

/**
 * Encodes bytes as text, 14 bits per character, so that 5 MB fit into the 5 million characters of a browser's local storage. Base64 would
 * be too long.
 */
export function packBytes(bytes: Uint8Array): string {
  const characters: string[] = []
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    if (bits >= bitsPerCharacter) {
      bits -= bitsPerCharacter
      characters.push(String.fromCharCode(firstCharacter + (buffer >> bits)))
      buffer &= (1 << bits) - 1
    }
  }
  if (bits > 0) characters.push(String.fromCharCode(firstCharacter + (buffer << (bitsPerCharacter - bits))))
  return characters.join('')
}

/** Decodes the result of {@link packBytes}. `length`: the original number of bytes. */
export function unpackBytes(text: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let filled = 0
  let buffer = 0
  let bits = 0
  for (let index = 0; index < text.length && filled < length; index += 1) {
    buffer = (buffer << bitsPerCharacter) | (text.charCodeAt(index) - firstCharacter)
    bits += bitsPerCharacter
    while (bits >= 8 && filled < length) {
      bits -= 8
      bytes[filled] = buffer >> bits
      filled += 1
      buffer &= (1 << bits) - 1
    }
  }
  return bytes
}
