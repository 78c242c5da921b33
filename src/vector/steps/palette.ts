import { EDGE, Mask, MIDDLE } from '../coverage/mask'
import { gridsFor } from '../coverage/resolution'
import type { Drawing, Hex, Paint } from '../drawing'

export interface PaletteEntry {
  readonly color: Hex
  /** Of the canvas, 0 to 1, as far as it can be seen. */
  readonly share: number
}

const CELLS = 256

/**
 * The colors of the drawing with the share of the canvas that each covers, the largest first; colors that cannot be seen
 * come last, with 0. Estimated on a grid of at most 256 cells along the longer side. A gradient's share goes to its stops in equal
 * parts. Where nothing is painted no color counts: the shares sum up to at most 1.
 */
export function paletteOf(drawing: Drawing): PaletteEntry[] {
  const mask = new Mask(gridsFor(drawing, CELLS)[0])
  const { cell, columns, rows } = mask.grid
  /** How much of what lies further back shows through. */
  const through = new Float32Array(columns * rows).fill(1)
  const shares = new Map<Hex, number>()
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
    return area
  }
  for (const shape of [...drawing.shapes].reverse()) {
    const { path, fill, fillRule, opacity, stroke } = shape
    if (stroke) {
      // Half a cell less than the half width: a cell counts where its middle is on the line.
      const reach = Math.max(0, stroke.width - cell) / 2
      const count = mask.coverStroke(path, reach)
      add(shares, stroke.paint, paint(count, EDGE, stroke.opacity * Math.min(1, stroke.width / cell)))
    }
    if (fill) add(shares, fill, paint(mask.cover(path, fillRule, null), MIDDLE, opacity))
  }
  const whole = columns * rows
  return sortPalette([...shares].map(([color, area]) => ({ color, share: area / whole })))
}

/** The largest share first; equal ones by their hex, so that the order is always the same. */
export function sortPalette(entries: readonly PaletteEntry[]): PaletteEntry[] {
  return [...entries].sort((a, b) => b.share - a.share || (a.color < b.color ? -1 : 1))
}

/** Every color that a paint of the drawing names, solid or stop of a gradient. */
export function colorsOf(paint: Paint): readonly Hex[] {
  return paint.type === 'solid' ? [paint.color] : paint.stops.map(({ color }) => color)
}

function add(shares: Map<Hex, number>, paint: Paint, area: number): void {
  const colors = colorsOf(paint)
  for (const color of colors) shares.set(color, (shares.get(color) ?? 0) + area / colors.length)
}
