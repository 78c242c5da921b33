import type { Shape } from '../drawing'

/** One entry in the layers panel. */
export interface Layer {
  /** Unique in the drawing. */
  readonly name: string
  /** The first at the back. Several become a group. */
  readonly shapes: readonly Shape[]
  /** The names of several shapes, unique in the drawing. Default: numbered. */
  readonly names?: readonly string[]
  /** Groups within the group, in order. */
  readonly parts?: readonly LayerPart[]
  /** In mode `objects`, what it belongs to: an object may have several entries. */
  readonly object?: { readonly number: number; readonly isGround: boolean }
  /** Number of the drawing's shapes in it. */
  readonly count: number
}

/** Shapes of a layer, one after another, that are a group within its group. */
export interface LayerPart {
  /** Unique in the drawing. */
  readonly name: string
  /** The first shape, and the one after the last. */
  readonly from: number
  readonly to: number
}
