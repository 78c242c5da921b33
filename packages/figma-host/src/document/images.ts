import { ApiError } from './errors'

/** An image that a plugin stored in the file. Sizes in px. */
export interface StoredImage {
  readonly hash: string
  readonly bytes: Uint8Array
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif'
  readonly width: number
  readonly height: number
}

/** Maximum side of an image, in px (typings: createImage). */
const MAX_SIDE = 4096

/** Reads an image like `figma.createImage`: PNG, JPEG, or GIF. Throws for other formats and for images that are too large. */
export function readImage(bytes: Uint8Array): StoredImage {
  const found = png(bytes) ?? gif(bytes) ?? jpeg(bytes)
  if (!found || !(found.width > 0 && found.height > 0)) throw new ApiError('Image type is unsupported')
  if (Math.max(found.width, found.height) > MAX_SIDE) throw new ApiError('Image is too large')
  return { ...found, bytes, hash: hashOf(bytes) }
}

type Found = Pick<StoredImage, 'type' | 'width' | 'height'> | null

const startsWith = (bytes: Uint8Array, text: string) =>
  [...text].every((character, at) => bytes[at] === character.charCodeAt(0))

const view = ({ buffer, byteOffset, byteLength }: Uint8Array) => new DataView(buffer, byteOffset, byteLength)

function png(bytes: Uint8Array): Found {
  if (bytes.length < 24 || !startsWith(bytes, '\x89PNG\r\n\x1a\n')) return null
  return { type: 'image/png', width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) }
}

function gif(bytes: Uint8Array): Found {
  if (bytes.length < 10 || !startsWith(bytes, 'GIF8')) return null
  return { type: 'image/gif', width: view(bytes).getUint16(6, true), height: view(bytes).getUint16(8, true) }
}

/** Skips from marker to marker until the frame header, which has the size. */
function jpeg(bytes: Uint8Array): Found {
  if (!startsWith(bytes, '\xff\xd8')) return null
  const data = view(bytes)
  for (let at = 2; at + 9 <= bytes.length; at += 2 + data.getUint16(at + 2)) {
    const marker = data.getUint16(at)
    if (marker < 0xff00) return null
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { type: 'image/jpeg', width: data.getUint16(at + 7), height: data.getUint16(at + 5) }
  }
  return null
}

/** The same bytes have the same hash (Figma doc: Image). */
function hashOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return `${(hash >>> 0).toString(16).padStart(8, '0')}${bytes.length.toString(16).padStart(32, '0')}`
}
