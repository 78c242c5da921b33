import type { RGBA, UtilAPI } from '@figma/plugin-typings/plugin-api-standalone'
import type { Area } from '../capability'
import { kindOf, number, optional, record } from '../check'
import { ApiError, notModeled } from '../errors'
import { solidPaint } from '../paints'
import type { Session } from '../session'

/** Parses a color: `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, or an RGB(A) object. Channels and alpha are 0..1. */
function color(value: unknown): RGBA {
  if (typeof value !== 'string') {
    const { r, g, b, a } = record(value, 'color', ['r', 'g', 'b', 'a'])
    return {
      r: number(r, 'color.r', 0, 1),
      g: number(g, 'color.g', 0, 1),
      b: number(b, 'color.b', 0, 1),
      a: a === undefined ? 1 : number(a, 'color.a', 0, 1),
    }
  }
  if (!value.startsWith('#')) throw notModeled(`figma.util with the color "${value}", only #hex`)
  const digits = value.slice(1).replace(/^(.)(.)(.)(.?)$/, '$1$1$2$2$3$3$4$4')
  if (!/^([\da-f]{6}|[\da-f]{8})$/i.test(digits)) throw new ApiError(`Invalid color: "${value}"`)
  const [r = 0, g = 0, b = 0, a = 1] = (digits.match(/../g) ?? []).map(
    (pair) => Number.parseInt(pair, 16) / 255,
  )
  return { r, g, b, a }
}

/** Color helpers. */
export const util = {
  rgb: {
    call: (_: Session, value) => {
      const { r, g, b } = color(value)
      return { r, g, b }
    },
  },
  rgba: {
    call: (_: Session, value, alpha) => {
      const { a, ...rgb } = color(value)
      return {
        ...rgb,
        a: optional(alpha, 'alphaOverride', (given, where) => number(given, where, 0, 1)) ?? a,
      }
    },
  },
  solidPaint: {
    call: (_: Session, value, overrides) => {
      if (overrides !== undefined && kindOf(overrides) !== 'object')
        throw new ApiError('Expected overrides as an object')
      const { a, ...rgb } = color(value)
      return solidPaint(
        { type: 'SOLID', color: rgb, opacity: a, ...(overrides as object | undefined) },
        'paint',
      )
    },
  },
} satisfies Area<UtilAPI>
