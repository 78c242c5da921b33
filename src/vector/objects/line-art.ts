import type { Hex } from '../../colors/hex'
import { type Lab, labDistance, toLab } from '../../colors/oklab'
import type { Drawing } from '../drawing'
import { NONE, type Raster } from './raster'
import { colorOf } from './things'
import type { Visible } from './visible'

/** Minimum OKLab distance of two tones, and maximum distance of a color from its tone. */
const APART = 0.3
const NEAR = 0.12

/** Line art has at least this share of its area in two tones, … */
const TWO_TONES = 0.95
/** … the rarer one on at least this share, … */
const RARER = 0.1
/** … and at least this many edges between them per cell of the rarer one. */
const EDGES = 0.5

/** Returns whether a picture is an engraving, a linocut, or a line drawing: colors then do not tell what belongs together. */
export function isLineArt({ shapes }: Drawing, { grid, owners }: Raster, { areas }: Visible): boolean {
  const cells = new Map<Hex, number>()
  for (const [index, shape] of shapes.entries())
    cells.set(colorOf(shape), (cells.get(colorOf(shape)) ?? 0) + (areas[index] ?? 0))
  const colors = [...cells]
    .map(([hex, area]) => ({ hex, area, lab: toLab(hex) }))
    .sort((a, b) => b.area - a.area)
  const [first] = colors
  const second = first && colors.find(({ lab }) => labDistance(lab, first.lab) > APART)
  if (!first || !second) return false
  const toneOf = (lab: Lab): number => {
    const [one, other] = [labDistance(lab, first.lab), labDistance(lab, second.lab)]
    return Math.min(one, other) > NEAR ? NONE : one < other ? 0 : 1
  }
  const tones = new Map(colors.map(({ hex, lab }) => [hex, toneOf(lab)]))
  const tone = shapes.map((shape) => tones.get(colorOf(shape)) ?? NONE)
  const counts = [0, 0]
  let painted = 0
  let edges = 0
  for (let cell = 0; cell < owners.length; cell += 1) {
    const owner = owners[cell] ?? NONE
    if (owner === NONE) continue
    painted += 1
    const here = tone[owner] ?? NONE
    if (here === NONE) continue
    counts[here] = (counts[here] ?? 0) + 1
    for (const next of [cell + 1, cell + grid.columns]) {
      const there = tone[owners[next] ?? NONE] ?? NONE
      if (there !== NONE && there !== here) edges += 1
    }
  }
  const [one = 0, other = 0] = counts
  const rarer = Math.min(one, other)
  return one + other >= TWO_TONES * painted && rarer >= RARER * painted && edges >= EDGES * rarer
}
