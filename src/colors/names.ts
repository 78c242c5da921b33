import { type ColorName, layerStrings } from '../strings/layers'
import type { Hex } from './hex'
import { type Lab, toLab } from './oklab'

/** The named colors, each with the value that most people would give it. */
const NAMES: readonly (readonly [name: ColorName, hex: Hex])[] = [
  ['black', '#000000'],
  ['charcoal', '#36383c'],
  ['gray', '#808080'],
  ['silver', '#c0c2c4'],
  ['white', '#ffffff'],
  ['ivory', '#fbf6e6'],
  ['cream', '#faeabf'],
  ['beige', '#e3d2b0'],
  ['tan', '#c9a274'],
  ['khaki', '#b5a774'],
  ['taupe', '#857263'],
  ['brown', '#7b4a24'],
  ['chocolate', '#4e2a14'],
  ['terracotta', '#b9583c'],
  ['red', '#d8221f'],
  ['crimson', '#c2124f'],
  ['coral', '#f4735a'],
  ['salmon', '#f49a86'],
  ['peach', '#fcc9a5'],
  ['orange', '#f58220'],
  ['amber', '#f9b01e'],
  ['gold', '#d1a32b'],
  ['yellow', '#fbe12c'],
  ['lime', '#b4dc38'],
  ['appleGreen', '#8fb552'],
  ['olive', '#80802c'],
  ['green', '#3a9a3c'],
  ['forestGreen', '#1f5a2c'],
  ['sage', '#a3b899'],
  ['mint', '#a8e6c4'],
  ['emerald', '#12a46c'],
  ['teal', '#127f80'],
  ['turquoise', '#3cccc4'],
  ['cyan', '#16dcf2'],
  ['skyBlue', '#86c5f0'],
  ['blue', '#1a55e0'],
  ['navy', '#141d55'],
  ['slate', '#64748b'],
  ['indigo', '#4d2a9c'],
  ['purple', '#7d2fa6'],
  ['lavender', '#bfaee8'],
  ['plum', '#74305f'],
  ['magenta', '#d425b8'],
  ['pink', '#fdb0c6'],
  ['rose', '#e0547f'],
]

/** Names that imply a lightness, and so are never modified by "light" or "dark". */
const FIXED_LIGHTNESS = new Set<ColorName>([
  ...(['black', 'charcoal', 'white', 'ivory', 'cream', 'chocolate', 'navy', 'forestGreen'] as const),
])

/** Below this chroma a color looks gray, and below this lightness black, whatever its hue. */
const GRAY_CHROMA = 0.009
const BLACK_LIGHTNESS = 0.13

/** Lightness counts less than hue: a dark red is called red, not brown. */
const LIGHTNESS_WEIGHT = 0.5

/** From this difference in OKLab lightness on, a name is modified by "light" or "dark". */
const SHADE_DIFFERENCE = 0.11

interface Named {
  readonly name: ColorName
  readonly lab: Lab
}

const TABLE: readonly Named[] = NAMES.map(([name, hex]) => ({ name, lab: toLab(hex) }))
const ACHROMATIC = new Set<ColorName>(['black', 'charcoal', 'gray', 'silver', 'white'])
const GRAYS = TABLE.filter(({ name }) => ACHROMATIC.has(name))

/** Returns a color's name for layer names, such as `Dark red`: the nearest named color. */
export function layerColorName(hex: Hex): string {
  const lab = toLab(hex)
  const gray = Math.hypot(lab[1], lab[2]) < GRAY_CHROMA || lab[0] < BLACK_LIGHTNESS
  const { name, lab: named } = (gray ? GRAYS : TABLE).reduce((nearest, entry) =>
    nameDistance(lab, entry.lab) < nameDistance(lab, nearest.lab) ? entry : nearest,
  )
  const lighter = lab[0] - named[0]
  const words = layerStrings.colors[name]
  if (FIXED_LIGHTNESS.has(name) || Math.abs(lighter) < SHADE_DIFFERENCE) return words
  return lighter > 0 ? layerStrings.light(words) : layerStrings.dark(words)
}

/** Squared distance with hue and saturation relative to lightness, because dark colors are close to each other in OKLab. */
function nameDistance(a: Lab, b: Lab): number {
  const fromA = a[0] + 0.2
  const fromB = b[0] + 0.2
  const light = LIGHTNESS_WEIGHT * (a[0] - b[0])
  const green = a[1] / fromA - b[1] / fromB
  const blue = a[2] / fromA - b[2] / fromB
  return light * light + green * green + blue * blue
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
