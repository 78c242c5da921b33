import type { Gradient, Paint, Shape, Stroke } from '../drawing'
import { isIdentity } from '../matrix'
import type { Definitions, Target } from './definitions'
import { escapeXml, fraction, matrixText, number, precise } from './numbers'
import { pathData } from './path-data'

/** Writes a shape as a path with the name as its id. */
export function writePath(shape: Shape, name: string, definitions: Definitions): string {
  const { path, fill, opacity, fillRule, stroke } = shape
  const rule = fillRule === 'evenodd' ? ' fill-rule="evenodd"' : ''
  const alpha = fill && opacity < 1 ? ` fill-opacity="${fraction(opacity)}"` : ''
  const line = stroke ? writeStroke(stroke, definitions) : ''
  const paint = fill ? writePaint(fill, definitions) : 'none'
  return `<path id="${escapeXml(name)}" d="${pathData(path)}" fill="${paint}"${alpha}${rule}${line}/>`
}

const writePaint = (paint: Paint, definitions: Definitions): string =>
  paint.type === 'solid' ? paint.color : definitions.add((id) => writeGradient(paint, id, definitions.target))

function writeStroke(
  { paint, opacity, width, cap, join, miterLimit, dashes }: Stroke,
  definitions: Definitions,
): string {
  const optional = [
    opacity < 1 && ` stroke-opacity="${fraction(opacity)}"`,
    cap !== 'butt' && ` stroke-linecap="${cap}"`,
    join !== 'miter' && ` stroke-linejoin="${join}"`,
    join === 'miter' && miterLimit !== 4 && ` stroke-miterlimit="${number(miterLimit)}"`,
    dashes.length > 0 && ` stroke-dasharray="${dashes.map(number).join(' ')}"`,
  ]
  return ` stroke="${writePaint(paint, definitions)}" stroke-width="${number(width)}"${optional.filter(Boolean).join('')}`
}

/** Whether a shape has a gradient with a focus outside of its center, which Figma lacks. */
export const hasFocus = ({ fill, stroke }: Shape): boolean =>
  [fill, stroke?.paint].some((paint) => paint?.type === 'radial' && isOffCenter(paint))

const isOffCenter = ({ cx, cy, fx, fy }: Gradient & { readonly type: 'radial' }): boolean =>
  fx !== cx || fy !== cy

function writeGradient(gradient: Gradient, id: string, target: Target): string {
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
  const { cx, cy, r, fx, fy, matrix } = gradient
  const focus =
    target === 'canvas' || !isOffCenter(gradient) ? '' : ` fx="${precise(fx)}" fy="${precise(fy)}"`
  const circle = `cx="${precise(cx)}" cy="${precise(cy)}" r="${precise(r)}"${focus}`
  const map = isIdentity(matrix) ? '' : ` gradientTransform="${matrixText(matrix)}"`
  return `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" ${circle}${map}>${stops}</radialGradient>`
}
