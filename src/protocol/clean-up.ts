import * as z from 'zod/mini'
import { Binding, BindingReport } from './colors'
import { boolean, integer, length, list, number, oneOf, string, text } from './fields'
import { Finish, FinishReport } from './finish'

/** Maximum number of selected layers that are cleaned up at once. */
export const MAX_CLEANED = 500

/** What SVG cannot represent. */
const LOSSES = [
  'effects',
  'texts',
  'instances',
  'autoLayouts',
  'reactions',
  'hidden',
  'gradients',
  'videos',
  'blendModes',
] as const

/** Why a layer cannot be cleaned up. */
const BLOCKERS = ['instance', 'locked', 'mask', 'component', 'not-replaceable', 'empty'] as const

export type Loss = (typeof LOSSES)[number]
export type CleanUpBlocker = (typeof BLOCKERS)[number]

/** A selected layer, and what is known before cleaning it up. */
const layer = z.object({
  nodeId: string,
  name: string,
  blocker: z.nullable(oneOf(BLOCKERS)),
  /** What would be lost, and in how many layers. */
  losses: z.array(z.object({ kind: oneOf(LOSSES), layers: integer(1) })),
})

export type CleanableLayer = z.infer<typeof layer>

/** `more`: number of selected layers beyond the maximum. */
export const Cleanable = z.object({ layers: z.array(layer), more: integer(0) })

export type Cleanable = z.infer<typeof Cleanable>

const offset = z.object({ x: number, y: number })

/** A layer as SVG, upright, opaque, at `offset` in an image of whole px. */
export const ExportedLayer = z.object({
  svg: string,
  offset,
  /** Colors that were bound to the same variable or style in every paint. */
  bindings: z.array(Binding),
  /** Number of other colors that were bound in some paints. */
  ambiguous: integer(0),
  /** The layer clips its content, which the SVG does not. */
  clips: boolean,
})

export type ExportedLayer = z.infer<typeof ExportedLayer>

/** The replacement of a layer. */
export const CleanLayer = z.object({
  nodeId: text(200, 1),
  /** As for a picture. */
  parts: list(text(Number.MAX_SAFE_INTEGER, 1), 1, 10_000),
  width: length,
  height: length,
  finish: z.optional(Finish),
  bindings: z.array(Binding),
  offset,
  clips: boolean,
  /** The original layer stays, hidden. */
  keepsOriginal: boolean,
})

export type CleanLayer = z.infer<typeof CleanLayer>

/** `nodeId`: the layer that replaced it. */
export const CleanedLayer = z.object({
  nodeId: string,
  layers: integer(0),
  binding: BindingReport,
  finish: FinishReport,
})

export type CleanedLayer = z.infer<typeof CleanedLayer>
