import { type ColorName, layerStrings } from '../strings/layers'
import type { Hex } from './hex'
import { type Lab, labDistance, toLab } from './oklab'

/** The named colors: for each the value that most people would give it, and others that are still called so. */
const NAMES: readonly (readonly [name: ColorName, ...hexes: [Hex, ...Hex[]]])[] = [
  ['black', '#000000'],
  ['charcoal', '#383838'],
  ['gray', '#808080'],
  ['silver', '#c2c2c2'],
  ['white', '#ffffff'],
  ['ivory', '#fbf6e6'],
  ['cream', '#faeabf', '#ffefd5'],
  ['beige', '#e3d2b0'],
  ['tan', '#c9a274'],
  ['khaki', '#b5a774', '#bdb76b'],
  ['taupe', '#857263'],
  ['brown', '#7b4a24', '#a8652a'],
  ['chocolate', '#4e2a14'],
  ['terracotta', '#b9583c'],
  ['red', '#d8221f', '#c84c4c', '#ff4500'],
  ['crimson', '#c2124f'],
  ['coral', '#f4735a', '#f08080', '#ff7f50'],
  ['salmon', '#f49a86'],
  ['peach', '#fcc9a5'],
  ['orange', '#f58220', '#f4a460'],
  ['amber', '#f9b01e'],
  ['gold', '#d1a32b', '#e4bf63'],
  ['yellow', '#fbe12c', '#f0e07a'],
  ['lime', '#b4dc38', '#50ff20'],
  ['appleGreen', '#8fb552'],
  ['olive', '#80802c', '#667c2a'],
  ['green', '#3a9a3c', '#208040', '#20d880', '#8fe08f'],
  ['forestGreen', '#1f5a2c'],
  ['sage', '#a3b899', '#81b29a'],
  ['mint', '#a8e6c4', '#ecfaee'],
  ['emerald', '#12a46c'],
  ['teal', '#127f80', '#0f4c5c', '#2a9d8f', '#15909f'],
  ['turquoise', '#3cccc4', '#afeeee'],
  ['cyan', '#16dcf2', '#00f4f4', '#dcf9fb'],
  ['skyBlue', '#86c5f0', '#2ab4f5', '#b0c8e2', '#add8e6', '#e4f2fc'],
  ['blue', '#1a55e0', '#4a78a8', '#5b8fd9'],
  ['navy', '#141d55', '#22405a'],
  ['slate', '#64748b'],
  ['indigo', '#4d2a9c'],
  ['purple', '#7d2fa6', '#8040e0', '#800080', '#ba55d3', '#6b5b95', '#8a7499'],
  ['lavender', '#bfaee8', '#d6a4de', '#d8c4dc', '#e6e6fa'],
  ['plum', '#74305f'],
  ['magenta', '#d425b8', '#ea80ea', '#c71585', '#ff1493'],
  ['pink', '#fb9dbd', '#ff69b4', '#ffc0cb', '#fde4e0'],
  ['rose', '#e0547f', '#a8667a', '#b88a8f'],
]

/** Names that imply a lightness, and so are never modified by "light" or "dark". */
const FIXED_LIGHTNESS = new Set<ColorName>([
  ...(['black', 'charcoal', 'white', 'ivory', 'cream', 'chocolate', 'navy', 'forestGreen'] as const),
])

/** Below this chroma a color looks gray, beside white even before; and below this lightness black, whatever its hue. */
const GRAY_CHROMA = 0.018
const PALE = { lightness: 0.93, grayChroma: 0.009 }
const BLACK_LIGHTNESS = 0.13

/** From this chroma on, nobody calls a color gray. */
const COLORFUL_CHROMA = 0.05

/** At this chroma a color is half as colorful as can be. */
const HALF_COLORFUL = 0.05

/** Lightness counts less than hue: a dark red is called red, not brown. */
const LIGHTNESS_WEIGHT = 0.7

/** From this difference in OKLab lightness on, a name is modified by "light" or "dark". */
const SHADE_DIFFERENCE = 0.11

interface Named {
  readonly name: ColorName
  /** OKLab lightness that the name alone stands for. */
  readonly lightness: number
  readonly place: Lab
}

const TABLE: readonly Named[] = NAMES.flatMap(([name, ...hexes]) =>
  hexes.map((hex) => ({ name, lightness: toLab(hexes[0])[0], place: placeOf(toLab(hex)) })),
)
const ACHROMATIC = new Set<ColorName>(['black', 'charcoal', 'gray', 'silver', 'white'])
const NEUTRAL = new Set<ColorName>([...ACHROMATIC, 'taupe', 'slate'])
const GRAYS = TABLE.filter(({ name }) => ACHROMATIC.has(name))
const COLORS = TABLE.filter(({ name }) => !NEUTRAL.has(name))

/** Returns a color's name for layer names, such as `Dark red`: the nearest named color. */
export function layerColorName(hex: Hex): string {
  const lab = toLab(hex)
  const chroma = Math.hypot(lab[1], lab[2])
  const isGray =
    chroma < (lab[0] > PALE.lightness ? PALE.grayChroma : GRAY_CHROMA) || lab[0] < BLACK_LIGHTNESS
  const place = placeOf(lab)
  const candidates = isGray ? GRAYS : chroma < COLORFUL_CHROMA ? TABLE : COLORS
  const { name, lightness } = candidates.reduce((nearest, entry) =>
    labDistance(place, entry.place) < labDistance(place, nearest.place) ? entry : nearest,
  )
  const lighter = lab[0] - lightness
  const words = layerStrings.colors[name]
  if (FIXED_LIGHTNESS.has(name) || Math.abs(lighter) < SHADE_DIFFERENCE) return words
  return lighter > 0 ? layerStrings.light(words) : layerStrings.dark(words)
}

/**
 * Returns where a color is in a space for comparing names: hues stay apart even in dark and pale colors, and even a muted color is far from
 * gray.
 */
function placeOf([l, a, b]: Lab): Lab {
  const factor = 1 / (Math.hypot(a, b) + HALF_COLORFUL)
  return [LIGHTNESS_WEIGHT * l, a * factor, b * factor]
}

/** Start of each hue in degrees of OKLab, halfway between CSS's named colors. The last one wraps around to the first. */
const HUES = [
  [12, 'red'],
  [38, 'orange'],
  [88, 'yellow'],
  [122, 'green'],
  [172, 'teal'],
  [222, 'blue'],
  [282, 'purple'],
  [335, 'pink'],
] as const

/** Returns a color's name for prompts, such as `dark blue`: from the few words that image models know best. */
export function promptColorWords(hex: Hex): string {
  const [l, a, b] = toLab(hex)
  const chroma = Math.hypot(a, b)
  const shade = l < 0.4 ? 'dark ' : l > 0.8 && chroma < 0.14 ? 'light ' : ''
  if (l < 0.16) return 'black'
  if (chroma < 0.02) return l > 0.97 ? 'white' : `${shade}gray`
  const angle = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
  const hue = HUES.reduce((name: string, [from, next]) => (angle >= from ? next : name), 'pink')
  const isWarm = hue === 'orange' || hue === 'yellow'
  if (isWarm && l > 0.9 && chroma < 0.06) return 'cream'
  if (hue === 'orange' && (l < 0.6 || chroma < 0.1)) return l < 0.6 ? `${shade}brown` : 'light brown'
  if (hue === 'yellow' && l < 0.65) return 'olive'
  return chroma < 0.05 ? `${shade}${hue} gray` : `${shade}${hue}`
}
