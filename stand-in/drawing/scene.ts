import type { Rgb } from './colour'
import type { Point } from './geometry/path'
import type { Palette } from './palette'
import type { Shape } from './pen'

/** A composed picture before a style makes fills of it. Units are those of the view box. */
export interface Scene {
  readonly width: number
  readonly height: number
  /** The colour of the whole canvas, and what it fades to at the bottom. */
  readonly ground: Rgb
  readonly groundFade: Rgb | null
  /** From the farthest to the nearest. */
  readonly shapes: readonly Shape[]
  readonly palette: Palette
  /** Where the eye should rest; light and gouges radiate from it. */
  readonly focus: Point
}
