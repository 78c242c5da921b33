import type { Shape } from '../drawing'

/** One entry in the layers panel. */
export interface Layer {
  /** Unique in the drawing. */
  readonly name: string
  /** From back to front. Several shapes become a group. */
  readonly shapes: readonly Shape[]
  /** The names of the shapes if there are several, unique in the drawing. Default: numbered. */
  readonly names?: readonly string[]
  /** Groups within the group, in order. */
  readonly parts?: readonly LayerPart[]
  /** In mode `objects`, the object that it belongs to. An object may have several entries. */
  readonly object?: { readonly number: number; readonly isScenery: boolean }
  /** Number of the drawing's shapes that it consists of. */
  readonly count: number
}

/** Consecutive shapes of a layer that form a group inside its group. */
export interface LayerPart {
  /** Unique in the drawing. */
  readonly name: string
  /** Index of the first shape, and index after the last. */
  readonly from: number
  readonly to: number
}
