/** What lengths may depend on, in px. */
export interface Units {
  /** Size of the element's font. */
  readonly em: number
  /** Of the root's font. */
  readonly rem: number
  /** Whether all letters of the font are as wide as each other. */
  readonly monospace: boolean
  /** Of the picture. */
  readonly width: number
  readonly height: number
}

/** Parts of the size of a font, for want of the font itself: what CSS says to take, and for monospace what such fonts have. */
const PARTS: Readonly<Record<string, number>> = { em: 1, ex: 0.5, ch: 0.5, cap: 0.7, ic: 1, lh: 1.2 }
const MONOSPACE_CH = 0.6

/** Only from where a number begins: tried from each of its digits, a long one would take for ever. */
const RELATIVE =
  /(?<![\d.])([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)(?:(r?)(em|ex|ch|cap|ic|lh)|[sld]?v(w|h|i|b|min|max))(?![\w-])/gi

/** Lengths that depend on a font or on the picture's size, in px. */
export function inAbsoluteUnits(text: string, units: Units): string {
  return text.replace(RELATIVE, (_all, number: string, root: string, part?: string, view = '') => {
    const value = Number(number)
    const px = part
      ? value * (root ? units.rem : units.em) * partOf(part.toLowerCase(), units.monospace)
      : (value / 100) * sideOf(view.toLowerCase(), units)
    return `${px}px`
  })
}

/** The same lengths with px in place of their units: as readable as they are, at another size. */
export const withoutRelative = (text: string): string => text.replace(RELATIVE, '$1px')

/** Whether a text may hold such lengths. Quick, and at times wrongly so. */
export const mayBeRelative = (text: string): boolean =>
  /[\d.](?:r?(?:em|ex|ch|cap|ic|lh)|[sld]?v[whibm])/i.test(text)

const partOf = (part: string, monospace: boolean) =>
  part === 'ch' && monospace ? MONOSPACE_CH : (PARTS[part] ?? 1)

function sideOf(view: string, { width, height }: Units): number {
  if (view === 'min') return Math.min(width, height)
  if (view === 'max') return Math.max(width, height)
  return view === 'h' || view === 'b' ? height : width
}
