export type VectorErrorCode =
  /** The text is no SVG, or it is broken off or not well-formed. */
  | 'not-svg'
  /** More bytes, shapes, segments or levels than the caps allow. */
  | 'too-large'
  /** Its DOCTYPE declares entities or anything else of its own, which no picture needs. A plain DOCTYPE is read. */
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

/** Limits of a picture, far above anything that Recraft has returned (1,100 shapes, 750 kB). */
export const CAPS = {
  /** UTF-16 units of SVG text. */
  length: 8 * 1024 * 1024,
  shapes: 20_000,
  segments: 1_000_000,
  /** Nested elements that are drawn. */
  depth: 64,
  /** Nested elements of a document, drawn or not. */
  nesting: 128,
  /** Elements of a document, drawn or not. */
  elements: 500_000,
  /** `use` within what is drawn by `use`. */
  uses: 16,
  /** Gradients that take over from one another by `href`. */
  chain: 16,
  /** Selectors of style sheets. */
  rules: 50_000,
  /** Declarations of style sheets, counted where they stand and on each element that they match. */
  declarations: 500_000,
  /** Elements that selectors visit, counting repeated visits: `~` and `:has()` can make each look at all others. */
  matching: 50_000_000,
  /** UTF-16 units of values and selectors that are put in for others: `var()` and nested rules can double a text at every step. */
  expansion: 4 * 1024 * 1024,
  /** What `use` and clips may repeat, about in UTF-16 units of text: a few nested ones can multiply a short text beyond all bounds. */
  repeats: 16 * 1024 * 1024,
  /** A coordinate, as a multiple of the drawing's longer side. */
  reach: 16,
} as const
