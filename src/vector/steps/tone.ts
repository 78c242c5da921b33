import type { Hex } from '../../colors/hex'
import { type Lab, labDistance, toLab } from '../../colors/oklab'

/** A color in the color spaces used for comparison. */
export interface Tone {
  readonly hex: Hex
  /** Each 0 to 255. */
  readonly rgb: readonly [red: number, green: number, blue: number]
  readonly lab: Lab
  /** The color as a screen shows it, with reflected light. */
  readonly shown: Lab
}

/**
 * Light reflected by a screen: 1 % of white in the viewing conditions of sRGB (IEC 61966-2-1). Without it, the OKLab distance
 * of #000000 and #000107 is four times the just noticeable difference.
 */
const FLARE = 0.01

/** Factor by which the distance without flare may exceed the threshold: larger differences are visible in a dark room. */
const WITHOUT_FLARE = 1.5

export function toTone(hex: Hex): Tone {
  const value = Number.parseInt(hex.slice(1), 16)
  return {
    hex,
    rgb: [value >> 16, (value >> 8) & 255, value & 255],
    lab: toLab(hex),
    shown: toLab(hex, FLARE),
  }
}

/**
 * Largest difference in each channel, of 255 levels, at which an edge is invisible. One level of a light gray is a contrast of
 * 0.9 %. The eye's threshold for an edge is 0.5 to 1 % in ideal light (Barten 1999), and about two levels on a screen in a
 * room. Three levels are visible: paper-cut pictures depend on them.
 */
export const SAME_LEVELS = 2

/**
 * Largest difference in YIQ of colors that are not adjacent, as a share of the maximum (Kotsarenko and Ramos 2010). OKLab alone
 * rates #00b4a0 and #32b4a0 as similar, although they clearly differ. Pixel comparisons (pixelmatch) usually count from 0.1
 * on; a fifth of that is left for the rounding of translucent mixes.
 */
const MAX_YIQ_SHARE = 0.08

/** The squared YIQ difference of black and white, the maximum. */
const MAX_YIQ = 35_215

/** Whether an edge between the two is invisible. */
const isSame = (a: Tone, b: Tone): boolean =>
  Math.abs(a.rgb[0] - b.rgb[0]) <= SAME_LEVELS &&
  Math.abs(a.rgb[1] - b.rgb[1]) <= SAME_LEVELS &&
  Math.abs(a.rgb[2] - b.rgb[2]) <= SAME_LEVELS

/** Whether replacing one color by the other is unnoticeable where they are not adjacent. `threshold`: OKLab distance on a screen. */
export const isSimilar = (a: Tone, b: Tone, threshold: number): boolean =>
  isSame(a, b) ||
  (labDistance(a.lab, b.lab) < WITHOUT_FLARE * threshold &&
    labDistance(a.shown, b.shown) < threshold &&
    yiqDifference(a, b) <= MAX_YIQ * MAX_YIQ_SHARE ** 2)

function yiqDifference(a: Tone, b: Tone): number {
  const red = a.rgb[0] - b.rgb[0]
  const green = a.rgb[1] - b.rgb[1]
  const blue = a.rgb[2] - b.rgb[2]
  const y = 0.2989 * red + 0.5866 * green + 0.1145 * blue
  const i = 0.596 * red - 0.2742 * green - 0.3218 * blue
  const q = 0.2115 * red - 0.5226 * green + 0.3111 * blue
  return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q
}
