import type { Hex } from '../../colors/hex'
import { boundsOf } from '../coverage/bounds'
import { BOUNDARY, CENTER } from '../coverage/cell-bits'
import { Mask } from '../coverage/mask'
import { gridsFor } from '../coverage/resolution'
import { turnOf } from '../coverage/turn'
import { type Drawing, leavesOf, type Paint, type Shape } from '../drawing'
import { CUBIC, type Path } from '../path/path'

export interface PaletteEntry {
  readonly color: Hex
  /** Visible share of the canvas, 0 to 1. */
  readonly share: number
}

const CELLS = 256

/** For each shape with paints (`leavesOf`), the visible shares of the canvas of its fill and its stroke, 0 to 1. */
export interface Shares {
  readonly fills: Float64Array
  readonly strokes: Float64Array
}

/** Estimates the shares on a grid of at most 256 cells along the longer side. Colors, clips and masks are ignored. */
export function sharesOf(drawing: Drawing): Shares {
  const mask = new Mask(gridsFor(drawing, CELLS)[0])
  const shapes = leavesOf(drawing.shapes)
  const { cell, columns, rows } = mask.grid
  const total = columns * rows
  /** For each cell, how much of the shapes further back is visible; and the sum of that. */
  const transmittance = new Float32Array(total).fill(1)
  let remaining = total
  const paint = (count: number, bit: number, opacity: number): number => {
    let area = 0
    for (let i = 0; i < count; i += 1) {
      if (((mask.bits[i] ?? 0) & bit) === 0) continue
      for (let at = mask.starts[i] ?? 0; at < (mask.ends[i] ?? 0); at += 1) {
        const visible = transmittance[at] ?? 0
        area += visible * opacity
        transmittance[at] = visible * (1 - opacity)
      }
    }
    remaining -= area
    return area / total
  }
  const fills = new Float64Array(shapes.length)
  const strokes = new Float64Array(shapes.length)
  for (const [i, { path, fill, fillRule, opacity, stroke }] of [...shapes.entries()].reverse()) {
    if (stroke) {
      // Half a cell less than half the width, because a cell counts if its center is on the stroke.
      const reach = Math.max(0, stroke.width - cell) / 2
      const count = mask.coverStroke(path, reach)
      strokes[i] = paint(count, BOUNDARY, stroke.opacity * Math.min(1, stroke.width / cell))
    }
    // The shape at the back is often a rectangle over the whole canvas: it gets what is left.
    if (fill && i === 0 && isCanvas(path, drawing)) fills[i] = (remaining * opacity) / total
    else if (fill) fills[i] = paint(mask.cover(path, fillRule, null), CENTER, opacity)
  }
  return { fills, strokes }
}

/** Whether a path is a rectangle that covers the canvas. */
function isCanvas(path: Path, { width, height }: Drawing): boolean {
  const { left, top, right, bottom } = boundsOf(path)
  const isLarge = left <= 0 && top <= 0 && right >= width && bottom >= height
  const hasOnlyCorners = path.coords.every((value, i) =>
    i % 2 === 0 ? value === left || value === right : value === top || value === bottom,
  )
  return isLarge && hasOnlyCorners && !path.commands.includes(CUBIC) && turnOf(path) !== 0
}

/**
 * Returns the colors of the drawing with their visible share of the canvas, largest first; invisible colors come last, with 0. A gradient's
 * share is divided equally among its stops. Unpainted areas do not count, so the shares add up to at most 1. `shares`: of the same shapes;
 * their colors may differ.
 */
export function paletteOf(drawing: Drawing, { fills, strokes }: Shares = sharesOf(drawing)): PaletteEntry[] {
  const shares = new Map<Hex, number>()
  for (const [i, { fill, stroke }] of leavesOf(drawing.shapes).entries()) {
    if (fill) add(shares, fill, fills[i] ?? 0)
    if (stroke) add(shares, stroke.paint, strokes[i] ?? 0)
  }
  return sortPalette([...shares].map(([color, share]) => ({ color, share })))
}

/** Sorts by share, largest first; equal shares by hex, so that the order is deterministic. */
export function sortPalette(entries: readonly PaletteEntry[]): PaletteEntry[] {
  return [...entries].sort((a, b) => b.share - a.share || (a.color < b.color ? -1 : 1))
}

/** Returns the colors of a paint: one, or those of the gradient stops. */
export function colorsOf(paint: Paint): readonly Hex[] {
  return paint.type === 'solid' ? [paint.color] : paint.stops.map(({ color }) => color)
}

/** Returns the colors of a shape's fill and stroke. */
export const colorsOfShape = ({ fill, stroke }: Shape): readonly Hex[] => [
  ...(fill ? colorsOf(fill) : []),
  ...(stroke ? colorsOf(stroke.paint) : []),
]

function add(shares: Map<Hex, number>, paint: Paint, share: number): void {
  const colors = colorsOf(paint)
  for (const color of colors) shares.set(color, (shares.get(color) ?? 0) + share / colors.length)
}
