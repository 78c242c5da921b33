import { UnreadablePicture } from '../../jobs/unreadable-picture'

/**
 * A stored picture is its UTF-8 text as raw DEFLATE (the format of 0.1), or a format byte followed by data. Format bytes have the
 * bits 1 and 2 set. In raw DEFLATE these bits are the type of the first block, which is never 3 (RFC 1951, 3.2.3), so the two
 * cannot be confused. There are 64 such bytes, for later formats.
 */
const FORMAT = 0b110

/** Format byte of uncompressed UTF-8. */
const PLAIN = 0b110

/** Packs a text for storage: compressed to about 40 %, or uncompressed if the engine cannot compress. */
export async function deflate(text: string): Promise<Uint8Array> {
  try {
    return await bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')))
  } catch {
    // Engines without this format throw. A paid picture is then stored uncompressed.
    const plain = new TextEncoder().encode(text)
    const bytes = new Uint8Array(plain.length + 1)
    bytes[0] = PLAIN
    bytes.set(plain, 1)
    return bytes
  }
}

/** Unpacks the text. Rejects with UnreadablePicture. */
export async function inflate(bytes: Uint8Array): Promise<string> {
  const [first = FORMAT] = bytes
  if (first === PLAIN && bytes.length > 0) return new TextDecoder().decode(bytes.subarray(1))
  if ((first & FORMAT) === FORMAT) throw new UnreadablePicture(bytes.length ? 'later-format' : 'damaged')
  const stream = decompression()
  try {
    // A copy, because streams do not accept shared buffers.
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
