import { type Colour, readColour, readFraction } from './colour'
import { type Length, readLength } from './lengths'
import { NO_PAINT, type PaintText, readPaint } from './paint'
import type { Declared } from './style'

/** The inherited properties of SVG that matter to a shape, read once where they are set. */
export interface Inherited {
  readonly color: Colour
  readonly visible: boolean
  readonly fill: PaintText
  readonly fillOpacity: number
  readonly fillRule: 'nonzero' | 'evenodd'
  readonly stroke: PaintText
  readonly strokeOpacity: number
  readonly strokeWidth: Length
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
  readonly miterLimit: number
  readonly dashes: readonly Length[]
  readonly dashOffset: Length
  readonly markers: boolean
  /** The line is painted before the area. */
  readonly strokeFirst: boolean
}

/** A miter limit that no corner reaches that can be seen. */
const SHARPEST = 10_000

const BLACK: Colour = { colour: '#000000', opacity: 1 }

/** What the properties are where nothing is said. */
export const INITIAL: Inherited = {
  color: BLACK,
  visible: true,
  fill: { kind: 'solid', paint: { type: 'solid', colour: '#000000' }, opacity: 1 },
  fillOpacity: 1,
  fillRule: 'nonzero',
  stroke: NO_PAINT,
  strokeOpacity: 1,
  strokeWidth: { value: 1, percent: false },
  cap: 'butt',
  join: 'miter',
  miterLimit: 4,
  dashes: [],
  dashOffset: { value: 0, percent: false },
  markers: false,
  strokeFirst: false,
}

type Own = { -readonly [K in keyof Inherited]: Inherited[K] }
type Setter = (own: Own, value: string) => void

/** A property read by `read`; what that answers with undefined is a slip, and leaves what is inherited. */
const property =
  <K extends keyof Inherited>(key: K, read: (value: string) => Inherited[K] | undefined): Setter =>
  (own, value) => {
    const next = value === 'initial' ? INITIAL[key] : read(value)
    if (next !== undefined) own[key] = next
  }

/** A property with a fixed set of values. */
const oneOf =
  <T extends string>(...values: readonly T[]) =>
  (value: string): T | undefined =>
    values.find((one) => one === value)

const fraction = (value: string): number | undefined => {
  const read = readFraction(value, -1)
  return read < 0 ? undefined : read
}

const marker = property('markers', (value) => value !== 'none')

const SETTERS: ReadonlyMap<string, Setter> = new Map([
  ['color', property('color', (value) => readColour(value) ?? undefined)],
  ['visibility', property('visible', readVisible)],
  ['fill', property('fill', readPaint)],
  ['fill-opacity', property('fillOpacity', fraction)],
  ['fill-rule', property('fillRule', oneOf('nonzero', 'evenodd'))],
  ['stroke', property('stroke', readPaint)],
  ['stroke-opacity', property('strokeOpacity', fraction)],
  ['stroke-width', property('strokeWidth', readWidth)],
  ['stroke-linecap', property('cap', oneOf('butt', 'round', 'square'))],
  ['stroke-linejoin', property('join', oneOf('miter', 'round', 'bevel'))],
  ['stroke-miterlimit', property('miterLimit', readMiterLimit)],
  ['stroke-dasharray', property('dashes', readDashes)],
  ['stroke-dashoffset', property('dashOffset', readLength)],
  ['marker', marker],
  ['marker-start', marker],
  ['marker-mid', marker],
  ['marker-end', marker],
  ['paint-order', property('strokeFirst', (value) => /^\s*(?:markers\s+)?stroke\b/.test(value))],
])

/** What holds for an element that says `declared` within one that has `parent`. */
export function inherit(parent: Inherited, declared: Declared): Inherited {
  let own: Own | undefined
  for (const name in declared) {
    const set = SETTERS.get(name)
    const value = declared[name]
    if (!set || value === undefined || value === 'inherit' || value === 'unset') continue
    own ??= { ...parent }
    set(own, value)
  }
  return own ?? parent
}

function readVisible(text: string): boolean | undefined {
  if (text === 'visible') return true
  return text === 'hidden' || text === 'collapse' ? false : undefined
}

function readWidth(text: string): Length | undefined {
  const length = readLength(text)
  return length && length.value >= 0 ? length : undefined
}

function readMiterLimit(text: string): number | undefined {
  const value = Number(text)
  return value >= 1 ? Math.min(value, SHARPEST) : undefined
}

function readDashes(text: string): readonly Length[] | undefined {
  if (text.trim() === 'none') return []
  const dashes = text
    .trim()
    .split(/\s*,\s*|\s+/)
    .map(readWidth)
  return dashes.every((dash) => dash !== undefined) ? dashes : undefined
}
