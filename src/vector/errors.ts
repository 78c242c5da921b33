export type VectorErrorCode =
  /** The text is not an SVG, is incomplete, or is not well-formed. */
  | 'not-svg'
  /** It exceeds one of the `LIMITS`. */
  | 'too-large'
  /** Its DOCTYPE declares external or nested entities. Plain texts are accepted. */
  | 'unsafe'
  /** It contains no shape that can be kept. */
  | 'nothing-drawn'

/** Why an SVG text cannot be prepared. The message is for engineers; `code` decides what the user reads. */
export class VectorError extends Error {
  readonly code: VectorErrorCode

  constructor(code: VectorErrorCode, message: string) {
    super(message)
    this.name = 'VectorError'
    this.code = code
  }
}

/** Limits of a picture, far above anything that Recraft has returned (1,100 shapes, 750 kB). */
export const LIMITS = {
  /** UTF-16 units of SVG text. */
  length: 10 * 1024 * 1024,
  shapes: 50_000,
  segments: 1_000_000,
  /** Nesting depth of elements that are drawn. */
  depth: 64,
  /** Nesting depth of all elements, drawn or not. */
  nesting: 128,
  /** Elements of a document, drawn or not. */
  elements: 500_000,
  /** Nesting depth of SVG images in SVG images. */
  pictures: 4,
  /** Nesting depth of `use`. */
  uses: 16,
  /** Length of a chain of gradients that inherit from one another by `href`. */
  chain: 16,
  /** Selectors in style sheets. */
  rules: 50_000,
  /** Declarations in style sheets, counted once where they are written and once for each element that they match. */
  declarations: 500_000,
  /** Elements that selectors visit, counting repeated visits: with `~` and `:has()`, each element can visit all others. */
  matching: 50_000_000,
  /** UTF-16 units that `var()` and nested selectors expand to: they can double a text at every step. */
  expansion: 4 * 1024 * 1024,
  /** Content that `use` and clips repeat, in about UTF-16 units of text: a few nested ones can multiply a short text without limit. */
  repeats: 16 * 1024 * 1024,
  /** A coordinate, as a multiple of the drawing's longer side. */
  reach: 16,
} as const
