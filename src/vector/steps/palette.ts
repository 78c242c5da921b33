import type { Hex } from '../../colors/hex'
import { EDGE, Mask, MIDDLE } from '../coverage/mask'
import { gridsFor } from '../coverage/resolution'
import type { Drawing, Paint } from '../drawing'

export interface PaletteEntry {
  readonly color: Hex
  /** Of the canvas, 0 to 1, as far as it can be seen. */
  readonly share: number
}

const CELLS = 256

/** For each shape the share of the canvas that its fill and its stroke cover, 0 to 1, as far as they can be seen. */
export interface Shares {
  readonly fills: Float64Array
  readonly strokes: Float64Array
}

/** Estimated on a grid of at most 256 cells along the longer side. Colors do not matter. */
export function sharesOf(drawing: Drawing): Shares {
  const mask = new Mask(gridsFor(drawing, CELLS)[0])
  const { shapes } = drawing
  const { cell, columns, rows } = mask.grid
  const whole = columns * rows
  /** How much of what lies further back shows through. */
  const through = new Float32Array(whole).fill(1)
  const paint = (count: number, bit: number, opacity: number): number => {
    let area = 0
    for (let i = 0; i < count; i += 1) {
      if (((mask.bits[i] ?? 0) & bit) === 0) continue
      for (let at = mask.starts[i] ?? 0; at < (mask.ends[i] ?? 0); at += 1) {
        const light = through[at] ?? 0
        area += light * opacity
        through[at] = light * (1 - opacity)
      }
    }
    return area / whole
  }
  const fills = new Float64Array(shapes.length)
  const strokes = new Float64Array(shapes.length)
  for (const [i, { path, fill, fillRule, opacity, stroke }] of [...shapes.entries()].reverse()) {
    if (stroke) {
      // Half a cell less than the half width: a cell counts where its middle is on the line.
      const reach = Math.max(0, stroke.width - cell) / 2
      const count = mask.coverStroke(path, reach)
      strokes[i] = paint(count, EDGE, stroke.opacity * Math.min(1, stroke.width / cell))
    }
    if (fill) fills[i] = paint(mask.cover(path, fillRule, null), MIDDLE, opacity)
  }
  return { fills, strokes }
}

/**
 * The colors of the drawing with the share of the canvas that each covers, the largest first; colors that cannot be seen
 * come last, with 0. A gradient's share goes to its stops in equal parts. Where nothing is painted no color counts: the
 * shares sum up to at most 1. `shares`: of the same shapes in any colors.
 */
export function paletteOf(drawing: Drawing, { fills, strokes }: Shares = sharesOf(drawing)): PaletteEntry[] {
  const shares = new Map<Hex, number>()
  for (const [i, { fill, stroke }] of drawing.shapes.entries()) {
    if (fill) add(shares, fill, fills[i] ?? 0)
    if (stroke) add(shares, stroke.paint, strokes[i] ?? 0)
  }
  return sortPalette([...shares].map(([color, share]) => ({ color, share })))
}

/** The largest share first; equal ones by their hex, so that the order is always the same. */
export function sortPalette(entries: readonly PaletteEntry[]): PaletteEntry[] {
  return [...entries].sort((a, b) => b.share - a.share || (a.color < b.color ? -1 : 1))
}

/** Every color that a paint of the drawing names, solid or stop of a gradient. */
export function colorsOf(paint: Paint): readonly Hex[] {
  return paint.type === 'solid' ? [paint.color] : paint.stops.map(({ color }) => color)
}

function add(shares: Map<Hex, number>, paint: Paint, share: number): void {
  const colors = colorsOf(paint)
  for (const color of colors) shares.set(color, (shares.get(color) ?? 0) + share / colors.length)
}
