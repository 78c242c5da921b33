import { type Lab, labDistance } from '../../colors/oklab'
import type { Contact } from './contacts'
import { commonArea, commonSides, type Hull } from './hull'
import type { Thing } from './things'

/**
 * Weights of the features for joining two neighbors: they are one object if the sum is above 0. Fitted to generated scenes with known
 * objects, made from other icon sets than those of the benchmark.
 */
const WEIGHTS = {
  /** Constant term. */
  neighbors: -0.73,
  /** Share of the shorter outline that is a common edge: lids, hats, wheels, panes. */
  border: 1.95,
  /** Share of the shorter outline from which the other one is the nearest thing. */
  facing: 2.09,
  /** Distance, in twentieths of the picture's side. */
  gap: -1.02,
  /** Share of the smaller one that was painted on the other. */
  on: 0.8,
  /** Share of the smaller one in colors that the other one also has. Common colors count less. */
  color: 1.25,
  /** The same for similar shades. */
  shade: 0.33,
  /** Whether one of them is a single shape, because most things have several. */
  single: 0.54,
  /** Per doubling of the smaller number of shapes. */
  doubling: -0.18,
  /** Per factor of ten between their sizes, because small things are often near large ones. */
  sizes: -0.8,
  /** Whether the smaller one is large: a twentieth of the picture or more. */
  large: -1.49,
  /** Per two aligned sides of their bounding boxes: bars, pages, stacks. */
  flush: 0.93,
  /** Whether one is centered above the other: faces, houses, trees. */
  centered: 0.9,
  /** Whether both have more than two shapes, because they may be complete. */
  several: -0.3,
  /** Share of the smaller one inside the outline of the larger one. */
  inside: 0.1,
  /** Whether both are letters of a line: similar height and color, side by side, and closer than their height. */
  lettering: 2.5,
}

/** Maximum distance of aligned sides, in cells. */
const IN_LINE = 1.5

/** Maximum distance of the centers of things above each other, in cells. */
const CENTERED = 2

const SEVERAL = 2

/** OKLab distance at which the similarity of two shades has dropped to a third. */
const SHADE = 0.08

const LARGE = 1 / 20

/** Facts about the picture that all scores use. */
export interface Scale {
  /** The longer side in cells. */
  readonly side: number
  /** The colors of the picture, and the number of things that have each. */
  readonly labs: readonly Lab[]
  readonly uses: Int32Array
}

/** Returns the score of two neighbors: above 0 if they are likely one object. */
export function similarity(a: Thing, b: Thing, contact: Contact, scale: Scale): number {
  const { side, labs, uses } = scale
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
    (WEIGHTS.flush * commonSides(a.hull, b.hull, IN_LINE)) / 2 +
    (isCentered(a.hull, b.hull) ? WEIGHTS.centered : 0) +
    (fewer > SEVERAL ? WEIGHTS.several : 0) +
    (WEIGHTS.inside * commonArea(small.hull, large.hull)) / Math.max(1, Math.min(a.hullArea, b.hullArea)) +
    (isLettering(a, b, contact, scale) ? WEIGHTS.lettering : 0)
  )
}

function isCentered([leftA = 0, rightA = 0]: Hull, [leftB = 0, rightB = 0]: Hull): boolean {
  return Math.abs(leftA + rightA - leftB - rightB) <= 2 * CENTERED
}

function commonColors(small: Thing, large: Thing, uses: Scale['uses']): number {
  let common = 0
  for (const [color, cells] of small.colors) {
    if (large.colors.has(color)) common += (cells * 2) / Math.max(2, uses[color] ?? 0)
  }
  return Math.min(1, common / Math.max(1, small.area))
}

/** Shades of things with more colors than this are ignored: a thing with ten thousand colors has no typical shade. */
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

/** Letters of a line differ in height by at most this factor, and overlap by at least this share of the smaller height. */
const HEIGHTS = 1.7
const OVERLAP = 0.6
/** Maximum space between words, as a share of the height. */
const SPACE = 0.6
/** Maximum height of letters, as a share of the picture's side. */
const MAX_HEIGHT = 0.2
/** A letter has at least this share of its area in one color; the rest are its holes. */
const ONE_COLOR = 0.8

/** Returns whether two things are letters, or words, of one line. */
export function isLettering(a: Thing, b: Thing, { gap }: Contact, { side, labs }: Scale): boolean {
  const [, , topA = 0, bottomA = 0] = a.hull
  const [, , topB = 0, bottomB = 0] = b.hull
  const [heightA, heightB] = [bottomA - topA, bottomB - topB]
  const lower = Math.min(heightA, heightB)
  if (gap === 0 || gap > SPACE * lower || Math.max(heightA, heightB) > HEIGHTS * lower) return false
  if (lower > MAX_HEIGHT * side) return false
  if (Math.min(bottomA, bottomB) - Math.max(topA, topB) < OVERLAP * lower) return false
  const [colorA, colorB] = [mainColor(a), mainColor(b)]
  const [one, other] = [labs[colorA], labs[colorB]]
  return one !== undefined && other !== undefined && labDistance(one, other) < 0.02
}

/** Returns the color of nearly all of a thing; −1 if it has several. */
function mainColor({ colors, area }: Thing): number {
  for (const [color, cells] of colors) if (cells >= ONE_COLOR * area) return color
  return -1
}
