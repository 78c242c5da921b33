import type { Hex } from '../colors/hex'
import type { Matrix } from './matrix'
import type { Path } from './path/path'

export interface GradientStop {
  /** 0 to 1, in ascending order. */
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

/** How a group blends with what is behind it. `normal` isolates the blend modes inside the group. */
export type BlendMode =
  | 'normal'
  | 'multiply'
  | 'screen'
  | 'overlay'
  | 'darken'
  | 'lighten'
  | 'color-dodge'
  | 'color-burn'
  | 'hard-light'
  | 'soft-light'
  | 'difference'
  | 'exclusion'
  | 'hue'
  | 'saturation'
  | 'color'
  | 'luminosity'

/** An area that a clip leaves visible, itself clipped by all of `clips`. */
export interface ClipArea {
  readonly path: Path
  readonly fillRule: 'nonzero' | 'evenodd'
  readonly clips: readonly Clip[]
}

/** Everything outside all areas is cut off. */
export interface Clip {
  readonly areas: readonly ClipArea[]
}

/** Sets the opacity of a group to that of these shapes: their alpha, or their luminance times alpha. */
export interface Mask {
  readonly type: 'alpha' | 'luminance'
  readonly shapes: readonly Shape[]
}

/** Shapes that are drawn as one, then clipped, masked, made translucent, and blended, in this order. */
export interface Group {
  readonly type: 'group'
  readonly shapes: readonly Shape[]
  /** All of them apply. */
  readonly clips: readonly Clip[]
  readonly mask: Mask | null
  /** 0 to 1. */
  readonly opacity: number
  /** Null: blend modes inside the group apply to what is behind it. */
  readonly blendMode: BlendMode | null
}

/** A raster image, stretched over a rectangle of its intrinsic size, which `matrix` maps to the drawing's px. */
export interface RasterImage {
  readonly type: 'image'
  /** A data URL of a PNG, JPEG, GIF or WebP. */
  readonly href: string
  /** Intrinsic size. */
  readonly width: number
  readonly height: number
  readonly matrix: Matrix
  /** 0 to 1. */
  readonly opacity: number
  /** Whether pixels stay sharp when enlarged. */
  readonly isPixelated: boolean
}

/** What a shape can contain instead of a path with paints. */
export type Content = Group | RasterImage | LiveText

/** Characters with SVG attributes, and nested runs. */
export interface TextRun {
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (TextRun | string)[]
}

/** Text that depends on fonts, in coordinates that `matrix` maps to the drawing's px. */
export interface LiveText {
  readonly type: 'text'
  readonly run: TextRun
  readonly matrix: Matrix
  /** 0 to 1. */
  readonly opacity: number
}

/** One path with its paint, which becomes one layer. Coordinates in the drawing's px. It has a fill, a stroke, both, or content. */
export interface Shape {
  readonly path: Path
  readonly fill: Paint | null
  /** Opacity of the fill, 0 to 1. */
  readonly opacity: number
  readonly fillRule: 'nonzero' | 'evenodd'
  readonly stroke: Stroke | null
  /** What is drawn instead of a fill and a stroke. `path` is then the rectangle that it may extend to. */
  readonly content?: Content
  /** Whether renderers show no hairline between it and a neighbor of the same paint: it has hard edges, or repeats in a pattern. */
  readonly isSeamless?: boolean
  /** The outlines that it was merged from, except seamless ones, all with the same winding direction. */
  readonly parts?: readonly Path[]
}

/** A picture as a flat list of shapes, from back to front. */
export interface Drawing {
  /** Size in px. The frame clips what is outside. */
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** Returns the shapes with paints, including those in groups but not those in masks. Returns the same list if there is no content. */
export function leavesOf(shapes: readonly Shape[]): readonly Shape[] {
  if (shapes.every(({ content }) => !content)) return shapes
  return shapes.flatMap((shape) => {
    if (!shape.content) return shape
    return shape.content.type === 'group' ? leavesOf(shape.content.shapes) : []
  })
}

/** Replaces the shapes of a group, but not those of its mask. */
export function mapContent(shape: Shape, map: (shapes: readonly Shape[]) => readonly Shape[]): Shape {
  const { content } = shape
  if (content?.type !== 'group') return shape
  return { ...shape, content: { ...content, shapes: map(content.shapes) } }
}
