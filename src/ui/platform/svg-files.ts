import type { Refusal } from '../../strings'
import { LIMITS } from '../../vector/errors'

/** An SVG that the user adds, before it is read. */
export interface SvgSource {
  /** The file's name, or what a text is called. */
  readonly name: string
  /** Rejects with RefusedFile. */
  readonly text: () => Promise<string>
}

/** What reading a file rejects with. */
export class RefusedFile extends Error {
  readonly why: Refusal

  constructor(why: Refusal) {
    super(`the file cannot be taken: ${why.kind}`)
    this.name = 'RefusedFile'
    this.why = why
  }
}

export const textSource = (name: string, text: string): SvgSource => ({ name, text: async () => text })

/** A file. Its size and its first bytes are looked at before all of it is read. */
export const fileSource = (file: File): SvgSource => ({
  name: file.name,
  async text() {
    if (file.size > LIMITS.length) throw new RefusedFile({ kind: 'large-file' })
    const head = await bytesOf(file.slice(0, HEAD))
    if (isGzip(head)) return decode(await decompressed(file))
    const other = otherFormat(head, file.name)
    if (other) throw new RefusedFile(other)
    return decode(await bytesOf(file))
  },
})

/** Whether a text is an SVG document and not a text about one. */
export const isSvgDocument = (text: string): boolean =>
  /^\s*<(?:[\w.-]+:)?svg[\s/>]/i.test(text) ||
  // Behind a declaration, comments and a DOCTYPE, which are not long.
  (/^\s*<(?:\?xml|!--|!DOCTYPE\s+(?:[\w.-]+:)?svg)/i.test(text) &&
    /<(?:[\w.-]+:)?svg[\s/>]/.test(text.slice(0, 100_000)))

/** Enough to tell formats apart. In bytes. */
const HEAD = 512

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch {
    // It has changed or moved meanwhile, or it is a folder.
    throw new RefusedFile({ kind: 'unreadable' })
  }
}

const isGzip = ([first, second]: Uint8Array) => first === 0x1f && second === 0x8b

/** Decompresses a .svgz file, and stops where it becomes larger than any SVG may be. */
async function decompressed(file: Blob): Promise<Uint8Array> {
  let stream: DecompressionStream
  try {
    stream = new DecompressionStream('gzip')
  } catch {
    throw new RefusedFile({ kind: 'no-decompression' })
  }
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = file.stream().pipeThrough(stream).getReader()
  for (;;) {
    const next = await reader.read().catch(() => {
      throw new RefusedFile({ kind: 'not-svg' })
    })
    if (next.done) return bytesOf(new Blob(chunks))
    chunks.push(next.value)
    size += next.value.length
    if (size > LIMITS.length) {
      void reader.cancel().catch(() => undefined)
      throw new RefusedFile({ kind: 'large-file' })
    }
  }
}

/** The first bytes of formats that are not SVG, as Latin-1. */
const FORMATS: readonly (readonly [start: RegExp, kind: 'image' | 'document', format: string])[] = [
  [/^\x89PNG/, 'image', 'PNG'],
  [/^\xff\xd8\xff/, 'image', 'JPEG'],
  [/^GIF8/, 'image', 'GIF'],
  [/^RIFF[\s\S]{4}WEBP/, 'image', 'WebP'],
  [/^(?:II\*\0|MM\0\*)/, 'image', 'TIFF'],
  [/^[\s\S]{4}ftyp(?:avif|avis)/, 'image', 'AVIF'],
  [/^[\s\S]{4}ftyp(?:hei|mif)/, 'image', 'HEIC'],
  [/^BM[\s\S]{4}\0\0\0\0/, 'image', 'BMP'],
  [/^%!PS/, 'document', 'EPS'],
  [/^[\s\S]{0,8}%PDF-/, 'document', 'PDF'],
]

/** What a file is, if its first bytes say that it is no text. */
function otherFormat(head: Uint8Array, name: string): Refusal | null {
  const start = String.fromCharCode(...head)
  const found = FORMATS.find(([pattern]) => pattern.test(start))
  // Illustrator's files are PDF or PostScript inside.
  if (found?.[1] === 'document' && /\.ai$/i.test(name)) return { kind: 'document', format: 'Illustrator' }
  if (found) return { kind: found[1], format: found[2] }
  return start.includes('\0') && !encodingOf(head) ? { kind: 'not-svg' } : null
}

/** The encoding that the first bytes give away: a byte order mark, or the zeros of UTF-16. Null where they do not. */
function encodingOf([first, second]: Uint8Array): string | null {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return null
}

/** Reads the text in the encoding of its first bytes or of its XML declaration; UTF-8 without either. */
function decode(bytes: Uint8Array): string {
  const own = encodingOf(bytes)
  if (own) return new TextDecoder(own).decode(bytes)
  const start = String.fromCharCode(...bytes.subarray(0, HEAD))
  const [, declared] = /^[^<]{0,3}<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start) ?? []
  // A declaration in single bytes that says UTF-16 is wrong.
  if (declared && !/^utf-?16/i.test(declared)) {
    try {
      return new TextDecoder(declared).decode(bytes)
    } catch {
      // An encoding that no browser knows.
    }
  }
  return new TextDecoder().decode(bytes)
}
