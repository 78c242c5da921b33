import type {
  ColorStop,
  GradientPaint,
  Paint,
  Rect,
  SolidPaint,
  Transform,
} from '@figma/plugin-typings/plugin-api-standalone'
import { IDENTITY, inverse, multiply, scaling, translation } from '../document/geometry/matrix'
import { BLACK, parseColor } from './colors'
import { parseNumber, parseTransform } from './values'
import type { XmlElement } from './xml'

const KNOWN = {
  linearGradient: ['x1', 'y1', 'x2', 'y2'],
  radialGradient: ['cx', 'cy', 'r', 'fx', 'fy'],
} as const

/** Returns whether an element is a gradient. */
export function isGradient({ name }: XmlElement): boolean {
  return name in KNOWN
}

/** Returns a solid paint. `opacity`: 0..1. */
export function solid(color: SolidPaint['color'], opacity: number): SolidPaint {
  return { type: 'SOLID', visible: true, opacity, blendMode: 'NORMAL', color }
}

/**
 * Converts a gradient to a paint. `box`: the shape's bounding box in its container; `toContainer`: the transform from the gradient's user
 * space. Gradients that Figma is not recorded to import become black and are reported.
 */
export function gradientPaint(
  gradient: XmlElement,
  toContainer: Transform,
  box: Rect,
  opacity: number,
  fault: (message: string) => void,
): Paint {
  const { name, attributes } = gradient
  if (!isSafe(gradient, fault)) return solid(BLACK, opacity)
  const stops = stopsOf(gradient, fault)
  const last = stops[stops.length - 1]
  if (!last) return solid(BLACK, 0)
  const value = (attribute: string, otherwise: number) => parseNumber(attributes[attribute]) ?? otherwise
  const own =
    attributes.gradientTransform === undefined ? IDENTITY : parseTransform(attributes.gradientTransform)
  if (!own) fault(`gradientTransform="${attributes.gradientTransform}" is unreadable`)
  const linear = name === 'linearGradient'
  const axes = linear
    ? linearAxes(value('x1', 0), value('y1', 0), value('x2', 0), value('y2', 0))
    : radialAxes(value('cx', 0), value('cy', 0), value('r', 0))
  const toUnit = inverse(
    multiply(translation(-box.x, -box.y), multiply(multiply(toContainer, own ?? IDENTITY), axes)),
  )
  // SVG: a gradient with zero extent, or with one stop, has the color of its last stop.
  if (!toUnit || stops.length === 1) {
    const { a, ...color } = last.color
    return solid(color, opacity * a)
  }
  return {
    type: linear ? 'GRADIENT_LINEAR' : 'GRADIENT_RADIAL',
    visible: true,
    opacity,
    blendMode: 'NORMAL',
    gradientTransform: multiply(toUnit, scaling(box.width, box.height)),
    gradientStops: stops,
  } satisfies GradientPaint
}

/** Returns the transform from Figma's gradient space, where a linear gradient runs from (0, ½) to (1, ½), to the given line in px. */
function linearAxes(x1: number, y1: number, x2: number, y2: number): Transform {
  const [dx, dy] = [x2 - x1, y2 - y1]
  return [
    [dx, -dy, x1 + dy / 2],
    [dy, dx, y1 - dx / 2],
  ]
}

/**
 * Returns the transform from Figma's gradient space, where a radial gradient has the center (½, ½) and the radius ½, to the given circle.
 */
function radialAxes(cx: number, cy: number, r: number): Transform {
  return [
    [2 * r, 0, cx - r],
    [0, 2 * r, cy - r],
  ]
}

function isSafe({ name, attributes }: XmlElement, fault: (message: string) => void): boolean {
  const where = `<${name} id="${attributes.id}">`
  if (attributes.gradientUnits !== 'userSpaceOnUse') {
    fault(`${where} does not have gradientUnits="userSpaceOnUse"`)
    return false
  }
  const numbers: readonly string[] = KNOWN[name as keyof typeof KNOWN]
  const known = [...numbers, 'id', 'class', 'gradientUnits', 'gradientTransform']
  for (const [attribute, value] of Object.entries(attributes)) {
    const idle = attribute === 'spreadMethod' && value === 'pad'
    const focus =
      (attribute === 'fx' && value !== attributes.cx) || (attribute === 'fy' && value !== attributes.cy)
    const unreadable = numbers.includes(attribute) && parseNumber(value) === null
    if (focus || unreadable || (!known.includes(attribute) && !idle)) {
      fault(`${attribute}="${value}" of ${where} is lost`)
      return false
    }
  }
  return true
}

function stopsOf({ children }: XmlElement, fault: (message: string) => void): ColorStop[] {
  let least = 0
  return children.flatMap(({ name, attributes }) => {
    if (name !== 'stop') {
      fault(`<${name}> in a gradient is lost`)
      return []
    }
    for (const attribute of Object.keys(attributes)) {
      if (!['offset', 'stop-color', 'stop-opacity', 'class', 'id'].includes(attribute)) {
        fault(`the attribute ${attribute} of <stop> is lost`)
      }
    }
    least = Math.min(1, Math.max(least, offset(attributes.offset)))
    const written = attributes['stop-color']?.trim() ?? '#000000'
    const color = parseColor(written)
    if (!color) fault(`stop-color="${written}" is black`)
    const opacity = Math.min(1, Math.max(0, parseNumber(attributes['stop-opacity']) ?? 1))
    return [{ position: least, color: { ...(color ?? BLACK), a: opacity } }]
  })
}

function offset(text = '0'): number {
  return text.endsWith('%') ? (parseNumber(text.slice(0, -1)) ?? 0) / 100 : (parseNumber(text) ?? 0)
}
