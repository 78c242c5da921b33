import type { Hex } from '../../colors/hex'
import type { Drawing } from '../drawing'
import { isAlike, type Tone, toTone } from './alike'
import type { PaletteEntry } from './palette'
import { Seams } from './seams'
import { repaint, type Units, unitsOf } from './units'

/** Up to this distance in OKLab, colors become one only where nobody can see it. */
export const UNSEEN = 0.02

/** Every two of them are compared. Real pictures have up to some hundred. */
const MAX_COLORS = 3000

/**
 * The drawing with near-equal colors joined where the change is invisible; the same drawing where there are none, or too many to compare. `threshold` is a
 * distance in OKLab, up to UNSEEN.
 *
 * The color that covers most is the first representative; the areas of each further one (see `Seams`), in the order of the
 * palette, take on that of the first representative that is alike and allowed. What may not keeps its color, which is a
 * representative then. So no color moves as far as the threshold, however many lie in between. An area may take on another
 * color if no edge gets lost that is noticed, and none appears where there was none: its own edges, and those of what is
 * translucent in front of it. Stops of gradients go along with the areas of their color that they meet: joints stay closed.
 */
export function joinUnseen(drawing: Drawing, palette: readonly PaletteEntry[], threshold: number): Drawing {
  if (threshold <= 0 || palette.length > MAX_COLORS) return drawing
  const tones = new Map(palette.map(({ color }) => [color, toTone(color)]))
  if (!hasAlike([...tones.values()], threshold)) return drawing
  const units = unitsOf(drawing)
  const toneOf = (hex: Hex) => tones.get(hex) ?? toTone(hex)
  const seams = Seams.of(
    drawing,
    units,
    units.list.map(({ color }) => toneOf(color)),
  )
  if (!seams) return drawing
  const areas = areasByColor(units, seams)
  const representatives: Tone[] = []
  const joined = new Map<number, Hex>()
  for (const tone of tones.values()) {
    let left = areas.get(tone.hex) ?? []
    if (left.length === 0) continue
    const near = representatives.filter((other) => isAlike(tone, other, threshold))
    for (const other of near) {
      left = left.filter((area) => {
        if (!seams.allows(area, other)) return true
        seams.paint(area, other)
        joined.set(area, other.hex)
        return false
      })
    }
    if (left.length > 0) representatives.push(tone)
  }
  if (joined.size === 0) return drawing
  const colors = units.list.map(({ color }, unit) => joined.get(seams.areaOf[unit] ?? -1) ?? color)
  return repaint(drawing, units, colors)
}

function hasAlike(tones: readonly Tone[], threshold: number): boolean {
  return tones.some((tone, i) => tones.slice(i + 1).some((other) => isAlike(tone, other, threshold)))
}

/** For each color its areas. An area of stops alone keeps its color. */
function areasByColor({ list }: Units, { areaOf }: Seams): Map<Hex, number[]> {
  const areas = new Map<Hex, Set<number>>()
  for (const [unit, { color, isStop }] of list.entries()) {
    if (isStop) continue
    const known = areas.get(color) ?? new Set()
    known.add(areaOf[unit] ?? unit)
    areas.set(color, known)
  }
  return new Map([...areas].map(([color, all]) => [color, [...all]]))
}
