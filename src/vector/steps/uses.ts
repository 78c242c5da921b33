import type { Drawing, Hex } from '../drawing'
import { coloursOf, type PaletteEntry } from './palette'

/** What a colour paints: a shape, the frame around all, or a line. */
export type PaintUse = 'fill' | 'frame' | 'stroke'

export interface PaletteColour extends PaletteEntry {
  readonly uses: readonly PaintUse[]
}

/** The palette of a drawing with what each colour paints. `frameFill`: the first shape's fill becomes the frame's own. */
export function withUses(
  palette: readonly PaletteEntry[],
  { shapes }: Drawing,
  frameFill: boolean,
): PaletteColour[] {
  const uses = new Map<Hex, Set<PaintUse>>(palette.map(({ colour }) => [colour, new Set()]))
  for (const [i, { fill, stroke }] of shapes.entries()) {
    const use = frameFill && i === 0 ? 'frame' : 'fill'
    for (const colour of fill ? coloursOf(fill) : []) uses.get(colour)?.add(use)
    for (const colour of stroke ? coloursOf(stroke.paint) : []) uses.get(colour)?.add('stroke')
  }
  return palette.map((entry) => ({ ...entry, uses: [...(uses.get(entry.colour) ?? [])].sort() }))
}
