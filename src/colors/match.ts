import type { BrandColor } from '../protocol/colors'
import { assign, SLACK, type Wish } from './assign'
import type { Hex } from './hex'
import { type Lab, labDistance, toLab } from './oklab'

/** `keep`: none; `exact`: where a brand color is the same; `snap`: the nearest brand color for every color. */
export type ColorMode = 'keep' | 'exact' | 'snap'

/** All of them, in the order in which they are offered. */
export const COLOR_MODES: readonly ColorMode[] = ['keep', 'exact', 'snap']

/** What a color is used for, as far as scopes of variables tell it apart. */
export type Use = 'fill' | 'frame' | 'stroke' | 'text'

/** A color of a picture, or of layers. */
export interface UsedColor {
  readonly color: Hex
  readonly uses: readonly Use[]
  /** Of the picture's area, 0 to 1; the same for all where left out. */
  readonly share?: number
}

export interface Match {
  readonly color: Hex
  /** Null where the color stays as it is. */
  readonly to: BrandColor | null
  /** To it, in OKLab; 0 where the color stays. */
  readonly distance: number
}

/** The share that even the smallest detail has in the choice. */
const HARDLY_SEEN = 0.001

const SCOPES: Record<Use, readonly string[]> = {
  fill: ['ALL_SCOPES', 'ALL_FILLS', 'SHAPE_FILL'],
  frame: ['ALL_SCOPES', 'ALL_FILLS', 'FRAME_FILL'],
  text: ['ALL_SCOPES', 'ALL_FILLS', 'TEXT_FILL'],
  stroke: ['ALL_SCOPES', 'STROKE_COLOR'],
}

/** Whether Figma offers a variable for all of these uses, by its scopes (typings: VariableScope). A style has none, and fits. */
export const fits = ({ kind, scopes }: BrandColor, uses: readonly Use[]): boolean =>
  kind === 'style' || uses.every((use) => SCOPES[use].some((scope) => scopes.includes(scope)))

/**
 * Which brand color each color becomes, in the order of the palette; the same in whatever order either list is given.
 * A brand color with the same hex is always taken. Otherwise the nearest in OKLab is, with two exceptions: black and white
 * go to grays, and grays to black and white, only where nothing else is about as near; and of two colors that would
 * become one, that goes elsewhere by which less of the picture is lost, where there is another about as near (`assign`). A color that is
 * used in several ways becomes one that fits them all. Translucent ones are never taken: they would change how the
 * picture looks, even with the same hex.
 */
export function match(
  palette: readonly UsedColor[],
  candidates: readonly BrandColor[],
  way: ColorMode,
): Match[] {
  const offers = offersOf(way === 'keep' ? [] : candidates)
  const all = [...offers.values()]
  const exact = new Map<Hex, Match>()
  const wishes: Wish<BrandColor>[] = []
  for (const { color, uses, share = 1 } of palette) {
    const fitting = (offer: Offer) => offer.colors.find((candidate) => fits(candidate, uses))
    const same = offers.get(color)
    const to = same && fitting(same)
    if (to) exact.set(color, { color, to, distance: 0 })
    else if (way === 'snap')
      wishes.push({ color, weight: share + HARDLY_SEEN, choices: choicesFor(color, all, fitting) })
  }
  const taken = [...exact.keys()]
  const found = assign(wishes, taken)
  return palette.map(({ color }) => {
    const to = found.get(color)
    if (!to) return exact.get(color) ?? { color, to: null, distance: 0 }
    return { color, to, distance: labDistance(toLab(color), toLab(to.hex)) }
  })
}

/** All brand colors of one hex, the one to be taken first in front. */
interface Offer {
  readonly hex: Hex
  readonly lab: Lab
  readonly end: End
  readonly colors: BrandColor[]
}

function offersOf(candidates: readonly BrandColor[]): Map<Hex, Offer> {
  const offers = new Map<Hex, Offer>()
  for (const candidate of candidates) {
    if (candidate.opacity !== 1) continue
    const { hex } = candidate
    const offer = offers.get(hex)
    if (offer) {
      offer.colors.push(candidate)
      continue
    }
    const lab = toLab(hex)
    offers.set(hex, { hex, lab, end: endOf(lab), colors: [candidate] })
  }
  for (const { colors } of offers.values()) {
    if (colors.length > 1) colors.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  }
  return offers
}

/** Variables before styles, since they follow the mode; this file's own before a library's; then by their names. */
const rank = ({ kind, remote, group, name, id }: BrandColor): string =>
  [kind === 'style', remote, group, name, id].join('\n')

function choicesFor(
  color: Hex,
  offers: readonly Offer[],
  fitting: (offer: Offer) => BrandColor | undefined,
): Wish<BrandColor>['choices'] {
  const lab = toLab(color)
  const end = endOf(lab)
  const choices: { key: Hex; to: BrandColor; cost: number }[] = []
  let least = Number.POSITIVE_INFINITY
  for (const offer of offers) {
    const weight = end && end === offer.end ? WITHIN_END : 1
    const extra = end === offer.end ? 0 : OFF_END
    const l = offer.lab[0] - lab[0]
    const a = offer.lab[1] - lab[1]
    const b = offer.lab[2] - lab[2]
    const square = l * l + a * a + b * b
    // Most of thousands are out of the question, which the square tells at once.
    const reach = (least + SLACK - extra) / weight
    if (reach < 0 || square > reach * reach) continue
    const cost = Math.sqrt(square) * weight + extra
    const to = fitting(offer)
    if (!to) continue
    choices.push({ key: offer.hex, to, cost })
    least = Math.min(least, cost)
  }
  return choices
}

type End = 'black' | 'white' | null

/** What black and white cost a gray, and the other way round, in distance: several steps of a usual scale of grays. */
const OFF_END = 0.1

/** Among blacks, and among whites, distances hardly count. */
const WITHIN_END = 0.1

/** OKLab spreads the darkest colors far apart: #0a0a0a is 0.14 from black, and nobody sees it. White has no such leeway. */
function endOf(lab: Lab): End {
  if (labDistance(lab, [0, 0, 0]) < 0.15) return 'black'
  return labDistance(lab, [1, 0, 0]) < 0.03 ? 'white' : null
}
