import type { Hex } from '../vector/drawing'
import { toLab } from '../vector/steps/oklab'

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

/** A color in plain words, as `dark blue`: what a person or a drawing model makes of the hex without seeing it. */
export function colorName(hex: Hex): string {
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
