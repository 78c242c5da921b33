/** Compresses a text for storage: raw DEFLATE of its UTF-8. A path's digits shrink to about two fifths. */
export async function deflate(text: string): Promise<Uint8Array> {
  return bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')))
}

/** The text again. Rejects where the bytes are no raw DEFLATE. */
export async function inflate(bytes: Uint8Array): Promise<string> {
  // A copy, because a stream takes buffers that nobody else shares.
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new TextDecoder().decode(await bytesOf(stream))
}

const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream).arrayBuffer())
