import type { Hex } from '../../colors/hex'
import type { LiveText, TextRun } from '../drawing'
import { type Matrix, multiply } from '../matrix'
import { anchorOf, type Font, fontOf, spacingOf, type TextAnchor } from './fonts'

/** The color of letters or their outlines. */
export interface TextPaint {
  readonly color: Hex
  /** 0 to 1. */
  readonly opacity: number
}

/** Characters in one style. Lengths in the text's own coordinates. */
export interface StyledText {
  readonly characters: string
  /** Gap before it, and offset of its baseline below that of the line. */
  readonly dx: number
  readonly dy: number
  readonly font: Font
  readonly size: number
  readonly letterSpacing: number
  readonly fill: TextPaint | null
  readonly stroke: (TextPaint & { readonly width: number }) | null
}

/** A line of text. Its runs follow each other. */
export interface TextChunk {
  readonly anchor: TextAnchor
  /** Maps coordinates with the anchor at the origin, on the baseline, to the drawing's px. */
  readonly matrix: Matrix
  readonly runs: readonly StyledText[]
}

/** Maximum number of lines. The first ones are kept. */
const MAX_CHUNKS = 1_000

type Attributes = Readonly<Record<string, string>>

/**
 * Splits a text into lines that can be set one by one without SVG's text layout. A new line starts at each explicit horizontal position.
 * For positions of single characters, only the first counts, because the letters would not be editable as words.
 */
export function chunksOf({ run, matrix }: LiveText): TextChunk[] {
  const chunks: { anchor: TextAnchor; x: number; y: number; top: number; runs: StyledText[] }[] = []
  const at = { x: 0, y: 0, isNew: true, dx: 0 }
  /** Whether the next characters start with collapsed white space. */
  let space = false

  const visit = ({ attributes: own, children }: TextRun, inherited: Attributes) => {
    const attributes = { ...inherited, ...own }
    const [x, y, dx, dy] = (['x', 'y', 'dx', 'dy'] as const).map((name) => first(own[name]))
    at.isNew ||= x !== undefined
    at.x = x ?? at.x
    at.y = (y ?? at.y) + (dy ?? 0)
    at.dx += dx ?? 0
    for (const child of children) {
      if (typeof child === 'string') write(child, attributes)
      else visit(child, attributes)
    }
  }

  const write = (text: string, attributes: Attributes) => {
    const isKept = attributes['xml:space'] === 'preserve' || /^pre/.test(attributes['white-space'] ?? '')
    let characters = text.replace(/[\t\n\r]/g, ' ')
    if (!isKept) {
      const words = characters.split(' ').filter(Boolean)
      const isSpaced = space || characters.startsWith(' ')
      const isStart = at.isNew || chunks.length === 0
      const before = isSpaced && !isStart && words.length > 0 ? ' ' : ''
      space = words.length > 0 ? characters.endsWith(' ') : isSpaced
      characters = `${before}${words.join(' ')}`
    }
    if (characters === '') return
    const style = styleOf(attributes)
    const isNew = at.isNew || chunks.length === 0
    if (isNew) {
      if (chunks.length === MAX_CHUNKS) return
      const y = at.y + baselineShift(attributes) * style.size
      chunks.push({ anchor: anchorOf(attributes), x: at.x + at.dx, y, top: at.y, runs: [] })
    }
    const line = chunks.at(-1)
    line?.runs.push({ characters, dx: isNew ? 0 : at.dx, dy: at.y - line.top, ...style })
    at.isNew = false
    at.dx = 0
  }

  visit(run, {})
  return chunks.map(({ anchor, x, y, runs }) => ({
    anchor,
    matrix: multiply(matrix, { a: 1, b: 0, c: 0, d: 1, e: x, f: y }),
    runs: joined(runs),
  }))
}

const first = (list: string | undefined): number | undefined => {
  const value = Number.parseFloat(list ?? '')
  return Number.isFinite(value) ? value : undefined
}

function styleOf(attributes: Attributes): Omit<StyledText, 'characters' | 'dx' | 'dy'> {
  const size = first(attributes['font-size']) ?? 16
  const stroke = paintOf(attributes, 'stroke')
  return {
    font: fontOf(attributes),
    size,
    letterSpacing: spacingOf(attributes['letter-spacing'], size),
    fill: paintOf(attributes, 'fill'),
    stroke: stroke && { ...stroke, width: first(attributes['stroke-width']) ?? 1 },
  }
}

function paintOf(attributes: Attributes, name: 'fill' | 'stroke'): TextPaint | null {
  const color = attributes[name] ?? (name === 'fill' ? '#000000' : 'none')
  return /^#[\da-f]{6}$/i.test(color) ? { color, opacity: first(attributes[`${name}-opacity`]) ?? 1 } : null
}

/** Joins consecutive runs with the same style. */
function joined(runs: readonly StyledText[]): StyledText[] {
  const all: StyledText[] = []
  for (const run of runs) {
    const last = all.at(-1)
    const style = ({ characters: _, dx: _gap, ...rest }: StyledText) => JSON.stringify(rest)
    if (last && run.dx === 0 && style(last) === style(run))
      all[all.length - 1] = { ...last, characters: last.characters + run.characters }
    else all.push(run)
  }
  return all
}

/** Offset of the alphabetic baseline below the given point, as a share of the font size, in common fonts. */
const SHIFTS: Readonly<Record<string, number>> = {
  middle: 0.26,
  central: 0.36,
  hanging: 0.73,
  'text-before-edge': 0.95,
  'text-after-edge': -0.22,
}

const baselineShift = (attributes: Attributes): number =>
  SHIFTS[attributes['dominant-baseline']?.trim() ?? ''] ?? 0
