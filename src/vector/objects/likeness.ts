import { type Lab, labDistance } from '../../colors/oklab'
import type { Contact } from './contacts'
import { commonSides } from './hull'
import type { Thing } from './things'

/**
 * How much each sign counts that two neighbors are one thing. They are one if the sum is above 0. The weights were chosen on
 * generated scenes with known objects, of other icon sets than those that judge them.
 */
const WEIGHTS = {
  /** For any two. */
  neighbors: -0.58,
  /** The part of the shorter outline that is a common edge: lids, hats, wheels, panes. */
  border: 1.55,
  /** The part of the shorter outline from which the other is the nearest thing. */
  facing: 1.94,
  /** The distance, in twentieths of the picture's side. */
  gap: -0.92,
  /** The part of the smaller that was painted on the other. */
  on: 1.1,
  /** The part of the smaller in colors that the other has, too, less for colors that many things have. */
  color: 1.4,
  /** The same for shades of the other's colors. */
  shade: 0.33,
  /** One of them is a single shape: most things have several. */
  single: 0.54,
  /** Each doubling of the number of shapes in the one that has fewer. */
  doubling: -0.18,
  /** Each factor of ten between their sizes: small things lie about near large ones. */
  sizes: -0.95,
  /** The smaller is large: a twentieth of the picture or more. */
  large: -1.49,
  /** Each two sides of their boxes that are in line: bars, pages, stacks. */
  flush: 0.63,
}

/** Cells within which two sides are in line. */
const IN_LINE = 1.5

/** OKLab distance at which the likeness of two shades has fallen to a third. */
const SHADE = 0.08

const LARGE = 1 / 20

/** What is the same for all things of a picture. */
export interface Scale {
  /** The longer side in cells. */
  readonly side: number
  /** Each color of the picture, and how many things have it. */
  readonly labs: readonly Lab[]
  readonly uses: Int32Array
}

/** Returns how likely two neighbors are one thing, above 0 if they are. */
export function likeness(a: Thing, b: Thing, contact: Contact, { side, labs, uses }: Scale): number {
  const [small, large] = a.area < b.area ? [a, b] : [b, a]
  const outline = Math.max(1, Math.min(a.outline, b.outline))
  const fewer = Math.min(a.shapes, b.shapes)
  return (
    WEIGHTS.neighbors +
    (WEIGHTS.border * contact.border) / outline +
    WEIGHTS.facing * Math.min(1, contact.facing / outline) +
    (WEIGHTS.gap * 20 * contact.gap) / side +
    WEIGHTS.on * Math.min(1, contact.on / Math.max(1, small.area)) +
    WEIGHTS.color * commonColors(small, large, uses) +
    WEIGHTS.shade * commonShades(small, large, labs) +
    (fewer === 1 ? WEIGHTS.single : 0) +
    WEIGHTS.doubling * Math.log2(fewer) -
    WEIGHTS.sizes * Math.log10((small.hullArea + 1) / (large.hullArea + 1)) +
    WEIGHTS.large * Math.min(1, small.hullArea / (side * side * LARGE)) +
    (WEIGHTS.flush * commonSides(a.hull, b.hull, IN_LINE)) / 2
  )
}

function commonColors(small: Thing, large: Thing, uses: Scale['uses']): number {
  let common = 0
  for (const [color, cells] of small.colors) {
    if (large.colors.has(color)) common += (cells * 2) / Math.max(2, uses[color] ?? 0)
  }
  return Math.min(1, common / Math.max(1, small.area))
}

/** Things with more colors than this are compared by those only: a thing of ten thousand colors has no shade of its own. */
const MAX_COLORS = 24

function commonShades(small: Thing, large: Thing, labs: Scale['labs']): number {
  let common = 0
  let all = 0
  let seen = 0
  for (const [color, cells] of small.colors) {
    if (++seen > MAX_COLORS) break
    common += cells * Math.exp(-nearestShade(color, large, labs) / SHADE)
    all += cells
  }
  return common / Math.max(1, all)
}

function nearestShade(color: number, { colors }: Thing, labs: Scale['labs']): number {
  if (colors.has(color)) return 0
  const lab = labs[color]
  let least = 1
  let seen = 0
  for (const other of colors.keys()) {
    if (++seen > MAX_COLORS) break
    const near = labs[other]
    if (lab && near) least = Math.min(least, labDistance(lab, near))
  }
  return least
}
