import type { GeometryMixin } from '@figma/plugin-typings/plugin-api-standalone'
import type { StyleData } from '../assets'
import { type Capability, MIXED, type NodeSubject } from '../capability'
import { invalid, list, number, oneOf, text } from '../check'
import { ApiError } from '../errors'
import { paints } from '../paints'
import { assertBindable, resolvePaints } from '../variables'

const CAPS = [
  'NONE',
  'ROUND',
  'SQUARE',
  'ARROW_LINES',
  'ARROW_EQUILATERAL',
  'DIAMOND_FILLED',
  'TRIANGLE_FILLED',
  'CIRCLE_FILLED',
] as const

/** Returns a setter for a style id that throws, because `dynamic-page` requires the asynchronous call (Figma doc). */
function styleIdSetter(call: string) {
  return (): never => {
    throw new ApiError(`Cannot write to node with unloaded pages or styles. Use ${call} instead.`)
  }
}

/** Returns the style with an id in this file; null for ''. Throws if there is none. */
function styleWith({ document }: NodeSubject, value: unknown): StyleData | null {
  const id = text(value, 'styleId')
  if (id === '') return null
  const style = document.asset('style', id)
  if (style && (!style.remote || style.imported)) return style
  throw new ApiError(`There is no paint style with the id "${id}"`)
}

function checkedPaints({ document }: NodeSubject, value: unknown, where: string) {
  const wanted = paints(value, where)
  assertBindable(document, wanted, where)
  for (const paint of wanted) {
    if (paint.type === 'IMAGE' && paint.imageHash !== null && !document.images.has(paint.imageHash))
      throw invalid(where, `There is no image with the hash "${paint.imageHash}"`)
  }
  return wanted
}

/** The fills of a layer. Reading resolves variables for the layer; writing removes the style. */
export const fills = {
  fills: {
    get: ({ data, document, id }: NodeSubject) =>
      data.pathFills ? MIXED : resolvePaints(document, data.fills, id, 'as read'),
    set: (node: NodeSubject, value: unknown) =>
      node.document.update(node.id, {
        fills: checkedPaints(node, value, 'fills'),
        pathFills: null,
        fillStyleId: '',
      }),
  },
  fillStyleId: {
    get: ({ data }: NodeSubject) => data.fillStyleId,
    set: styleIdSetter('node.setFillStyleIdAsync'),
  },
  setFillStyleIdAsync: {
    call: async (node: NodeSubject, styleId) => {
      const style = styleWith(node, styleId)
      const look = style ? { fills: style.paints, pathFills: null } : {}
      node.document.update(node.id, { ...look, fillStyleId: style?.id ?? '' })
    },
  },
} satisfies Capability<GeometryMixin>

/** The strokes of a layer. */
export const strokes = {
  strokes: {
    get: ({ data, document, id }: NodeSubject) => resolvePaints(document, data.strokes, id, 'as read'),
    set: (node: NodeSubject, value: unknown) =>
      node.document.update(node.id, { strokes: checkedPaints(node, value, 'strokes'), strokeStyleId: '' }),
  },
  strokeStyleId: {
    get: ({ data }: NodeSubject) => data.strokeStyleId,
    set: styleIdSetter('node.setStrokeStyleIdAsync'),
  },
  setStrokeStyleIdAsync: {
    call: async (node: NodeSubject, styleId) => {
      const style = styleWith(node, styleId)
      const look = style ? { strokes: style.paints } : {}
      node.document.update(node.id, { ...look, strokeStyleId: style?.id ?? '' })
    },
  },
  strokeWeight: {
    get: ({ data }: NodeSubject) => data.strokeWeight,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { strokeWeight: number(value, 'strokeWeight', 0) }),
  },
  strokeCap: {
    get: ({ data }: NodeSubject) => data.strokeCap,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { strokeCap: oneOf(value, 'strokeCap', CAPS) }),
  },
  strokeJoin: {
    get: ({ data }: NodeSubject) => data.strokeJoin,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { strokeJoin: oneOf(value, 'strokeJoin', ['MITER', 'BEVEL', 'ROUND']) }),
  },
  strokeAlign: {
    get: ({ data }: NodeSubject) => data.strokeAlign,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { strokeAlign: oneOf(value, 'strokeAlign', ['CENTER', 'INSIDE', 'OUTSIDE']) }),
  },
  strokeMiterLimit: {
    get: ({ data }: NodeSubject) => data.strokeMiterLimit,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { strokeMiterLimit: number(value, 'strokeMiterLimit', 1) }),
  },
  dashPattern: {
    get: ({ data }: NodeSubject) => data.dashPattern,
    set: ({ document, id }: NodeSubject, value: unknown) => {
      const dashPattern = list(value, 'dashPattern', (length, at) => number(length, at, 0))
      if (dashPattern.length > 0 && dashPattern.every((length) => length === 0)) {
        throw invalid('dashPattern', 'At least one length must be greater than 0')
      }
      document.update(id, { dashPattern })
    },
  },
} satisfies Capability<GeometryMixin>
