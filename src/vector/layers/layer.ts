import type { Shape } from '../drawing'

/** One entry in the layers panel. */
export interface Layer {
  /** Unique in the drawing. */
  readonly name: string
  /** The first at the back. Several become a group. */
  readonly shapes: readonly Shape[]
  /** The names of several shapes, unique in the drawing. Default: numbered. */
  readonly names?: readonly string[]
  /** Whether it is something that one would pick up, in mode `objects`. */
  readonly thing?: boolean
  /** Number of the drawing's shapes in it. */
  readonly count: number
}
