import { BLACK, type ReadColor, readColor, readFraction } from './color'
import { isFontSize } from './fonts'
import { type Length, readLength } from './lengths'
import { NO_PAINT, type PaintText, readPaint } from './paint'
import { withoutRelative } from './relative'
import type { Declared } from './style'

/** The parts of a shape. */
export type Part = 'fill' | 'stroke' | 'markers'

const PARTS: readonly Part[] = ['fill', 'stroke', 'markers']

/** The inherited SVG properties that affect shapes, parsed once where they are set. */
export interface Inherited {
  readonly color: ReadColor
  readonly visible: boolean
  readonly fill: PaintText
  readonly fillOpacity: number
  readonly fillRule: 'nonzero' | 'evenodd'
  readonly clipRule: 'nonzero' | 'evenodd'
  readonly stroke: PaintText
  readonly strokeOpacity: number
  readonly strokeWidth: Length
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
  readonly miterLimit: number
  readonly dashes: readonly Length[]
  readonly dashOffset: Length
  /** Values of `marker-start`, `marker-mid` and `marker-end`. */
  readonly markerStart: string
  readonly markerMid: string
  readonly markerEnd: string
  /** Edges are not smoothed, which no layer can say. */
  readonly isCrisp: boolean
  /** What is painted first, second and third. */
  readonly paintOrder: readonly Part[]
}

/** Maximum miter limit: no visible corner reaches it. */
const MAX_MITER_LIMIT = 10_000

/** Initial values of the properties. */
export const INITIAL: Inherited = {
  color: BLACK,
  visible: true,
  fill: { kind: 'solid', paint: { type: 'solid', color: '#000000' }, opacity: 1 },
  fillOpacity: 1,
  fillRule: 'nonzero',
  clipRule: 'nonzero',
  stroke: NO_PAINT,
  strokeOpacity: 1,
  strokeWidth: { value: 1, percent: false },
  cap: 'butt',
  join: 'miter',
  miterLimit: 4,
  dashes: [],
  dashOffset: { value: 0, percent: false },
  markerStart: 'none',
  markerMid: 'none',
  markerEnd: 'none',
  isCrisp: false,
  paintOrder: PARTS,
}

type Own = { -readonly [K in keyof Inherited]: Inherited[K] }

interface Property {
  /** Parses a value into `own`. Returns false and changes nothing for a syntax error. */
  set(own: Own, value: string): boolean
}

/** A property that `read` parses; undefined means a syntax error, which leaves the inherited value. */
function property<K extends keyof Inherited>(
  key: K,
  read: (value: string, own: Inherited) => Inherited[K] | undefined,
): Property {
  return {
    set(own, value) {
      const next = value === 'initial' ? INITIAL[key] : read(value, own)
      if (next !== undefined) own[key] = next
      return next !== undefined
    },
  }
}

/** A property with a fixed set of values. */
const oneOf =
  <T extends string>(...values: readonly T[]) =>
  (value: string): T | undefined => {
    const word = value.trim().toLowerCase()
    return values.find((one) => one === word)
  }

const fraction = (value: string): number | undefined => {
  const read = readFraction(value, -1)
  return read < 0 ? undefined : read
}

const PROPERTIES: ReadonlyMap<string, Property> = new Map([
  ['color', property('color', (value, { color }) => readColor(value, color) ?? undefined)],
  ['visibility', property('visible', readVisible)],
  ['fill', property('fill', readPaint)],
  ['fill-opacity', property('fillOpacity', fraction)],
  ['fill-rule', property('fillRule', oneOf('nonzero', 'evenodd'))],
  ['clip-rule', property('clipRule', oneOf('nonzero', 'evenodd'))],
  ['stroke', property('stroke', readPaint)],
  ['stroke-opacity', property('strokeOpacity', fraction)],
  ['stroke-width', property('strokeWidth', readWidth)],
  ['stroke-linecap', property('cap', oneOf('butt', 'round', 'square'))],
  ['stroke-linejoin', property('join', oneOf('miter', 'round', 'bevel'))],
  ['stroke-miterlimit', property('miterLimit', readMiterLimit)],
  ['stroke-dasharray', property('dashes', readDashes)],
  ['stroke-dashoffset', property('dashOffset', readLength)],
  [
    'marker',
    {
      set(own: Own, value: string) {
        own.markerStart = own.markerMid = own.markerEnd = value.trim()
        return true
      },
    },
  ],
  ['marker-start', property('markerStart', (value) => value.trim())],
  ['marker-mid', property('markerMid', (value) => value.trim())],
  ['marker-end', property('markerEnd', (value) => value.trim())],
  ['shape-rendering', property('isCrisp', (value) => /^(?:crispEdges|optimizeSpeed)$/i.test(value.trim()))],
  ['paint-order', property('paintOrder', readPaintOrder)],
])

/** Whether a property is inherited by child elements. */
export const canInherit = (name: string): boolean =>
  PROPERTIES.has(name) || name === 'font-size' || name === 'font-family'

/** Whether a value is valid for an inherited property. Lengths may be relative to a font. */
export function isReadable(name: string, value: string): boolean {
  if (name === 'font-size') return isFontSize(value)
  if (name === 'font-family') return value !== ''
  return PROPERTIES.get(name)?.set({ ...INITIAL }, withoutRelative(value)) ?? false
}

const COLORS = new Set(['color', 'fill', 'stroke'])

/**
 * Returns the inherited properties of an element with the declarations `declared`, inside an element with `parent`.
 * `onUnreadable` is called for a value that looks like a color but cannot be read.
 */
export function inherit(parent: Inherited, declared: Declared, onUnreadable: () => void): Inherited {
  let own: Own | undefined
  for (const name in declared) {
    const property = PROPERTIES.get(name)
    const value = declared[name]
    if (!property || value === undefined) continue
    own ??= { ...parent }
    // A word that is not a color is a syntax error, as in browsers; a function may be a notation that this reader does not know.
    if (!property.set(own, value) && COLORS.has(name) && value.includes('(')) onUnreadable()
  }
  return own ?? parent
}

function readPaintOrder(value: string): readonly Part[] | undefined {
  const words = value.trim().toLowerCase().split(/\s+/)
  if (words.length === 1 && words[0] === 'normal') return PARTS
  const first = words.flatMap((word) => PARTS.find((part) => part === word) ?? [])
  if (first.length !== words.length || new Set(first).size !== first.length) return undefined
  return [...first, ...PARTS.filter((part) => !first.includes(part))]
}

function readVisible(value: string): boolean | undefined {
  const text = value.trim().toLowerCase()
  if (text === 'visible') return true
  return text === 'hidden' || text === 'collapse' ? false : undefined
}

function readWidth(text: string): Length | undefined {
  const length = readLength(text)
  return length && length.value >= 0 ? length : undefined
}

function readMiterLimit(text: string): number | undefined {
  const value = Number(text)
  return value >= 1 ? Math.min(value, MAX_MITER_LIMIT) : undefined
}

function readDashes(text: string): readonly Length[] | undefined {
  if (text.trim() === 'none') return []
  const dashes = text
    .trim()
    .split(/\s*,\s*|\s+/)
    .map(readWidth)
  return dashes.every((dash) => dash !== undefined) ? dashes : undefined
}
