import { readColor, readFraction } from '../color'
import { canInherit, isReadable } from '../inherited'
import { readLength } from '../lengths'
import { withoutRelative } from '../relative'

const LENGTHS = ['x', 'y', 'cx', 'cy'] as const
const SIZES = ['r', 'rx', 'ry', 'width', 'height'] as const

/** Properties of text that are handed on as they are. */
export const TEXT_PROPERTIES = [
  ...['font-style', 'font-weight', 'font-stretch', 'font-variant', 'font-size-adjust', 'font-kerning'],
  ...['text-anchor', 'text-decoration', 'letter-spacing', 'word-spacing', 'white-space', 'writing-mode'],
  ...['direction', 'unicode-bidi', 'dominant-baseline', 'alignment-baseline', 'baseline-shift'],
] as const

/** Properties that are not inherited, or not by this reader. */
const NOT_INHERITED = new Set<string>([
  ...LENGTHS,
  ...SIZES,
  ...TEXT_PROPERTIES,
  ...[
    'background',
    'background-color',
    'clip-path',
    'color-interpolation',
    'display',
    'filter',
    'image-rendering',
    'isolation',
    'mask',
    'mask-type',
    'mix-blend-mode',
    'opacity',
  ],
  ...[
    'overflow',
    'stop-color',
    'stop-opacity',
    'transform',
    'transform-box',
    'transform-origin',
    'vector-effect',
  ],
])

/** Whether a property is read from styles, including custom properties. `d` and the rest of CSS are not. */
export const isProperty = (name: string): boolean =>
  NOT_INHERITED.has(name) || canInherit(name) || name.startsWith('--')

/** Properties and attributes that are lengths, or lists of lengths. */
export const LENGTH_NAMES: ReadonlySet<string> = new Set([
  ...LENGTHS,
  ...SIZES,
  ...['x1', 'y1', 'x2', 'y2', 'fx', 'fy', 'fr', 'stroke-width', 'stroke-dasharray', 'stroke-dashoffset'],
])

const WIDE = /^(?:inherit|initial|unset|revert|revert-layer)$/i

/** Returns a CSS-wide keyword in lower case; null for any other value. */
export const wideKeyword = (value: string): string | null => (WIDE.test(value) ? value.toLowerCase() : null)

/** Whether a value refers to custom properties, so that it can be resolved only for an element. */
export const hasVariable = (value: string): boolean => /\bvar\(/i.test(value)

/**
 * Whether a declaration is valid. Browsers ignore invalid ones, so that earlier declarations still apply. `isAttribute`: in a
 * style attribute, lengths need no unit; in a style sheet, they do.
 */
export function isValid(name: string, value: string, isAttribute: boolean): boolean {
  if (name.startsWith('--') || wideKeyword(value) || hasVariable(value)) return true
  const trimmed = value.trim()
  if (trimmed === '') return false
  switch (name) {
    case 'x':
    case 'y':
    case 'cx':
    case 'cy':
      return isLength(trimmed, isAttribute)
    case 'r':
    case 'width':
    case 'height':
    case 'rx':
    case 'ry':
      return (
        (trimmed === 'auto' && name !== 'r') || (isLength(trimmed, isAttribute) && !trimmed.startsWith('-'))
      )
    case 'opacity':
    case 'stop-opacity':
      return readFraction(trimmed, -1) >= 0
    case 'stop-color':
    case 'background-color':
      return readColor(trimmed) !== null
    case 'font-size':
      return isReadable(name, trimmed) && (isAttribute || !/^[\d.]*[1-9][\d.]*$/.test(trimmed))
    default:
      return NOT_INHERITED.has(name) || isReadable(name, trimmed)
  }
}

const isLength = (value: string, isAttribute: boolean) =>
  (isAttribute || !/^[-+]?[\d.]+(?:e[-+]?\d+)?$/i.test(value) || Number(value) === 0) &&
  readLength(withoutRelative(value)) !== undefined
