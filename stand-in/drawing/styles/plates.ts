import { lightness, mixed, type Rgb, saturation } from '../colour'
import { frame, snapped } from '../geometry/grid'
import { areaOf, boxOf, flatten, type Path, type Point } from '../geometry/path'
import { ellipse } from '../geometry/shapes'
import { polygon, simplify } from '../geometry/smooth'
import type { Shape } from '../pen'
import type { Fill } from '../write'

/** The colours of one circuit board. */
export interface Board {
  readonly ground: Rgb
  readonly dim: Rgb
  readonly bright: Rgb
  readonly accent: Rgb
}

/** Warm, strong colours are drawn in the accent, all others in the board's bright tone. */
export function lineColour({ colour }: Shape, { bright, accent }: Board): Rgb {
  return saturation(colour) > 0.4 && colour[0] > colour[2] + 40 ? accent : bright
}

/** The fill of a plate: the ground, tinted by its line and a little more where the shape is light. */
export function plateColour(shape: Shape, board: Board): Rgb {
  const tint = shape.role === 'backdrop' ? 0.05 : 0.1 + 0.12 * lightness(shape.colour)
  return mixed(board.ground, lineColour(shape, board), tint)
}

/**
 * A shape as a plate with edges in eight directions and its outline, or as a ring-shaped pad where it is round
 * and small. `side` is the board's grid; `visibleArea` in square units.
 */
export function plate(shape: Shape, visibleArea: number, board: Board, unit: number, side: number): Fill[] {
  const outlines = shape.path.map((contour) => flatten(contour, 10))
  const box = boxOf(outlines.flat())
  const size = Math.min(box.right - box.left, box.bottom - box.top)
  const colour = lineColour(shape, board)
  const asPad = (): Fill[] =>
    pad((box.left + box.right) / 2, (box.top + box.bottom) / 2, size / 2, colour, board)
  if (shape.role === 'detail' || shape.role === 'mark') {
    if (size < unit * 0.003) return []
    if (size < unit * (shape.role === 'detail' ? 0.1 : 0.03) && isRound(outlines)) return asPad()
    const tone = shape.role === 'detail' && lightness(shape.colour) < 0.5 ? board.bright : colour
    const path = snappedTo(outlines, side / 5).flatMap((line) => polygon(line))
    return path.length === 0
      ? []
      : [{ path, colour: shape.role === 'detail' ? tone : mixed(tone, board.ground, 0.58) }]
  }
  if (visibleArea < 200) return []
  if (size < side * 1.1 && isRound(outlines)) return asPad()
  const step = size < side * 6 ? side / 4 : side / 2
  const lines = snappedTo(outlines, step)
  if (lines.length === 0) return asPad()
  const body: Path = lines.flatMap((line) => polygon(line))
  const width = side * (shape.role === 'backdrop' ? 0.22 : size < side * 6 ? 0.24 : 0.4)
  return [
    { path: body, colour: plateColour(shape, board) },
    {
      path: lines.flatMap((line) => frame(line, width)),
      colour: shape.role === 'backdrop' ? mixed(colour, board.ground, 0.35) : colour,
    },
  ]
}

function snappedTo(outlines: readonly (readonly Point[])[], step: number): Point[][] {
  return outlines.map((line) => snapped(simplify(line, step * 0.55), step)).filter((line) => line.length > 2)
}

/** Whether an outline fills its box about as a circle does. */
function isRound(outlines: readonly (readonly Point[])[]): boolean {
  const [outline] = outlines
  if (outline === undefined || outlines.length > 1) return false
  const { left, top, right, bottom } = boxOf(outline)
  const [width, height] = [right - left, bottom - top]
  const filled = Math.abs(areaOf(outline)) / (width * height || 1)
  return filled > 0.68 && filled < 0.9 && Math.max(width, height) < 1.7 * Math.min(width, height)
}

function pad(x: number, y: number, radius: number, colour: Rgb, { ground }: Board): Fill[] {
  return [
    { path: ellipse(x, y, radius), colour },
    { path: ellipse(x, y, radius * 0.5), colour: ground },
  ]
}
