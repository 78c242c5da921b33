import { UnreadablePicture } from '../../jobs/unreadable-picture'

/**
 * A stored picture is raw DEFLATE of its UTF-8, as 0.1 stores it, or a byte that says its format and then the picture.
 * Such a byte has the bits 1 and 2 set: at the beginning of raw DEFLATE they are the type of the first block, and no block
 * has the type 3 (RFC 1951, 3.2.3). So neither is ever taken for the other, and there are 64 such bytes for later formats.
 */
const FORMAT = 0b110

/** The format of a picture that could not be compressed: its UTF-8 as it is. */
const PLAIN = 0b110

/** Packs a text for storage: compressed, which takes a path's digits to about two fifths, or plain where that is not possible. */
export async function deflate(text: string): Promise<Uint8Array> {
  try {
    return await bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')))
  } catch {
    // Engines without this format throw. A picture that was paid for is worth the room.
    const plain = new TextEncoder().encode(text)
    const bytes = new Uint8Array(plain.length + 1)
    bytes[0] = PLAIN
    bytes.set(plain, 1)
    return bytes
  }
}

/** The text again. Rejects with UnreadablePicture. */
export async function inflate(bytes: Uint8Array): Promise<string> {
  const [first = FORMAT] = bytes
  if (first === PLAIN && bytes.length > 0) return new TextDecoder().decode(bytes.subarray(1))
  if ((first & FORMAT) === FORMAT) throw new UnreadablePicture(bytes.length ? 'later-format' : 'damaged')
  const stream = decompression()
  try {
    // A copy, because a stream takes buffers that nobody else shares.
    return new TextDecoder().decode(await bytesOf(new Blob([bytes.slice()]).stream().pipeThrough(stream)))
  } catch {
    throw new UnreadablePicture('damaged')
  }
}

function decompression(): DecompressionStream {
  try {
    return new DecompressionStream('deflate-raw')
  } catch {
    throw new UnreadablePicture('no-decompression')
  }
}

const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream).arrayBuffer())
