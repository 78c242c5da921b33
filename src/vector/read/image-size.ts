/** Size in px of a raster image. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** Bytes at the start of a file that are looked at for its size. */
const LOOKED_AT = 256 * 1024

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Decodes the start of a Base64 text. Decoded by hand: `atob` is not part of the language. */
export function decodeBase64(text: string, most = LOOKED_AT): Uint8Array {
  const bytes: number[] = []
  let bits = 0
  let count = 0
  for (let i = 0; i < text.length && bytes.length < most; i += 1) {
    const value = ALPHABET.indexOf(text.charAt(i))
    if (value < 0) continue
    bits = ((bits << 6) | value) & 0xffffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes.push((bits >> count) & 0xff)
  }
  return Uint8Array.from(bytes)
}

/** Reads the size of a PNG, GIF, JPEG or WebP from its bytes; null for anything else. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const byte = (at: number) => bytes[at] ?? 0
  const big = (at: number) => (byte(at) << 8) | byte(at + 1)
  const little = (at: number) => byte(at) | (byte(at + 1) << 8)
  const text = (at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length))
  if (text(1, 3) === 'PNG') {
    return { width: big(16) * 65_536 + big(18), height: big(20) * 65_536 + big(22) }
  }
  if (text(0, 3) === 'GIF') return { width: little(6), height: little(8) }
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return webpSize(text(12, 4), byte, little)
  if (big(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < bytes.length; ) {
    if (byte(at) !== 0xff) {
      at += 1
      continue
    }
    const marker = byte(at + 1)
    // The frame header; the others in this range are tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: big(at + 7), height: big(at + 5) }
    }
    at += marker === 0xff || marker === 0xd8 ? 1 : 2 + big(at + 2)
  }
  return null
}

function webpSize(
  chunk: string,
  byte: (at: number) => number,
  little: (at: number) => number,
): ImageSize | null {
  if (chunk === 'VP8 ') return { width: little(26) & 0x3fff, height: little(28) & 0x3fff }
  if (chunk === 'VP8L') {
    const bits = byte(21) | (byte(22) << 8) | (byte(23) << 16) | (byte(24) << 24)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  if (chunk !== 'VP8X') return null
  return { width: little(24) + (byte(26) << 16) + 1, height: little(27) + (byte(29) << 16) + 1 }
}
