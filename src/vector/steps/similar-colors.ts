import type { Hex } from '../../colors/hex'
import type { Drawing } from '../drawing'
import type { PaletteEntry } from './palette'
import { Seams } from './seams'
import { isSimilar, type Tone, toTone } from './tone'
import { repaint, type Units, unitsOf } from './units'

/** Up to this OKLab distance, colors are unified only where the change is invisible. */
export const INVISIBLE_DISTANCE = 0.02

/** All pairs of colors are compared. Real pictures have up to a few hundred colors. */
const MAX_COLORS = 3000

/**
 * Unifies similar colors where the change is invisible. Returns the same drawing if there are no similar colors, or too many
 * to compare. `threshold` is an OKLab distance, at most INVISIBLE_DISTANCE.
 *
 * The color that covers most is the first representative. For every other color, in palette order, each of its areas (see
 * `Seams`) takes on the first representative that is similar and allowed. If an area keeps its color, that color becomes a
 * representative as well. So no color changes by the threshold or more. A change is allowed if no edge noticeably disappears
 * or appears: neither the area's own edges nor those of translucent shapes in front of it. Gradient stops change together
 * with adjacent areas of their color, so that seamless transitions stay seamless.
 */
export function unifySimilarColors(
  drawing: Drawing,
  palette: readonly PaletteEntry[],
  threshold: number,
): Drawing {
  if (threshold <= 0 || palette.length > MAX_COLORS) return drawing
  const tones = new Map(palette.map(({ color }) => [color, toTone(color)]))
  if (!hasSimilar([...tones.values()], threshold)) return drawing
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
    const near = representatives.filter((other) => isSimilar(tone, other, threshold))
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

function hasSimilar(tones: readonly Tone[], threshold: number): boolean {
  return tones.some((tone, i) => tones.slice(i + 1).some((other) => isSimilar(tone, other, threshold)))
}

/** Returns the areas of each color, without those that consist of gradient stops only, which keep their color. */
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
