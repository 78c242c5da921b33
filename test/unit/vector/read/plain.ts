import type { Drawing, Gradient, Paint, Shape, Stroke } from '../../../../src/vector/drawing'
import { CLOSE, CUBIC, LINE, MOVE, type Path } from '../../../../src/vector/path/path'

const LETTERS: Readonly<Record<number, string>> = { [MOVE]: 'M', [LINE]: 'L', [CUBIC]: 'C', [CLOSE]: 'Z' }
const COUNTS: Readonly<Record<number, number>> = { [MOVE]: 2, [LINE]: 2, [CUBIC]: 6, [CLOSE]: 0 }

/** Describes a drawing for tests: the attributes of each path, and each gradient, in order. */
export function plain({ shapes }: Drawing): { readonly paths: string[]; readonly gradients: string[] } {
  const gradients: string[] = []
  const name = (paint: Paint): string =>
    paint.type === 'solid' ? paint.color : `url(#${gradients.push(gradientText(paint))})`
  return { paths: shapes.map((shape) => shapeText(shape, name)), gradients }
}

type Name = (paint: Paint) => string

function shapeText({ path, fill, opacity, fillRule, stroke }: Shape, name: Name): string {
  return attributes({
    d: dataOf(path),
    fill: fill ? name(fill) : 'none',
    'fill-opacity': fill && opacity < 1 && fraction(opacity),
    'fill-rule': fillRule === 'evenodd' && fillRule,
    ...(stroke && strokeAttributes(stroke, name)),
  })
}

function strokeAttributes({ paint, opacity, width, cap, join, miterLimit, dashes }: Stroke, name: Name) {
  return {
    stroke: name(paint),
    'stroke-width': number(width),
    'stroke-opacity': opacity < 1 && fraction(opacity),
    'stroke-linecap': cap !== 'butt' && cap,
    'stroke-linejoin': join !== 'miter' && join,
    'stroke-miterlimit': join === 'miter' && miterLimit !== 4 && number(miterLimit),
    'stroke-dasharray': dashes.length > 0 && dashes.map(number).join(' '),
  }
}

function gradientText(gradient: Gradient): string {
  const stops = gradient.stops.map(
    ({ offset, color, opacity }) =>
      `<stop ${attributes({
        offset: fraction(offset),
        'stop-color': color,
        'stop-opacity': opacity < 1 && fraction(opacity),
      })}/>`,
  )
  const { type } = gradient
  if (type === 'linear') {
    const { x1, y1, x2, y2 } = gradient
    const line = attributes({ x1: number(x1), y1: number(y1), x2: number(x2), y2: number(y2) })
    return `<linearGradient ${line}>${stops.join('')}</linearGradient>`
  }
  const { cx, cy, r, fx, fy, matrix } = gradient
  const values = [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f].map(precise).join(' ')
  const circle = attributes({
    cx: precise(cx),
    cy: precise(cy),
    r: precise(r),
    fx: (fx !== cx || fy !== cy) && precise(fx),
    fy: (fx !== cx || fy !== cy) && precise(fy),
    gradientTransform: values !== '1 0 0 1 0 0' && `matrix(${values})`,
  })
  return `<radialGradient ${circle}>${stops.join('')}</radialGradient>`
}

/** Returns path data with absolute commands. */
export function dataOf({ commands, coords }: Path): string {
  let at = 0
  return [...commands]
    .map((command) => {
      const from = at
      at += COUNTS[command] ?? 0
      return `${LETTERS[command]}${[...coords.slice(from, at)].map(number).join(' ')}`
    })
    .join('')
}

const attributes = (values: Readonly<Record<string, string | false | null>>) =>
  Object.entries(values)
    .filter(([, value]) => typeof value === 'string')
    .map(([key, value]) => `${key}="${value}"`)
    .join(' ')

const rounded = (places: number) => (value: number) => String(Number(value.toFixed(places)) || 0)
const number = rounded(2)
const fraction = rounded(4)
const precise = rounded(6)
