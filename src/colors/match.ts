import type { BrandColor } from '../protocol/colors'
import { assign, type ColorChoices, SLACK } from './assign'
import type { Hex } from './hex'
import { type Lab, labDistance, toLab } from './oklab'

/** `keep`: match nothing; `exact`: only identical brand colors; `snap`: the nearest brand color for every color. */
export type ColorMode = 'keep' | 'exact' | 'snap'

/** All of them, in the order in which they are offered. */
export const COLOR_MODES: readonly ColorMode[] = ['keep', 'exact', 'snap']

/** What a color is used for, as distinguished by the scopes of variables. */
export type Use = 'fill' | 'frame' | 'stroke' | 'text'

/** A color of a picture, or of layers. */
export interface UsedColor {
  readonly color: Hex
  readonly uses: readonly Use[]
  /** Share of the picture's area, 0 to 1. Default: the same for all. */
  readonly share?: number
}

export interface Match {
  readonly color: Hex
  /** Null if the color is unchanged. */
  readonly to: BrandColor | null
  /** OKLab distance between the two; 0 if the color is unchanged. */
  readonly distance: number
}

/** Added to each share, so that even the smallest detail has some weight. */
const MIN_WEIGHT = 0.001

const SCOPES: Record<Use, readonly string[]> = {
  fill: ['ALL_SCOPES', 'ALL_FILLS', 'SHAPE_FILL'],
  frame: ['ALL_SCOPES', 'ALL_FILLS', 'FRAME_FILL'],
  text: ['ALL_SCOPES', 'ALL_FILLS', 'TEXT_FILL'],
  stroke: ['ALL_SCOPES', 'STROKE_COLOR'],
}

/** Whether a variable's scopes allow all of these uses (typings: VariableScope). A style has no scopes and always fits. */
export const fits = ({ kind, scopes }: BrandColor, uses: readonly Use[]): boolean =>
  kind === 'style' || uses.every((use) => SCOPES[use].some((scope) => scopes.includes(scope)))

/**
 * Matches each color to a brand color. Results are in palette order and do not depend on the order of either list.
 *
 * A brand color with the same hex always matches. Otherwise, the nearest one in OKLab does, with two exceptions: black and
 * white match grays, and grays match black and white, only if nothing else is about as near; and if two colors would match the
 * same brand color, the less important one gets another that is about as near, if there is one (`assign`). A color with
 * several uses only matches brand colors that fit all of them. Translucent brand colors never match, because they would
 * change how the picture looks.
 */
export function match(
  palette: readonly UsedColor[],
  candidates: readonly BrandColor[],
  mode: ColorMode,
): Match[] {
  const offers = offersOf(mode === 'keep' ? [] : candidates)
  const all = [...offers.values()]
  const exact = new Map<Hex, Match>()
  const inexact: ColorChoices<BrandColor>[] = []
  for (const { color, uses, share = 1 } of palette) {
    const fitting = (offer: Offer) => offer.colors.find((candidate) => fits(candidate, uses))
    const same = offers.get(color)
    const to = same && fitting(same)
    if (to) exact.set(color, { color, to, distance: 0 })
    else if (mode === 'snap')
      inexact.push({ color, weight: share + MIN_WEIGHT, choices: choicesFor(color, all, fitting) })
  }
  const taken = [...exact.keys()]
  const found = assign(inexact, taken)
  return palette.map(({ color }) => {
    const to = found.get(color)
    if (!to) return exact.get(color) ?? { color, to: null, distance: 0 }
    return { color, to, distance: labDistance(toLab(color), toLab(to.hex)) }
  })
}

/** All brand colors with the same hex, the preferred one first. */
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

/** Sort key: variables before styles, because they follow the mode; this file's before a library's; then by name. */
const rank = ({ kind, remote, group, name, id }: BrandColor): string =>
  [kind === 'style', remote, group, name, id].join('\n')

function choicesFor(
  color: Hex,
  offers: readonly Offer[],
  fitting: (offer: Offer) => BrandColor | undefined,
): ColorChoices<BrandColor>['choices'] {
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
    // Fast path: the squared distance excludes most of thousands of offers.
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

/** Extra OKLab distance between grays and black or white: several steps of a typical gray scale. */
const OFF_END = 0.1

/** Factor for distances among blacks, and among whites, which hardly matter. */
const WITHIN_END = 0.1

/** Near-black colors are far apart in OKLab: #0a0a0a has a distance of 0.14 from black but looks the same. White needs a smaller tolerance. */
function endOf(lab: Lab): End {
  if (labDistance(lab, [0, 0, 0]) < 0.15) return 'black'
  return labDistance(lab, [1, 0, 0]) < 0.03 ? 'white' : null
}
