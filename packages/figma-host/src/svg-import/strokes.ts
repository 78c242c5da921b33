import type { StrokeCap, StrokeJoin, Transform } from '@figma/plugin-typings/plugin-api-standalone'
import { determinant } from '../document/geometry/matrix'
import type { NodeData } from '../document/node-data'
import type { Style } from './style'
import { parseNumber, parseNumbers } from './values'

const CAPS: Readonly<Record<string, StrokeCap>> = { butt: 'NONE', round: 'ROUND', square: 'SQUARE' }
const JOINS: Readonly<Record<string, StrokeJoin>> = { miter: 'MITER', round: 'ROUND', bevel: 'BEVEL' }

type StrokeFields = Pick<
  NodeData,
  'strokeWeight' | 'strokeCap' | 'strokeJoin' | 'strokeAlign' | 'strokeMiterLimit' | 'dashPattern'
>

/**
 * Returns the stroke properties of a shape, in px of its container. A stroke has a single width in Figma, so a transform that scales it
 * unevenly is reported.
 */
export function strokeFields(
  style: Style,
  toContainer: Transform,
  fault: (message: string) => void,
): StrokeFields {
  const scale = Math.sqrt(Math.abs(determinant(toContainer)))
  const drawn = (style.stroke ?? 'none') !== 'none'
  if (drawn && !isEven(toContainer)) fault('a stroke under an uneven scale is not kept')
  const number = (name: string, otherwise: number) => {
    const text = style[name]
    const value = parseNumber(text)
    if (drawn && text !== undefined && value === null) fault(`${name}="${text}" is not a plain number`)
    return value ?? otherwise
  }
  const choice = <Value>(name: string, values: Readonly<Record<string, Value>>, otherwise: Value): Value => {
    const text = style[name]
    const value = text === undefined ? otherwise : values[text]
    if (drawn && value === undefined) fault(`${name}="${text}" is lost`)
    return value ?? otherwise
  }
  return {
    strokeWeight: number('stroke-width', 1) * scale,
    strokeCap: choice('stroke-linecap', CAPS, 'NONE'),
    strokeJoin: choice('stroke-linejoin', JOINS, 'MITER'),
    strokeAlign: 'CENTER',
    strokeMiterLimit: number('stroke-miterlimit', 4),
    dashPattern: drawn ? dashes(style['stroke-dasharray'], fault).map((length) => length * scale) : [],
  }
}

function dashes(text: string | undefined, fault: (message: string) => void): number[] {
  if (text === undefined || text === 'none') return []
  const lengths = parseNumbers(text)
  if (!lengths) fault(`stroke-dasharray="${text}" is unreadable`)
  if (!lengths || lengths.every((length) => length === 0)) return []
  return lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths]
}

/** Returns whether a transform scales uniformly. It may rotate or mirror. */
function isEven([[a, c], [b, d]]: Transform): boolean {
  const size = a * a + b * b + c * c + d * d
  const same = Math.abs(a * a + b * b - c * c - d * d) < 1e-6 * size
  return same && Math.abs(a * c + b * d) < 1e-6 * size
}
