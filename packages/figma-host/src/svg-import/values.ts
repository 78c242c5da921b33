import type { Transform } from '@figma/plugin-typings/plugin-api-standalone'
import { IDENTITY, multiply, scaling, translation } from '../document/geometry/matrix'

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi
const WHOLE_NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i

/** Parses a number; null if it is invalid. */
export function parseNumber(text: string | undefined): number | null {
  return text !== undefined && WHOLE_NUMBER.test(text) ? Number(text) : null
}

/** Parses numbers separated by white space or commas; null if there is anything else. */
export function parseNumbers(text: string): number[] | null {
  if (text.replace(NUMBER, '').replace(/[\s,]/g, '') !== '') return null
  return (text.match(NUMBER) ?? []).map(Number)
}

/** Parses an SVG `transform` list; null if it is invalid. Angles are in degrees, clockwise. */
export function parseTransform(text: string): Transform | null {
  let result = IDENTITY
  let rest = text.trim()
  while (rest !== '') {
    const [whole, name, list] = /^(\w+)\s*\(([^)]*)\)[\s,]*/.exec(rest) ?? []
    const numbers = list === undefined ? null : parseNumbers(list)
    const step = name !== undefined && numbers ? primitive(name, numbers) : null
    if (whole === undefined || !step) return null
    result = multiply(result, step)
    rest = rest.slice(whole.length)
  }
  return result
}

function primitive(name: string, numbers: readonly number[]): Transform | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
  const count = numbers.length
  const radians = (a * Math.PI) / 180
  switch (name) {
    case 'matrix':
      return count === 6
        ? [
            [a, c, e],
            [b, d, f],
          ]
        : null
    case 'translate':
      return count === 1 || count === 2 ? translation(a, b) : null
    case 'scale':
      return count === 1 ? scaling(a, a) : count === 2 ? scaling(a, b) : null
    case 'rotate':
      if (count === 1) return rotation(radians)
      return count === 3
        ? multiply(multiply(translation(b, c), rotation(radians)), translation(-b, -c))
        : null
    case 'skewX':
      return count === 1
        ? [
            [1, Math.tan(radians), 0],
            [0, 1, 0],
          ]
        : null
    case 'skewY':
      return count === 1
        ? [
            [1, 0, 0],
            [Math.tan(radians), 1, 0],
          ]
        : null
    default:
      return null
  }
}

function rotation(radians: number): Transform {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  return [
    [cos, -sin, 0],
    [sin, cos, 0],
  ]
}
