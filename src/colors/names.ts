import type { Hex } from './hex'
import { type Lab, toLab } from './oklab'

/** Plain names, each with the color that most would call so. */
const NAMES: readonly (readonly [name: string, hex: Hex])[] = [
  ['Black', '#000000'],
  ['Charcoal', '#36383c'],
  ['Gray', '#808080'],
  ['Silver', '#c0c2c4'],
  ['White', '#ffffff'],
  ['Ivory', '#fbf6e6'],
  ['Cream', '#faeabf'],
  ['Beige', '#e3d2b0'],
  ['Tan', '#c9a274'],
  ['Khaki', '#b5a774'],
  ['Taupe', '#857263'],
  ['Brown', '#7b4a24'],
  ['Chocolate', '#4e2a14'],
  ['Terracotta', '#b9583c'],
  ['Red', '#d8221f'],
  ['Crimson', '#c2124f'],
  ['Coral', '#f4735a'],
  ['Salmon', '#f49a86'],
  ['Peach', '#fcc9a5'],
  ['Orange', '#f58220'],
  ['Amber', '#f9b01e'],
  ['Gold', '#d1a32b'],
  ['Yellow', '#fbe12c'],
  ['Lime', '#b4dc38'],
  ['Apple green', '#8fb552'],
  ['Olive', '#80802c'],
  ['Green', '#3a9a3c'],
  ['Forest green', '#1f5a2c'],
  ['Sage', '#a3b899'],
  ['Mint', '#a8e6c4'],
  ['Emerald', '#12a46c'],
  ['Teal', '#127f80'],
  ['Turquoise', '#3cccc4'],
  ['Cyan', '#16dcf2'],
  ['Sky blue', '#86c5f0'],
  ['Blue', '#1a55e0'],
  ['Navy', '#141d55'],
  ['Slate', '#64748b'],
  ['Indigo', '#4d2a9c'],
  ['Purple', '#7d2fa6'],
  ['Lavender', '#bfaee8'],
  ['Plum', '#74305f'],
  ['Magenta', '#d425b8'],
  ['Pink', '#fdb0c6'],
  ['Rose', '#e0547f'],
]

/** Names that say by themselves how light they are. */
const FIXED = new Set(['Black', 'Charcoal', 'White', 'Ivory', 'Cream', 'Chocolate', 'Navy', 'Forest green'])

/** Below this chroma a color is seen as gray, below this lightness as black, whatever its hue. */
const GREY_CHROMA = 0.009
const BLACK_LIGHTNESS = 0.13

/** Lightness counts less than hue: a dark red is a red, not a brown. */
const LIGHTNESS_WEIGHT = 0.5

/** From this difference of OKLab lightness on, a color is a light or a dark one of its name. */
const SHADE = 0.11

interface Named {
  readonly name: string
  readonly lab: Lab
}

const TABLE: readonly Named[] = NAMES.map(([name, hex]) => ({ name, lab: toLab(hex) }))
const GRAYS = TABLE.filter(({ name }) => ['Black', 'Charcoal', 'Gray', 'Silver', 'White'].includes(name))

/** A color for the name of a layer: the nearest of the plain names, as `Dark red`, which tells the layers of a picture apart. */
export function layerColorName(hex: Hex): string {
  const lab = toLab(hex)
  const gray = Math.hypot(lab[1], lab[2]) < GREY_CHROMA || lab[0] < BLACK_LIGHTNESS
  const { name, lab: named } = (gray ? GRAYS : TABLE).reduce((nearest, entry) =>
    unlike(lab, entry.lab) < unlike(lab, nearest.lab) ? entry : nearest,
  )
  const lighter = lab[0] - named[0]
  if (FIXED.has(name) || Math.abs(lighter) < SHADE) return name
  return `${lighter > 0 ? 'Light' : 'Dark'} ${name.toLowerCase()}`
}

/** Squared. Hue and saturation are compared as parts of the lightness: in the dark, all colors are close to each other. */
function unlike(a: Lab, b: Lab): number {
  const fromA = a[0] + 0.2
  const fromB = b[0] + 0.2
  const light = LIGHTNESS_WEIGHT * (a[0] - b[0])
  const green = a[1] / fromA - b[1] / fromB
  const blue = a[2] / fromA - b[2] / fromB
  return light * light + green * green + blue * blue
}

/** Where each hue begins, in degrees of OKLab: between the middles of the named colors of CSS. The last goes on to the first. */
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

/** A color for a prompt: the few words that a drawing model knows best, as `dark blue`. */
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
