import * as z from 'zod/mini'
import { boolean, integer, oneOf, pattern, string, text } from './fields'

/** A color in sRGB: `#rrggbb`, lower case. */
const hex = pattern(/^#[0-9a-f]{6}$/)
const id = text(300, 1)
const name = text(1000)
const count = integer(0)

/** A color of the file's design system: a color variable, or a paint style with one solid paint. */
export interface BrandColor {
  readonly kind: 'variable' | 'style'
  /** Id of the variable or style, unique among the colors. */
  readonly id: string
  readonly name: string
  /** The variable's collection, or the folder of the style; may be empty. */
  readonly group: string
  /** The collection's mode in the place where a picture would go now, if it has several. */
  readonly mode?: string
  /** `#rrggbb`, resolved for the modes of the place where a picture would go now. */
  readonly hex: string
  /** 0 to 1. */
  readonly opacity: number
  /** Scopes of a variable (typings: `VariableScope`). Empty for a style, which has none. */
  readonly scopes: readonly string[]
  /** Whether it belongs to a library. */
  readonly remote: boolean
}

function isBrandColor(value: unknown): boolean {
  const { kind, id, name, group, mode, hex, opacity, scopes, remote } = (value ?? {}) as Record<
    string,
    unknown
  >
  return (
    (kind === 'variable' || kind === 'style') &&
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof group === 'string' &&
    (mode === undefined || typeof mode === 'string') &&
    typeof hex === 'string' &&
    /^#[0-9a-f]{6}$/.test(hex) &&
    typeof opacity === 'number' &&
    Array.isArray(scopes) &&
    scopes.every((scope) => typeof scope === 'string') &&
    typeof remote === 'boolean'
  )
}

/** The colors of the file, and which color features its editor has. */
export const FileColors = z.object({
  // Checked by hand: for thousands of colors, a zod schema takes most of a second in the sandbox.
  colors: z.custom<readonly BrandColor[]>((value) => Array.isArray(value) && value.every(isBrandColor)),
  hasVariables: boolean,
  hasStyles: boolean,
  canCreateVariables: boolean,
})

export type FileColors = z.infer<typeof FileColors>

const target = z.object({ kind: oneOf(['variable', 'style']), id })

/** A color of a picture, and the variable or style to bind it to. */
export const Binding = z.object({
  /** The color in the picture's SVG, unique in it. */
  color: hex,
  /** The color of the variable or style where the picture goes, used for paints that cannot be bound. */
  hex,
  to: target,
})

export type Binding = z.infer<typeof Binding>

/**
 * Why a color, or some of its paints, could not be bound.
 *
 * | reason | |
 * |---|---|
 * | gone | the variable or style does not exist (any more), or is not a color |
 * | unavailable | the editor has no variables or styles |
 * | absent | no paint of the layers has the color |
 * | gradient | a style cannot be a stop of a gradient, or one of several paints |
 * | translucent | the opacity of the paint or stop would be lost |
 * | flattened | a style cannot be bound to a single vector with several colors |
 * | refused | the editor refused it |
 */
const REASONS = ['gone', 'unavailable', 'absent', 'gradient', 'translucent', 'flattened', 'refused'] as const

export type BindingReason = (typeof REASONS)[number]

const failure = z.object({ color: hex, id: z.nullable(id), reason: oneOf(REASONS) })

export type BindingFailure = z.infer<typeof failure>

/** The result of binding: how many colors are bound in every paint, of how many; each other one with its reason. */
export const BindingReport = z.object({ bound: count, of: count, failed: z.array(failure) })

export type BindingReport = z.infer<typeof BindingReport>

/** What a color is used for. Each use has its own variable scope. */
const USES = ['fill', 'frame', 'stroke', 'text'] as const

export type CanvasUse = (typeof USES)[number]

/** The number of layers that have exactly these two or more colors. */
export interface Mix {
  /** `#rrggbb`, sorted. */
  readonly colors: readonly string[]
  readonly layers: number
}

const isMix = (value: unknown): boolean => {
  const { colors, layers } = (value ?? {}) as Record<string, unknown>
  return Array.isArray(colors) && colors.every((one) => typeof one === 'string') && typeof layers === 'number'
}

/** What of the selection was left out. */
const leftOut = {
  /** Layers that are locked, or inside a locked layer. */
  locked: count,
  /** Layers with mixed paints in one text or vector, which are not supported. */
  mixed: count,
  /** Layers that were deleted in the meantime, or could not be read. */
  skipped: count,
  /** Whether there are more layers than were visited. */
  isPartial: boolean,
}

/** The colors of the selected layers and their descendants, the most frequent first. */
export const CanvasPalette = z.object({
  colors: z.array(z.object({ color: hex, uses: z.array(oneOf(USES)), layers: count })),
  // Checked by hand, like the file's colors: there may be one per layer.
  mixes: z.custom<readonly Mix[]>((value) => Array.isArray(value) && value.every(isMix)),
  /** Number of layers with a color that can be changed. */
  layers: count,
  ...leftOut,
})

export type CanvasPalette = z.infer<typeof CanvasPalette>

export const Recoloring = z.object({
  changes: z.array(z.object({ color: hex, to: z.union([target, z.object({ kind: oneOf(['hex']), hex })]) })),
})

export type Recoloring = z.infer<typeof Recoloring>

/** How many layers were changed, and what was left out. */
export const Recolored = z.object({
  layers: count,
  ...leftOut,
  binding: BindingReport,
})

export type Recolored = z.infer<typeof Recolored>

/** Colors to add to the file, with names for layers or variables. */
export const NamedPalette = z.object({
  name,
  entries: z
    .array(z.object({ color: hex, name }))
    .check(z.refine((entries) => entries.length > 0 && entries.length <= 200)),
})

export type NamedPalette = z.infer<typeof NamedPalette>

/** `collection`: its name; null if the editor or the user's plan does not allow another one. */
export const CreatedVariables = z.object({ collection: z.nullable(string), variables: count })

export type CreatedVariables = z.infer<typeof CreatedVariables>
