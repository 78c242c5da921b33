import type { BrandColour } from '../protocol/colours'
import type { Hex } from '../vector/drawing'
import { type Lab, labDistance, toLab } from '../vector/steps/oklab'
import { assign, SLACK, type Wish } from './assign'

/** `keep`: none; `exact`: where a brand colour is the same; `snap`: the nearest brand colour for every colour. */
export type Way = 'keep' | 'exact' | 'snap'

/** What a colour is used for, as far as scopes of variables tell it apart. */
export type Use = 'fill' | 'frame' | 'stroke' | 'text'

/** A colour of a picture, or of layers. */
export interface UsedColour {
  readonly colour: Hex
  readonly uses: readonly Use[]
  /** Of the picture's area, 0 to 1; the same for all where left out. */
  readonly share?: number
}

export interface Match {
  readonly colour: Hex
  /** Null where the colour stays as it is. */
  readonly to: BrandColour | null
  /** To it, in OKLab; 0 where the colour stays. */
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
export const fits = ({ kind, scopes }: BrandColour, uses: readonly Use[]): boolean =>
  kind === 'style' || uses.every((use) => SCOPES[use].some((scope) => scopes.includes(scope)))

/**
 * Which brand colour each colour becomes, in the order of the palette; the same in whatever order either list is given.
 * A brand colour with the same hex is always taken. Otherwise the nearest in OKLab is, with two exceptions: black and white
 * go to greys, and greys to black and white, only where nothing else is about as near; and of two colours that would
 * become one, that goes elsewhere by which less of the picture is lost, where there is another about as near (`assign`). A colour that is
 * used in several ways becomes one that fits them all. Translucent ones are never taken: they would change how the
 * picture looks, even with the same hex.
 */
export function match(palette: readonly UsedColour[], candidates: readonly BrandColour[], way: Way): Match[] {
  const offers = offersOf(way === 'keep' ? [] : candidates)
  const all = [...offers.values()]
  const exact = new Map<Hex, Match>()
  const wishes: Wish<BrandColour>[] = []
  for (const { colour, uses, share = 1 } of palette) {
    const fitting = (offer: Offer) => offer.colours.find((candidate) => fits(candidate, uses))
    const same = offers.get(colour)
    const to = same && fitting(same)
    if (to) exact.set(colour, { colour, to, distance: 0 })
    else if (way === 'snap')
      wishes.push({ colour, weight: share + HARDLY_SEEN, choices: choicesFor(colour, all, fitting) })
  }
  const taken = [...exact.keys()]
  const found = assign(wishes, taken)
  return palette.map(({ colour }) => {
    const to = found.get(colour)
    if (!to) return exact.get(colour) ?? { colour, to: null, distance: 0 }
    return { colour, to, distance: labDistance(toLab(colour), toLab(to.hex)) }
  })
}

/** All brand colours of one hex, the one to be taken first in front. */
interface Offer {
  readonly hex: Hex
  readonly lab: Lab
  readonly end: End
  readonly colours: BrandColour[]
}

function offersOf(candidates: readonly BrandColour[]): Map<Hex, Offer> {
  const offers = new Map<Hex, Offer>()
  for (const candidate of candidates) {
    if (candidate.opacity !== 1) continue
    const { hex } = candidate
    const offer = offers.get(hex)
    if (offer) {
      offer.colours.push(candidate)
      continue
    }
    const lab = toLab(hex)
    offers.set(hex, { hex, lab, end: endOf(lab), colours: [candidate] })
  }
  for (const { colours } of offers.values()) {
    if (colours.length > 1) colours.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  }
  return offers
}

/** Variables before styles, since they follow the mode; this file's own before a library's; then by their names. */
const rank = ({ kind, remote, group, name, id }: BrandColour): string =>
  [kind === 'style', remote, group, name, id].join('\n')

function choicesFor(
  colour: Hex,
  offers: readonly Offer[],
  fitting: (offer: Offer) => BrandColour | undefined,
): Wish<BrandColour>['choices'] {
  const lab = toLab(colour)
  const end = endOf(lab)
  const choices: { key: Hex; to: BrandColour; cost: number }[] = []
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

/** What black and white cost a grey, and the other way round, in distance: several steps of a usual scale of greys. */
const OFF_END = 0.1

/** Among blacks, and among whites, distances hardly count. */
const WITHIN_END = 0.1

/** OKLab spreads the darkest colours far apart: #0a0a0a is 0.14 from black, and nobody sees it. White has no such leeway. */
function endOf(lab: Lab): End {
  if (labDistance(lab, [0, 0, 0]) < 0.15) return 'black'
  return labDistance(lab, [1, 0, 0]) < 0.03 ? 'white' : null
}
