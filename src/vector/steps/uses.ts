import type { Hex } from '../../colors/hex'
import type { Drawing } from '../drawing'
import { colorsOf, type PaletteEntry } from './palette'

/** What a color paints: a shape, the frame around all, or a line. */
export type PaintUse = 'fill' | 'frame' | 'stroke'

export interface PaletteColor extends PaletteEntry {
  readonly uses: readonly PaintUse[]
}

/** The palette of a drawing with what each color paints. `frameFill`: the first shape's fill becomes the frame's own. */
export function withUses(
  palette: readonly PaletteEntry[],
  { shapes }: Drawing,
  frameFill: boolean,
): PaletteColor[] {
  const uses = new Map<Hex, Set<PaintUse>>(palette.map(({ color }) => [color, new Set()]))
  for (const [i, { fill, stroke }] of shapes.entries()) {
    const use = frameFill && i === 0 ? 'frame' : 'fill'
    for (const color of fill ? colorsOf(fill) : []) uses.get(color)?.add(use)
    for (const color of stroke ? colorsOf(stroke.paint) : []) uses.get(color)?.add('stroke')
  }
  return palette.map((entry) => ({ ...entry, uses: [...(uses.get(entry.color) ?? [])].sort() }))
}
