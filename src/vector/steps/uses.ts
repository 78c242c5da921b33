import type { Hex } from '../../colors/hex'
import { type Drawing, leavesOf } from '../drawing'
import { colorsOf, type PaletteEntry } from './palette'

/** What a color is used for: the fill of a shape, the fill of the frame, or a stroke. */
export type PaintUse = 'fill' | 'frame' | 'stroke'

export interface PaletteColor extends PaletteEntry {
  readonly uses: readonly PaintUse[]
}

/** Adds to each palette entry what the color is used for. `frameFill`: the first shape's fill becomes the frame's. */
export function withUses(
  palette: readonly PaletteEntry[],
  { shapes }: Drawing,
  frameFill: boolean,
): PaletteColor[] {
  const uses = new Map<Hex, Set<PaintUse>>(palette.map(({ color }) => [color, new Set()]))
  for (const [i, { fill, stroke }] of leavesOf(shapes).entries()) {
    const use = frameFill && i === 0 ? 'frame' : 'fill'
    for (const color of fill ? colorsOf(fill) : []) uses.get(color)?.add(use)
    for (const color of stroke ? colorsOf(stroke.paint) : []) uses.get(color)?.add('stroke')
  }
  return palette.map((entry) => ({ ...entry, uses: [...(uses.get(entry.color) ?? [])].sort() }))
}
