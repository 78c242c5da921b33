export type VectorErrorCode =
  /** The text is no SVG, or it is broken off or not well-formed. */
  | 'not-svg'
  /** More bytes, shapes, segments or levels than the caps allow. */
  | 'too-large'
  /** It declares a document type or entities, which no picture needs. */
  | 'unsafe'
  /** It draws nothing that can be kept. */
  | 'nothing-drawn'

/** Why an SVG text cannot be prepared. The message is for engineers; the user's sentence is chosen by the code. */
export class VectorError extends Error {
  readonly code: VectorErrorCode

  constructor(code: VectorErrorCode, message: string) {
    super(message)
    this.name = 'VectorError'
    this.code = code
  }
}

/** What a picture may be at most: far above anything Recraft has been seen to return (1,100 shapes, 750 kB). */
export const CAPS = {
  /** UTF-16 units of SVG text. */
  length: 8 * 1024 * 1024,
  shapes: 20_000,
  segments: 1_000_000,
  /** Nested elements. */
  depth: 64,
  /** `use` within what is drawn by `use`. */
  uses: 16,
  /** Gradients that take over from one another by `href`. */
  chain: 16,
  /** Declarations of style sheets, counted where they stand and on each element that they match. */
  declarations: 500_000,
  /** What `use` and clips may repeat, about in UTF-16 units of text: a few nested ones can multiply a short text beyond all bounds. */
  repeats: 16 * 1024 * 1024,
  /** A coordinate, as a multiple of the drawing's longer side. */
  reach: 16,
} as const
