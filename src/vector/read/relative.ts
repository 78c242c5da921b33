/** Values in px that relative lengths depend on. */
export interface Units {
  /** Font size of the element. */
  readonly em: number
  /** Font size of the root. */
  readonly rem: number
  /** Whether the font is monospace. */
  readonly monospace: boolean
  /** Size of the picture. */
  readonly width: number
  readonly height: number
}

/** Units as factors of the font size, because font metrics are not available: CSS's fallback values, and a typical value for monospace. */
const FACTORS: Readonly<Record<string, number>> = { em: 1, ex: 0.5, ch: 0.5, cap: 0.7, ic: 1, lh: 1.2 }
const MONOSPACE_CH = 0.6

/** The lookbehind matches only at the start of a number: starting at each digit of a long one would take quadratic time. */
const RELATIVE =
  /(?<![\d.])([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)(?:(r?)(em|ex|ch|cap|ic|lh)|[sld]?v(w|h|i|b|min|max))(?![\w-])/gi

/** Converts all lengths in a text that depend on a font or the picture's size to px. */
export function inAbsoluteUnits(text: string, units: Units): string {
  return text.replace(RELATIVE, (_all, number: string, root: string, part?: string, view = '') => {
    const value = Number(number)
    const px = part
      ? value * (root ? units.rem : units.em) * factorOf(part.toLowerCase(), units.monospace)
      : (value / 100) * sideOf(view.toLowerCase(), units)
    return `${px}px`
  })
}

/** Replaces relative units by px without converting the numbers: enough to check the syntax. */
export const withoutRelative = (text: string): string => text.replace(RELATIVE, '$1px')

/** Whether a length depends on the metrics of a font, or on the size at which the picture is shown. */
export const isInexact = (text: string): boolean =>
  /[\d.](?:r?(?:ex|ch|cap|ic|lh)|[sld]?v(?:w|h|i|b|min|max))(?![\w-])/i.test(text)

/** Whether a text may contain relative lengths. A quick test with false positives. */
export const mayBeRelative = (text: string): boolean =>
  /[\d.](?:r?(?:em|ex|ch|cap|ic|lh)|[sld]?v[whibm])/i.test(text)

const factorOf = (unit: string, monospace: boolean) =>
  unit === 'ch' && monospace ? MONOSPACE_CH : (FACTORS[unit] ?? 1)

function sideOf(view: string, { width, height }: Units): number {
  if (view === 'min') return Math.min(width, height)
  if (view === 'max') return Math.max(width, height)
  return view === 'h' || view === 'b' ? height : width
}
