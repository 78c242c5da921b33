/** A font as requested in SVG. */
export interface Font {
  /** In order of preference, as written. */
  readonly families: readonly string[]
  /** 1 to 1000. */
  readonly weight: number
  readonly isItalic: boolean
}

type Attributes = Readonly<Record<string, string>>

export function fontOf(attributes: Attributes): Font {
  return {
    families: (attributes['font-family'] ?? '')
      .split(',')
      .map((name) => name.trim().replace(/^(['"])(.*)\1$/, '$2'))
      .filter(Boolean)
      .slice(0, 20),
    weight: weightOf(attributes['font-weight']?.trim() ?? ''),
    isItalic: /^(?:italic|oblique)/.test(attributes['font-style']?.trim() ?? ''),
  }
}

const WEIGHTS: Readonly<Record<string, number>> = { normal: 400, bold: 700, bolder: 700, lighter: 300 }

function weightOf(text: string): number {
  const weight = WEIGHTS[text] ?? Number(text)
  return weight >= 1 && weight <= 1000 ? weight : 400
}

/** Parses a length. Returns px. `size`: the font size. */
export function spacingOf(text: string | undefined, size: number): number {
  const [, number, unit] = /^\s*([-+.\de]+?)(px|em)?\s*$/.exec(text ?? '') ?? []
  const value = Number(number)
  return Number.isFinite(value) ? value * (unit === 'em' ? size : 1) : 0
}

/** Which point of a line is at its position. */
export type TextAnchor = 'start' | 'middle' | 'end'

export function anchorOf(attributes: Attributes): TextAnchor {
  const anchor = attributes['text-anchor']?.trim()
  return anchor === 'middle' || anchor === 'end' ? anchor : 'start'
}
