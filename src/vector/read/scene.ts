import type { Shape } from '../drawing'
import type { Matrix } from '../matrix'
import type { Path } from '../path/path'
import type { Box } from './bounds'
import type { ComputedStyles } from './computed'
import type { Definitions } from './definitions'
import type { XmlElement } from './document'
import type { ViewSize } from './lengths'
import type { ReadBudget } from './read-budget'
import type { State } from './state'

/** An image within the document. */
export interface EmbeddedImage {
  /** Its own size in px; null for an SVG that has none, which takes that of the image element. */
  readonly size: ViewSize | null
  /** Its proportions: its size, or its viewBox. */
  readonly proportions: ViewSize
  /** Draws it at a size in px, which `matrix` maps to the drawing's px. Null if that turns out to be impossible. Throws VectorError. */
  draw(matrix: Matrix, size: ViewSize): readonly Shape[] | null
}

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
  /** Opens an SVG text within the document; null if it cannot be read. Throws VectorError. */
  openPicture(text: string): EmbeddedImage | null
  /** Returns the path of a shape element in its own coordinates; null if it draws nothing. Throws VectorError. */
  pathOf(element: XmlElement, state: State): Path | null
}

/** What surrounds a document: nothing but the drawing, or the document that it is an image in. */
export interface Surroundings extends Pick<Scene, 'canvas' | 'reach'> {
  /** Opens an SVG text within the document; null if it cannot be read. Throws VectorError. */
  openPicture(text: string, around: Pick<Scene, 'canvas' | 'reach'>): EmbeddedImage | null
}
