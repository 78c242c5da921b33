import * as z from 'zod/mini'
import { boolean, integer, length, list, number, oneOf, pattern, range, string, text } from './fields'

/** The blend modes that SVG and Figma have in common. */
const BLEND_MODES = [
  ...(['NORMAL', 'MULTIPLY', 'SCREEN', 'OVERLAY', 'DARKEN', 'LIGHTEN', 'COLOR_DODGE', 'COLOR_BURN'] as const),
  ...(['HARD_LIGHT', 'SOFT_LIGHT', 'DIFFERENCE', 'EXCLUSION', 'HUE', 'SATURATION', 'COLOR'] as const),
  'LUMINOSITY',
] as const

/** Name of a layer in the imported SVG, unique in it. */
const layer = text(10_000, 1)

/** a, b, c, d, e, f as in SVG's `matrix()`; maps to the px of the picture. */
const matrix = list(number, 6, 6)

const paint = { color: pattern(/^#[\da-f]{6}$/), opacity: range(0, 1) }

/** Characters in one style. Lengths are in the coordinates of the line. */
const run = z.object({
  characters: text(1_000_000, 1),
  /** Gap before the run, and how far its baseline is below that of the line. */
  dx: number,
  dy: number,
  /** In order of preference. */
  families: list(text(200, 1), 0, 20),
  weight: range(1, 1000),
  isItalic: boolean,
  size: length,
  letterSpacing: number,
  fill: z.nullable(z.object(paint)),
  stroke: z.nullable(z.object({ ...paint, width: range(0, Number.MAX_VALUE) })),
})

export type FinishRun = z.infer<typeof run>

/** A line of text, whose anchor is at the origin of its coordinates. */
const line = z.object({ anchor: oneOf(['start', 'middle', 'end']), matrix, runs: list(run, 1, 10_000) })

export type FinishLine = z.infer<typeof line>

const step = z.union([
  /** The layer becomes the mask of those in front of it in its group. */
  z.object({ kind: oneOf(['mask']), layer, type: oneOf(['ALPHA', 'LUMINANCE']) }),
  z.object({ kind: oneOf(['blendMode']), layer, blendMode: oneOf(BLEND_MODES) }),
  /** The layer is replaced by a rectangle of this size, under the matrix, filled with the image with this index. */
  z.object({
    ...{ kind: oneOf(['image']), layer, image: integer(0), width: length, height: length },
    ...{ matrix, opacity: range(0, 1) },
  }),
  /** The layer is replaced by text layers. */
  z.object({ kind: oneOf(['text']), layer, opacity: range(0, 1), lines: list(line, 0, 1000) }),
])

export type FinishStep = z.infer<typeof step>

/** What importing an SVG cannot do, for the sandbox to do afterwards, in this order. */
export const Finish = z.object({
  /** Files as Base64. */
  images: list(text(20_000_000, 1), 0, 10_000),
  steps: list(step, 1, 50_000),
})

export type Finish = z.infer<typeof Finish>

/** What of it could not be done. */
export const FinishReport = z.object({
  /** Families that are replaced by another font. */
  fonts: z.array(string),
  /** Number of failed steps of each kind. Their layers are as imported; failed texts are missing. */
  failed: z.object({ mask: integer(0), blendMode: integer(0), image: integer(0), text: integer(0) }),
})

export type FinishReport = z.infer<typeof FinishReport>

/** Nothing is missing. */
export const COMPLETE: FinishReport = { fonts: [], failed: { mask: 0, blendMode: 0, image: 0, text: 0 } }
