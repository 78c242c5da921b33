import type {
  BlendMode,
  ColorStop,
  GradientPaint,
  ImagePaint,
  Paint,
  RGB,
  RGBA,
  SolidPaint,
  Transform,
} from '@figma/plugin-typings/plugin-api-standalone'
import { boolean, invalid, kindOf, list, number, oneOf, optional, record, text } from './check'
import { notModeled } from './errors'

/** The blend modes that browsers can render. The typings also have LINEAR_BURN. */
const BLEND_MODES = [
  'PASS_THROUGH',
  'NORMAL',
  'DARKEN',
  'MULTIPLY',
  'COLOR_BURN',
  'LIGHTEN',
  'SCREEN',
  'LINEAR_DODGE',
  'COLOR_DODGE',
  'OVERLAY',
  'SOFT_LIGHT',
  'HARD_LIGHT',
  'DIFFERENCE',
  'EXCLUSION',
  'HUE',
  'SATURATION',
  'COLOR',
  'LUMINOSITY',
] as const satisfies readonly BlendMode[]

const GRADIENTS = ['GRADIENT_LINEAR', 'GRADIENT_RADIAL'] as const
const OTHER_TYPES = ['GRADIENT_ANGULAR', 'GRADIENT_DIAMOND', 'VIDEO', 'PATTERN', 'SHADER']
const COMMON_KEYS = ['type', 'visible', 'opacity', 'blendMode', 'boundVariables']

/** Validates and copies a list of paints. Throws an error that names the invalid part, or the paint type that the host does not model. */
export function paints(value: unknown, where: string): readonly Paint[] {
  return list(value, where, paint)
}

function paint(value: unknown, where: string): Paint {
  if (kindOf(value) !== 'object') throw invalid(where, `Expected object, received ${kindOf(value)}`)
  const { type } = value as { type?: unknown }
  if (typeof type === 'string' && OTHER_TYPES.includes(type))
    throw notModeled(`paint type ${type} in ${where}`)
  if (type === 'SOLID') return solidPaint(value, where)
  if (type === 'IMAGE') return imagePaint(value, where)
  return gradientPaint(value, where, oneOf(type, `${where}.type`, ['SOLID', 'IMAGE', ...GRADIENTS]))
}

/** Validates and copies a solid paint. */
export function solidPaint(value: unknown, where: string): SolidPaint {
  const fields = record(value, where, [...COMMON_KEYS, 'color'])
  return { type: 'SOLID', ...common(fields, where), color: rgb(fields.color, `${where}.color`) }
}

function gradientPaint(
  value: unknown,
  where: string,
  type: 'SOLID' | 'IMAGE' | GradientPaint['type'],
): GradientPaint {
  if (type === 'SOLID' || type === 'IMAGE') throw invalid(where, 'Expected a gradient')
  const keys = COMMON_KEYS.filter((key) => key !== 'boundVariables')
  const fields = record(value, where, [...keys, 'gradientTransform', 'gradientStops'])
  const gradientStops = list(fields.gradientStops, `${where}.gradientStops`, stop)
  if (gradientStops.length < 2)
    throw invalid(`${where}.gradientStops`, 'Array must contain at least 2 element(s)')
  const gradientTransform = transform(fields.gradientTransform, `${where}.gradientTransform`)
  return { type, ...common(fields, where), gradientTransform, gradientStops }
}

function imagePaint(value: unknown, where: string): ImagePaint {
  const keys = COMMON_KEYS.filter((key) => key !== 'boundVariables')
  const fields = record(value, where, [...keys, 'scaleMode', 'imageHash', 'imageTransform'])
  const scaleMode = oneOf(fields.scaleMode, `${where}.scaleMode`, ['FILL', 'FIT', 'CROP', 'TILE'])
  if (scaleMode === 'TILE') throw notModeled(`scale mode TILE in ${where}`)
  const imageTransform = optional(fields.imageTransform, `${where}.imageTransform`, transform)
  // Typings: only for this mode.
  if (imageTransform && scaleMode !== 'CROP') throw invalid(`${where}.imageTransform`, 'Only for CROP')
  return {
    type: 'IMAGE',
    ...common(fields, where),
    scaleMode,
    imageHash: fields.imageHash === null ? null : text(fields.imageHash, `${where}.imageHash`),
    ...(imageTransform && { imageTransform }),
  }
}

/** Properties of every paint. Figma always returns these three, even if they were not set. */
function common(fields: Record<string, unknown>, where: string) {
  const bound = optional(fields.boundVariables, `${where}.boundVariables`, boundColor)
  return {
    visible: optional(fields.visible, `${where}.visible`, boolean) ?? true,
    opacity: optional(fields.opacity, `${where}.opacity`, (value, at) => number(value, at, 0, 1)) ?? 1,
    blendMode: optional(fields.blendMode, `${where}.blendMode`, blendMode) ?? 'NORMAL',
    ...(bound ? { boundVariables: bound } : {}),
  }
}

function boundColor(value: unknown, where: string): NonNullable<SolidPaint['boundVariables']> {
  const { color } = record(value, where, ['color'])
  if (color === undefined) return {}
  const alias = record(color, `${where}.color`, ['type', 'id'])
  return {
    color: {
      type: oneOf(alias.type, `${where}.color.type`, ['VARIABLE_ALIAS']),
      id: text(alias.id, `${where}.color.id`),
    },
  }
}

function stop(value: unknown, where: string): ColorStop {
  const fields = record(value, where, ['position', 'color', 'boundVariables'])
  const bound = optional(fields.boundVariables, `${where}.boundVariables`, boundColor)
  return {
    position: number(fields.position, `${where}.position`, 0, 1),
    color: rgba(fields.color, `${where}.color`),
    ...(bound ? { boundVariables: bound } : {}),
  }
}

function rgb(value: unknown, where: string): RGB {
  const fields = record(value, where, ['r', 'g', 'b'])
  return { r: unit(fields.r, `${where}.r`), g: unit(fields.g, `${where}.g`), b: unit(fields.b, `${where}.b`) }
}

function rgba(value: unknown, where: string): RGBA {
  const { a, ...fields } = record(value, where, ['r', 'g', 'b', 'a'])
  return { ...rgb(fields, where), a: unit(a, `${where}.a`) }
}

/** Validates a color. Default alpha: 1. */
export function color(value: unknown, where: string): RGBA {
  const { a, ...fields } = record(value, where, ['r', 'g', 'b', 'a'])
  return { ...rgb(fields, where), a: a === undefined ? 1 : unit(a, `${where}.a`) }
}

function unit(value: unknown, where: string): number {
  return number(value, where, 0, 1)
}

/** Validates a blend mode. */
export function blendMode(value: unknown, where: string): BlendMode {
  if (value === 'LINEAR_BURN') throw notModeled(`blend mode LINEAR_BURN in ${where}`)
  return oneOf(value, where, BLEND_MODES)
}

/** Validates and copies a 2 × 3 matrix of finite numbers. */
export function transform(value: unknown, where: string): Transform {
  const rows = list(value, where, (row, at) => list(row, at, number))
  const [[a, c, e] = [], [b, d, f] = []] = rows
  const right = rows.length === 2 && rows.every((row) => row.length === 3)
  if (!right || a === undefined || b === undefined || c === undefined || d === undefined) {
    throw invalid(where, 'Expected two rows of three numbers')
  }
  return [
    [a, c, e ?? 0],
    [b, d, f ?? 0],
  ]
}
