import type { Path } from './path/path'

/** A colour in sRGB: `#rrggbb`, lower case. */
export type Hex = string

export interface GradientStop {
  /** 0 to 1, never falling from stop to stop. */
  readonly offset: number
  readonly colour: Hex
  /** 0 to 1. */
  readonly opacity: number
}

/** Colours along the line from (x1, y1) to (x2, y2), in the drawing's px. */
export interface LinearGradient {
  readonly type: 'linear'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly stops: readonly GradientStop[]
}

export interface SolidPaint {
  readonly type: 'solid'
  readonly colour: Hex
}

export type Paint = SolidPaint | LinearGradient

/** One filled path with one paint: what becomes one layer. Coordinates in the drawing's px. */
export interface Shape {
  readonly path: Path
  readonly fill: Paint
  /** 0 to 1. */
  readonly opacity: number
  readonly fillRule: 'nonzero' | 'evenodd'
}

/** A picture as a flat list of shapes, the first at the back. */
export interface Drawing {
  /** Size in px. What lies outside is clipped by the frame. */
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}
