import { rgbOf } from '../colors/paints'
import type { Box } from '../placement/boxes'
import type { SvgGradient, SvgPicture } from './read-svg'

const IDENTITY: Transform = [
  [1, 0, 0],
  [0, 1, 0],
]

/** Converts a `fill` or `stroke` attribute. `box`: of the outline in the picture, in px; `opacity`: 0 to 1. */
export function paintsOfAttribute(
  value: string | undefined,
  opacity: number,
  box: Box,
  { gradients }: SvgPicture,
): Paint[] {
  const [, id] = /^url\(#(.*)\)$/.exec(value ?? '') ?? []
  if (id === undefined)
    return value && value !== 'none' ? [{ type: 'SOLID', color: rgbOf(value), opacity }] : []
  const gradient = gradients.get(id)
  return gradient ? [gradientPaint(gradient, opacity, box)] : []
}

function gradientPaint({ type, attributes, stops }: SvgGradient, opacity: number, box: Box): Paint {
  const gradientStops = stops.map(
    (stop): ColorStop => ({
      position: Number(stop.offset ?? 0),
      color: { ...rgbOf(stop['stop-color'] ?? '#000000'), a: Number(stop['stop-opacity'] ?? 1) },
    }),
  )
  const number = (name: string) => Number(attributes[name] ?? 0)
  const axes =
    type === 'linear'
      ? linearAxes(number('x1'), number('y1'), number('x2'), number('y2'))
      : radialAxes(number('cx'), number('cy'), number('r'))
  const own = matrixOf(attributes.gradientTransform)
  const toUnit = inverse(multiply(moved(-box.x, -box.y), multiply(own, axes)))
  const last = gradientStops[gradientStops.length - 1]
  // As in SVG: a gradient without extent has the color of its last stop.
  if (!toUnit) {
    const { a = 0, ...color } = last?.color ?? { r: 0, g: 0, b: 0, a: 0 }
    return { type: 'SOLID', color, opacity: opacity * a }
  }
  const size: Transform = [
    [box.width, 0, 0],
    [0, box.height, 0],
  ]
  return {
    type: type === 'linear' ? 'GRADIENT_LINEAR' : 'GRADIENT_RADIAL',
    gradientTransform: multiply(toUnit, size),
    gradientStops,
    opacity,
  }
}

/** From Figma's gradient space, where a linear gradient runs from (0, ½) to (1, ½). */
const linearAxes = (x1: number, y1: number, x2: number, y2: number): Transform => {
  const [dx, dy] = [x2 - x1, y2 - y1]
  return [
    [dx, -dy, x1 + dy / 2],
    [dy, dx, y1 - dx / 2],
  ]
}

/** From Figma's gradient space, where a radial gradient has the center (½, ½) and the radius ½. */
const radialAxes = (cx: number, cy: number, r: number): Transform => [
  [2 * r, 0, cx - r],
  [0, 2 * r, cy - r],
]

const moved = (x: number, y: number): Transform => [
  [1, 0, x],
  [0, 1, y],
]

function matrixOf(text: string | undefined): Transform {
  const [a, b, c, d, e, f] = (text?.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
  if (f === undefined) return IDENTITY
  return [
    [a ?? 1, c ?? 0, e ?? 0],
    [b ?? 0, d ?? 1, f],
  ]
}

const multiply = ([[a, c, e], [b, d, f]]: Transform, [[g, i, k], [h, j, l]]: Transform): Transform => [
  [a * g + c * h, a * i + c * j, a * k + c * l + e],
  [b * g + d * h, b * i + d * j, b * k + d * l + f],
]

function inverse([[a, c, e], [b, d, f]]: Transform): Transform | null {
  const determinant = a * d - b * c
  if (Math.abs(determinant) < 1e-12) return null
  const [ia, ib, ic, id] = [d / determinant, -b / determinant, -c / determinant, a / determinant]
  return [
    [ia, ic, -(ia * e + ic * f)],
    [ib, id, -(ib * e + id * f)],
  ]
}
