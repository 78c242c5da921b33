import { boundsOf } from '../coverage/bounds'
import { FULL, gridOf, Mask, MIDDLE } from '../coverage/mask'
import type { Drawing, Paint, Shape } from '../drawing'
import { isSolid } from '../layers/paints'
import { PathBuilder } from '../path/path'
import { transformPath } from '../path/transform'

/** `keep` leaves it, `remove` leaves it out, `frame` makes it a rectangle as large as the canvas: its paint can become a frame's. */
export type BackgroundMode = 'keep' | 'remove' | 'frame'

export interface Background {
  /** Its place in the drawing's shapes. */
  readonly index: number
  readonly paint: Paint
}

/** A background is one of so many shapes at the back. */
const LOOK_AT = 4

/** A path longer than this is no background. */
const MAX_COMMANDS = 10_000

/** The canvas in cells, both ways: a quarter of a per cent each. */
const CELLS = 400
/** Rings of cells at the border: those that need not be filled (0.5 %), and those where a boundary may still run. */
const OPEN_RINGS = 2
const BOUNDARY_RINGS = 5

/**
 * The shape that covers the whole canvas with an opaque fill, up to 0.5 % at the border; the foremost of the first four
 * shapes. Null where there is none, where it has a stroke, and where nothing lies on it: then it is the picture itself.
 */
export function findBackground(drawing: Drawing): Background | null {
  const { shapes } = drawing
  for (let index = Math.min(LOOK_AT, shapes.length - 1) - 1; index >= 0; index -= 1) {
    const shape = shapes[index]
    if (shape?.fill && !shape.stroke && isSolid(shape) && covers(shape, drawing))
      return { index, paint: shape.fill }
  }
  return null
}

/**
 * The drawing with its background as `mode` says, and the background's place in it, -1 where it has none. What lies below
 * the background is hidden by it, and goes with it when it is taken away.
 */
export function applyBackground(
  drawing: Drawing,
  mode: BackgroundMode,
): { readonly drawing: Drawing; readonly index: number } {
  const background = findBackground(drawing)
  if (!background || mode === 'keep') return { drawing, index: background?.index ?? -1 }
  const rest = drawing.shapes.slice(background.index + 1)
  if (mode === 'remove') return { drawing: { ...drawing, shapes: rest }, index: -1 }
  return { drawing: { ...drawing, shapes: [canvasOf(drawing, background.paint), ...rest] }, index: 0 }
}

function canvasOf({ width, height }: Drawing, fill: Paint): Shape {
  const path = new PathBuilder()
  path.move(0, 0)
  path.line(width, 0)
  path.line(width, height)
  path.line(0, height)
  path.close()
  return { path: path.finish(), fill, opacity: 1, fillRule: 'nonzero', stroke: null }
}

function covers(shape: Shape, { width, height }: Drawing): boolean {
  if (shape.path.commands.length > MAX_COMMANDS) return false
  const box = boundsOf(shape.path)
  const margin = OPEN_RINGS / CELLS
  if (box.left > width * margin || box.right < width * (1 - margin)) return false
  if (box.top > height * margin || box.bottom < height * (1 - margin)) return false
  const scaled = transformPath(shape.path, { a: CELLS / width, b: 0, c: 0, d: CELLS / height, e: 0, f: 0 })
  const mask = new Mask(gridOf(CELLS, CELLS, CELLS))
  const count = mask.cover(scaled, shape.fillRule)
  let middles = 0
  let full = 0
  for (let i = 0; i < count; i += 1) {
    const start = mask.starts[i] ?? 0
    const end = mask.ends[i] ?? 0
    const bits = mask.bits[i] ?? 0
    if ((bits & MIDDLE) !== 0) middles += partWithin(OPEN_RINGS, start, end)
    if ((bits & FULL) !== 0) full += partWithin(BOUNDARY_RINGS, start, end)
  }
  return middles === within(OPEN_RINGS) && full === within(BOUNDARY_RINGS)
}

/** How many cells of a span, which is in one row, lie within so many rings. */
function partWithin(rings: number, start: number, end: number): number {
  const row = Math.floor(start / CELLS)
  if (row < rings || row >= CELLS - rings) return 0
  const base = row * CELLS
  return Math.max(0, Math.min(end, base + CELLS - rings) - Math.max(start, base + rings))
}

/** Cells within so many rings. */
const within = (rings: number): number => (CELLS - 2 * rings) ** 2
