import type { Matrix } from '../matrix'
import type { Computed } from './computed'
import type { Inherited } from './inherited'
import type { ViewSize } from './lengths'

/** What holds where an element stands. */
export interface State {
  /** From the element's coordinates to the drawing's px. */
  readonly matrix: Matrix
  readonly view: ViewSize
  readonly computed: Computed
  /** Those of its properties that shapes inherit. */
  readonly style: Inherited
  /** Of all groups around it, multiplied: 0 to 1. */
  readonly opacity: number
}
