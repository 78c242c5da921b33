import type { Gradient, Paint, Shape, Stroke } from '../drawing'
import type { Layer } from '../layers/layer'
import { isIdentity } from '../matrix'
import { pathData } from './path-data'

/** Numbers are rounded to hundredths of a px, which is invisible even at several times the drawn size. */
const PRECISION = 100

export interface WriteOptions {
  /** Prefix of gradient ids. Recraft calls them Gradient1…N in every file, and ids must be unique on a page. */
  readonly idPrefix: string
}

/** A picture as layers, the first at the back. Size in px. */
export interface Layered {
  readonly width: number
  readonly height: number
  readonly layers: readonly Layer[]
}

/**
 * Writes layers as SVG, using only what Figma's import is known to keep: a root with xmlns, size and viewBox; `g` and `path`
 * with the layer's name as id; gradients in userSpaceOnUse with `stop`; presentation attributes; `#rrggbb` with separate
 * opacities; unquoted `url(#id)`. A layer with several shapes becomes a group, and its parts groups in it.
 */
export function writeSvg({ width, height, layers }: Layered, { idPrefix }: WriteOptions): string {
  const gradients: string[] = []
  const define = (gradient: Gradient): string => {
    const id = `${idPrefix}${gradients.length + 1}`
    gradients.push(writeGradient(gradient, id))
    return `url(#${id})`
  }
  let shapes = 0
  const parts = layers.map(({ name, names = [], shapes: members, parts: groups = [] }) => {
    const [first, ...more] = members
    if (!first) return ''
    if (more.length === 0) return writeShape(first, name, define)
    const paths = members.map((shape, i) => writeShape(shape, names[i] ?? `Shape ${++shapes}`, define))
    for (const { name: part, from, to } of groups) {
      paths[from] = `<g id="${escapeXml(part)}">${paths[from] ?? ''}`
      paths[to - 1] += '</g>'
    }
    return `<g id="${escapeXml(name)}">${paths.join('')}</g>`
  })
  const w = number(width)
  const h = number(height)
  const defs = gradients.length ? `<defs>${gradients.join('')}</defs>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${defs}${parts.join('')}</svg>`
}

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

type Define = (gradient: Gradient) => string

function writeShape({ path, fill, opacity, fillRule, stroke }: Shape, name: string, define: Define): string {
  const rule = fillRule === 'evenodd' ? ' fill-rule="evenodd"' : ''
  const alpha = fill && opacity < 1 ? ` fill-opacity="${fraction(opacity)}"` : ''
  const line = stroke ? writeStroke(stroke, define) : ''
  return `<path id="${escapeXml(name)}" d="${pathData(path)}" fill="${fill ? writePaint(fill, define) : 'none'}"${alpha}${rule}${line}/>`
}

const writePaint = (paint: Paint, define: Define): string =>
  paint.type === 'solid' ? paint.color : define(paint)

function writeStroke(
  { paint, opacity, width, cap, join, miterLimit, dashes }: Stroke,
  define: Define,
): string {
  const optional = [
    opacity < 1 && ` stroke-opacity="${fraction(opacity)}"`,
    cap !== 'butt' && ` stroke-linecap="${cap}"`,
    join !== 'miter' && ` stroke-linejoin="${join}"`,
    join === 'miter' && miterLimit !== 4 && ` stroke-miterlimit="${number(miterLimit)}"`,
    dashes.length > 0 && ` stroke-dasharray="${dashes.map(number).join(' ')}"`,
  ]
  return ` stroke="${writePaint(paint, define)}" stroke-width="${number(width)}"${optional.filter(Boolean).join('')}`
}

function writeGradient(gradient: Gradient, id: string): string {
  const parts = gradient.stops.map(({ offset, color, opacity }) => {
    const alpha = opacity < 1 ? ` stop-opacity="${fraction(opacity)}"` : ''
    return `<stop offset="${fraction(offset)}" stop-color="${color}"${alpha}/>`
  })
  const stops = parts.join('')
  if (gradient.type === 'linear') {
    const { x1, y1, x2, y2 } = gradient
    const ends = `x1="${number(x1)}" y1="${number(y1)}" x2="${number(x2)}" y2="${number(y2)}"`
    return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${ends}>${stops}</linearGradient>`
  }
  const { cx, cy, r, fx, fy, matrix: m } = gradient
  const focus = fx === cx && fy === cy ? '' : ` fx="${precise(fx)}" fy="${precise(fy)}"`
  const circle = `cx="${precise(cx)}" cy="${precise(cy)}" r="${precise(r)}"${focus}`
  const map = isIdentity(m)
    ? ''
    : ` gradientTransform="matrix(${[m.a, m.b, m.c, m.d, m.e, m.f].map(precise).join(' ')})"`
  return `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" ${circle}${map}>${stops}</radialGradient>`
}

/** Plain decimals: an exponent would be valid SVG, but is not known to be imported by Figma. */
function number(value: number): string {
  const rounded = Math.round(value * PRECISION) / PRECISION
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

const fraction = (value: number) => String(Math.round(value * 10_000) / 10_000)

/** Six decimals, for gradients with a matrix, where hundredths are too coarse. */
const precise = (value: number) => (Math.abs(value) < 1e-6 ? '0' : String(Number(value.toFixed(6))))
