import { boundsOf } from '../coverage/bounds'
import { CENTER, FULL } from '../coverage/cell-bits'
import { gridOf } from '../coverage/grid'
import { Mask } from '../coverage/mask'
import type { Drawing, Paint, Shape } from '../drawing'
import { isSolid } from '../layers/paints'
import { PathBuilder } from '../path/path'
import { transformPath } from '../path/transform'

/** What happens to the background. `frame` makes it a rectangle as large as the canvas, so that its paint can become the frame's fill. */
export type BackgroundMode = 'keep' | 'remove' | 'frame'

export interface Background {
  /** Its index in the drawing's shapes. */
  readonly index: number
  readonly paint: Paint
}

/** Only this many shapes at the back can be the background. */
const MAX_CANDIDATES = 4

/** A path with more commands is not a background. */
const MAX_COMMANDS = 10_000

/** Cells of the canvas in both directions, each 0.25 % of its side. */
const CELLS = 400
/** Number of rings of cells at the border that need not be filled (0.5 %), and number of rings that a boundary may pass through. */
const OPEN_RINGS = 2
const BOUNDARY_RINGS = 5

/**
 * Finds the shape that covers the canvas with an opaque fill, except for up to 0.5 % at the border: the topmost one of the
 * first four shapes. Null if there is none, if it has a stroke, or if no shape is above it: then it is the picture itself.
 */
export function findBackground(drawing: Drawing): Background | null {
  const { shapes } = drawing
  for (let index = Math.min(MAX_CANDIDATES, shapes.length - 1) - 1; index >= 0; index -= 1) {
    const shape = shapes[index]
    if (shape?.fill && !shape.stroke && isSolid(shape) && covers(shape, drawing))
      return { index, paint: shape.fill }
  }
  return null
}

/**
 * Applies `mode` to the background. Returns the drawing and the index of the background in it, -1 if there is none. `remove`
 * and `frame` also drop the shapes below the background, which it hides.
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
    if ((bits & CENTER) !== 0) middles += partWithin(OPEN_RINGS, start, end)
    if ((bits & FULL) !== 0) full += partWithin(BOUNDARY_RINGS, start, end)
  }
  return middles === within(OPEN_RINGS) && full === within(BOUNDARY_RINGS)
}

/** Returns the number of cells of a span, which is in one row, inside the outer `rings`. */
function partWithin(rings: number, start: number, end: number): number {
  const row = Math.floor(start / CELLS)
  if (row < rings || row >= CELLS - rings) return 0
  const base = row * CELLS
  return Math.max(0, Math.min(end, base + CELLS - rings) - Math.max(start, base + rings))
}

/** Returns the number of cells inside the outer `rings`. */
const within = (rings: number): number => (CELLS - 2 * rings) ** 2
