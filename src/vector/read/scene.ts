import type { Shape } from '../drawing'
import type { Path } from '../path/path'
import type { Box } from './bounds'
import type { ComputedStyles } from './computed'
import type { Definitions } from './definitions'
import type { XmlElement } from './document'
import type { ReadBudget } from './read-budget'
import type { State } from './state'

/** What everything that draws a document shares. */
export interface Scene {
  readonly definitions: Definitions
  /** Finds what a paint, clip, mask or marker refers to; undefined also for what is not rendered. */
  resource(id: string): XmlElement | undefined
  readonly styles: ComputedStyles
  readonly budget: ReadBudget
  /** The area in px that is seen of what is being drawn. */
  readonly canvas: Box
  /** The largest absolute coordinate that is kept, in px. */
  readonly reach: number
  /** The shapes drawn so far. */
  readonly shapes: Shape[]
  /** The outlines of all elements so far, painted or not, in the drawing's px: what `objectBoundingBox` refers to. */
  readonly outlines: Path[]
  /**
   * Draws the children of an element that is referred to, apart from the picture. `canvas` is the area that is seen of them, by
   * default the same. Null where the element is being drawn already. Throws VectorError.
   */
  drawApart(parent: XmlElement, state: State, canvas?: Box): Shape[] | null
  /** Returns the path of a shape element in its own coordinates; null if it draws nothing. Throws VectorError. */
  pathOf(element: XmlElement, state: State): Path | null
}
