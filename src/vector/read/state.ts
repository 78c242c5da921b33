import type { Matrix } from '../matrix'
import type { Computed } from './computed'
import type { Canvas } from './gradients'
import type { Inherited } from './inherited'
import type { ViewSize } from './lengths'
import type { PaintText } from './paint'

/** The paints that `context-fill` and `context-stroke` refer to, and the shape that they are for. */
export interface PaintContext {
  readonly fill: PaintText
  readonly stroke: PaintText
  readonly canvas: Canvas
}

/** The drawing state of an element. */
export interface State {
  /** From the element's coordinates to the drawing's px. */
  readonly matrix: Matrix
  readonly view: ViewSize
  readonly computed: Computed
  /** The element's properties that shapes inherit. */
  readonly style: Inherited
  readonly context?: PaintContext | undefined
}
