import type { Hex } from '../../colors/hex'
import { type Lab, labDistance, toLab } from '../../colors/oklab'

/** A color in the spaces that it is compared in. */
export interface Tone {
  readonly hex: Hex
  /** Each 0 to 255. */
  readonly rgb: readonly [red: number, green: number, blue: number]
  readonly lab: Lab
  /** The same as a screen shows it, which is never quite black. */
  readonly shown: Lab
}

/**
 * Light that a screen reflects: 1 % of white in the viewing conditions of sRGB (IEC 61966-2-1). Without it, OKLab takes #000000 and
 * #000107 for four times as far apart as what can just be seen.
 */
const FLARE = 0.01

/** How much farther apart than on a screen two colors may be, as numbers: in another program, in the dark, that difference is visible. */
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
 * Levels of 255 in each channel up to which an edge is invisible. One level of a light gray is a contrast of 0.9 %, and the
 * eye's threshold for an edge is 0.5 to 1 % in the best of light (Barten 1999); a screen in a room reaches it at about two.
 * Three are visible: paper-cut pictures depend on them.
 */
export const SAME_LEVELS = 2

/**
 * Largest difference of colors that are not side by side, as a part of the largest there is, in YIQ (Kotsarenko and Ramos
 * 2010). OKLab alone rates #00b4a0 and #32b4a0 as alike, although they clearly differ. Comparing pictures by their pixels
 * (pixelmatch) usually counts from 0.1 on; a fifth of that is left for the rounding of translucent mixes.
 */
const APART = 0.08

/** The squared YIQ difference of black and white. */
const LARGEST = 35_215

/** No edge is seen between the two. */
const isSame = (a: Tone, b: Tone): boolean =>
  Math.abs(a.rgb[0] - b.rgb[0]) <= SAME_LEVELS &&
  Math.abs(a.rgb[1] - b.rgb[1]) <= SAME_LEVELS &&
  Math.abs(a.rgb[2] - b.rgb[2]) <= SAME_LEVELS

/** The one in the place of the other is not noticed where they are not side by side. `threshold`: in OKLab, on a screen. */
export const isAlike = (a: Tone, b: Tone, threshold: number): boolean =>
  isSame(a, b) ||
  (labDistance(a.lab, b.lab) < WITHOUT_FLARE * threshold &&
    labDistance(a.shown, b.shown) < threshold &&
    yiqDifference(a, b) <= LARGEST * APART ** 2)

function yiqDifference(a: Tone, b: Tone): number {
  const red = a.rgb[0] - b.rgb[0]
  const green = a.rgb[1] - b.rgb[1]
  const blue = a.rgb[2] - b.rgb[2]
  const y = 0.2989 * red + 0.5866 * green + 0.1145 * blue
  const i = 0.596 * red - 0.2742 * green - 0.3218 * blue
  const q = 0.2115 * red - 0.5226 * green + 0.3111 * blue
  return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q
}
