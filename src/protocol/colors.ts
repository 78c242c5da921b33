import * as z from 'zod/mini'
import { flag, oneOf, pattern, string, text, whole } from './fields'

/** A color in sRGB: `#rrggbb`, lower case. */
const hex = pattern(/^#[0-9a-f]{6}$/)
const id = text(300, 1)
const name = text(1000)
const count = whole(0)

/** A color of the file's design system: a color variable, or a paint style of one solid paint. */
export interface BrandColor {
  readonly kind: 'variable' | 'style'
  /** Of the variable or style; no two colors share one. */
  readonly id: string
  readonly name: string
  /** The variable's collection, or the folder of the style; may be empty. */
  readonly group: string
  /** The collection's mode that counts where a picture goes now, where it has several. */
  readonly mode?: string
  /** In the modes of the place where a picture goes now; `#rrggbb`. */
  readonly hex: string
  /** 0 to 1. */
  readonly opacity: number
  /** What Figma offers a variable for (`VariableScope` of the typings). Empty for a style, which has none. */
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

/** The colors of the file, and what its editor can do with colors. */
export const FileColors = z.object({
  // Thousands of them: checked by hand, since a schema for each takes the sandbox's slow engine most of a second.
  colors: z.custom<readonly BrandColor[]>((value) => Array.isArray(value) && value.every(isBrandColor)),
  hasVariables: flag,
  hasStyles: flag,
  canCreateVariables: flag,
})

export type FileColors = z.infer<typeof FileColors>

const target = z.object({ kind: oneOf(['variable', 'style']), id })

/** What a color of a picture is to be bound to. */
export const Binding = z.object({
  /** As it stands in the picture's SVG text, where no other color has it. */
  color: hex,
  /** What the variable or style is worth where the picture goes: what the color becomes where it cannot be bound. */
  hex,
  to: target,
})

export type Binding = z.infer<typeof Binding>

/**
 * Why a color, or some of its paints, could not be bound.
 *
 * | reason | |
 * |---|---|
 * | gone | the variable or style is not there (any more), or is no color |
 * | unavailable | the editor has no variables or styles |
 * | absent | no paint of the layers has the color |
 * | gradient | a style cannot be a stop of a gradient, or one of several paints |
 * | translucent | the opacity of the paint or stop would be lost |
 * | flattened | a single vector of several colors follows no style |
 * | refused | the editor refused it |
 */
const REASONS = ['gone', 'unavailable', 'absent', 'gradient', 'translucent', 'flattened', 'refused'] as const

export type BindingReason = (typeof REASONS)[number]

const failure = z.object({ color: hex, id: z.nullable(id), reason: oneOf(REASONS) })

export type BindingFailure = z.infer<typeof failure>

/** How binding went: the colors that are bound in every paint, of all that were to be; each other one with its reason. */
export const BindingReport = z.object({ bound: count, of: count, failed: z.array(failure) })

export type BindingReport = z.infer<typeof BindingReport>

/** What a color is used for: each has a scope of variables of its own. */
const USES = ['fill', 'frame', 'stroke', 'text'] as const

export type CanvasUse = (typeof USES)[number]

/** So many layers have these colors, two or more, and no others. */
export interface Mix {
  /** `#rrggbb`, in the order of the alphabet. */
  readonly colors: readonly string[]
  readonly layers: number
}

const isMix = (value: unknown): boolean => {
  const { colors, layers } = (value ?? {}) as Record<string, unknown>
  return Array.isArray(colors) && colors.every((one) => typeof one === 'string') && typeof layers === 'number'
}

/** What a look at the selection left out. */
const leftOut = {
  /** Layers that are locked, or in something that is. */
  locked: count,
  /** Layers with several colors in one text or vector, which are not looked into. */
  mixed: count,
  /** Layers that were deleted before their turn came, or could not be read. */
  skipped: count,
  /** There are more layers than were looked at. */
  isPartial: flag,
}

/** The colors of the selected layers and all they hold, those of most layers first. */
export const CanvasPalette = z.object({
  colors: z.array(z.object({ color: hex, uses: z.array(oneOf(USES)), layers: count })),
  // Up to one a layer: checked by hand, as the file's colors are.
  mixes: z.custom<readonly Mix[]>((value) => Array.isArray(value) && value.every(isMix)),
  /** Layers with a color that can be changed. */
  layers: count,
  ...leftOut,
})

export type CanvasPalette = z.infer<typeof CanvasPalette>

export const Recoloring = z.object({
  changes: z.array(z.object({ color: hex, to: z.union([target, z.object({ kind: oneOf(['hex']), hex })]) })),
})

export type Recoloring = z.infer<typeof Recoloring>

/** How many layers were changed, and what was left as it is. */
export const Recolored = z.object({
  layers: count,
  ...leftOut,
  binding: BindingReport,
})

export type Recolored = z.infer<typeof Recolored>

/** Colors to be put into the file, with names for layers or variables. */
export const NamedPalette = z.object({
  name,
  entries: z
    .array(z.object({ color: hex, name }))
    .check(z.refine((entries) => entries.length > 0 && entries.length <= 200)),
})

export type NamedPalette = z.infer<typeof NamedPalette>

/** `collection`: its name; null where the editor, or its plan, allows no more. */
export const CreatedVariables = z.object({ collection: z.nullable(string), variables: count })

export type CreatedVariables = z.infer<typeof CreatedVariables>
