import type { Drawing, LinearGradient, Shape } from './drawing'
import { CLOSE, CUBIC, LINE, MOVE, type Path } from './path/path'

const LETTERS = { [MOVE]: 'M', [LINE]: 'L', [CUBIC]: 'C', [CLOSE]: 'Z' } as Record<number, string>

/** Decimals of a px: a hundredth cannot be seen, not even at several times the drawn size. */
const PRECISION = 100

export interface WriteOptions {
  /** Put before each gradient's number: Recraft calls them Gradient1…N in every file, and ids must not meet on a page. */
  readonly idPrefix: string
}

/**
 * Writes a drawing as an SVG text of the safe subset, all that Figma's import is known to keep: a root with xmlns, size
 * and viewBox; `path`; `linearGradient` in userSpaceOnUse with `stop`; presentation attributes; `#rrggbb` with separate
 * opacities; unquoted `url(#id)`.
 */
export function writeSvg({ width, height, shapes }: Drawing, { idPrefix }: WriteOptions): string {
  const gradients: string[] = []
  const paths = shapes.map((shape) =>
    writeShape(shape, (gradient) => {
      const id = `${idPrefix}${gradients.length + 1}`
      gradients.push(writeGradient(gradient, id))
      return id
    }),
  )
  const w = number(width)
  const h = number(height)
  const defs = gradients.length ? `<defs>${gradients.join('')}</defs>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${defs}${paths.join('')}</svg>`
}

function writeShape(
  { path, fill, opacity, fillRule }: Shape,
  define: (gradient: LinearGradient) => string,
): string {
  const paint = fill.type === 'solid' ? fill.colour : `url(#${define(fill)})`
  const rule = fillRule === 'evenodd' ? ' fill-rule="evenodd"' : ''
  const alpha = opacity < 1 ? ` fill-opacity="${fraction(opacity)}"` : ''
  return `<path d="${writePath(path)}" fill="${paint}"${alpha}${rule}/>`
}

function writeGradient({ x1, y1, x2, y2, stops }: LinearGradient, id: string): string {
  const ends = `x1="${number(x1)}" y1="${number(y1)}" x2="${number(x2)}" y2="${number(y2)}"`
  const parts = stops.map(({ offset, colour, opacity }) => {
    const alpha = opacity < 1 ? ` stop-opacity="${fraction(opacity)}"` : ''
    return `<stop offset="${fraction(offset)}" stop-color="${colour}"${alpha}/>`
  })
  return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${ends}>${parts.join('')}</linearGradient>`
}

/** Path data with absolute commands, rounded to a hundredth of a px. */
function writePath({ commands, coords }: Path): string {
  const parts: string[] = []
  let at = 0
  for (const command of commands) {
    parts.push(LETTERS[command] ?? '')
    const count = command === CUBIC ? 6 : command === CLOSE ? 0 : 2
    for (let i = 0; i < count; i += 1) {
      if (i > 0) parts.push(' ')
      parts.push(number(coords[at++] ?? 0))
    }
  }
  return parts.join('')
}

/** Plain decimals: an exponent would be legal, but is no part of what is known to import. */
function number(value: number): string {
  const rounded = Math.round(value * PRECISION) / PRECISION
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

const fraction = (value: number) => String(Math.round(value * 10_000) / 10_000)
