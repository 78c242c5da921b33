import type { Hex } from '../colors/hex'
import type { Matrix } from './matrix'
import type { Path } from './path/path'

export interface GradientStop {
  /** 0 to 1; never less than that of the stop before. */
  readonly offset: number
  readonly color: Hex
  /** 0 to 1. */
  readonly opacity: number
}

/** Colors along the line from (x1, y1) to (x2, y2), in the drawing's px. */
export interface LinearGradient {
  readonly type: 'linear'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly stops: readonly GradientStop[]
}

/**
 * Colors from the focus (fx, fy) to the circle around (cx, cy) with radius r, in gradient coordinates, which `matrix` maps
 * to the drawing's px: a non-uniform scale turns the circle into an ellipse.
 */
export interface RadialGradient {
  readonly type: 'radial'
  readonly cx: number
  readonly cy: number
  readonly r: number
  readonly fx: number
  readonly fy: number
  readonly matrix: Matrix
  readonly stops: readonly GradientStop[]
}

export interface SolidPaint {
  readonly type: 'solid'
  readonly color: Hex
}

export type Gradient = LinearGradient | RadialGradient
export type Paint = SolidPaint | Gradient

/** A line along the path, centered on it. Lengths in px. */
export interface Stroke {
  readonly paint: Paint
  /** 0 to 1. */
  readonly opacity: number
  readonly width: number
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
  readonly miterLimit: number
  /** Alternating lengths of dashes and gaps; empty for a solid line. */
  readonly dashes: readonly number[]
}

/** One path with its paint, which becomes one layer. Coordinates in the drawing's px. It has a fill, a stroke or both. */
export interface Shape {
  readonly path: Path
  readonly fill: Paint | null
  /** Opacity of the fill, 0 to 1. */
  readonly opacity: number
  readonly fillRule: 'nonzero' | 'evenodd'
  readonly stroke: Stroke | null
}

/** A picture as a flat list of shapes, the first at the back. */
export interface Drawing {
  /** Size in px. The frame clips what is outside. */
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}
