import type { Matrix } from '../matrix'
import type { Computed } from './computed'
import type { Inherited } from './inherited'
import type { ViewSize } from './lengths'

/** The drawing state of an element. */
export interface State {
  /** From the element's coordinates to the drawing's px. */
  readonly matrix: Matrix
  readonly view: ViewSize
  readonly computed: Computed
  /** The element's properties that shapes inherit. */
  readonly style: Inherited
  /** Product of its own opacity and that of all groups around it, 0 to 1. */
  readonly opacity: number
}
