import fc from 'fast-check'
import type { Drawing, Paint, Shape, Stroke } from '../../../../src/vector/drawing'
import { type Path, PathBuilder } from '../../../../src/vector/path/path'

/** Side of the drawings made here, in px. */
export const SIDE = 16

/** A path of closed polygons, each as x and y alternating. */
export function polygons(...rings: readonly (readonly number[])[]): Path {
  const builder = new PathBuilder()
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      if (i === 0) builder.move(ring[0] ?? 0, ring[1] ?? 0)
      else builder.line(ring[i] ?? 0, ring[i + 1] ?? 0)
    }
    builder.close()
  }
  return builder.finish()
}

/** Returns the corners of a rectangle, clockwise on the screen (positive winding), or reversed. */
export function box(left: number, top: number, right: number, bottom: number, reversed = false): number[] {
  return reversed
    ? [left, top, left, bottom, right, bottom, right, top]
    : [left, top, right, top, right, bottom, left, bottom]
}

/** Returns a circle as four cubics. */
export function disc(x: number, y: number, r: number, reversed = false): Path {
  const k = 0.5523 * r
  const s = reversed ? -1 : 1
  const builder = new PathBuilder()
  builder.move(x + r, y)
  builder.cubic(x + r, y + s * k, x + k, y + s * r, x, y + s * r)
  builder.cubic(x - k, y + s * r, x - r, y + s * k, x - r, y)
  builder.cubic(x - r, y - s * k, x - k, y - s * r, x, y - s * r)
  builder.cubic(x + k, y - s * r, x + r, y - s * k, x + r, y)
  builder.close()
  return builder.finish()
}

export const solid = (color: string): Paint => ({ type: 'solid', color })

export const shapeOf = (path: Path, fill: Paint | null, more: Partial<Shape> = {}): Shape => ({
  path,
  fill,
  opacity: 1,
  fillRule: 'nonzero',
  stroke: null,
  ...more,
})

export const strokeOf = (color: string, width: number): Stroke => ({
  paint: solid(color),
  opacity: 1,
  width,
  cap: 'butt',
  join: 'round',
  miterLimit: 4,
  dashes: [],
})

export const drawingOf = (shapes: readonly Shape[], width = SIDE, height = width): Drawing => ({
  width,
  height,
  shapes,
})

export const gradient = (from: string, to: string, opacity = 1): Paint => ({
  type: 'linear',
  x1: 0,
  y1: 0,
  x2: SIDE,
  y2: SIDE,
  stops: [
    { offset: 0, color: from, opacity: 1 },
    { offset: 1, color: to, opacity },
  ],
})

const at = fc.integer({ min: -2, max: SIDE + 2 })
const extent = fc.integer({ min: 1, max: 9 })

const rectangle = fc
  .tuple(at, at, extent, extent, fc.boolean())
  .map(([x, y, w, h, reversed]) => box(x, y, x + w, y + h, reversed))

/** Corners in any order: most polygons with four or more cross themselves. */
const star = fc.array(fc.tuple(at, at), { minLength: 3, maxLength: 6 }).map((points) => points.flat())

const path: fc.Arbitrary<Path> = fc.oneof(
  rectangle.map((ring) => polygons(ring)),
  star.map((ring) => polygons(ring)),
  fc.array(rectangle, { minLength: 2, maxLength: 3 }).map((rings) => polygons(...rings)),
  fc.tuple(at, at, extent, fc.boolean()).map(([x, y, r, reversed]) => disc(x, y, r, reversed)),
)

const paint = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('#ff0000', '#00c000', '#0000ff').map(solid) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(gradient('#ff0000', '#0000ff'), gradient('#00c000', '#ffffff', 0.5)),
  },
)

const shape: fc.Arbitrary<Shape> = fc
  .tuple(
    path,
    paint,
    fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(0.5) }),
    fc.constantFrom<Shape['fillRule']>('nonzero', 'nonzero', 'evenodd'),
  )
  .map(([path, fill, opacity, fillRule]) => shapeOf(path, fill, { opacity, fillRule }))

/** Overlapping shapes with few paints and either winding, some translucent, some even-odd, some crossing themselves. */
export const anyDrawing: fc.Arbitrary<Drawing> = fc
  .array(shape, { minLength: 1, maxLength: 14 })
  .map((shapes) => drawingOf(shapes))
