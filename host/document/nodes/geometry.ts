import type { GeometryMixin } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { invalid, list, number, oneOf } from '../check'
import { ApiError } from '../errors'
import { paints } from '../paints'

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

/** Stands for the setter of a style id, which `dynamic-page` forbids in favour of the asynchronous call (Figma doc). */
function styleIdSetter(call: string) {
  return (): never => {
    throw new ApiError(`Cannot write to node with unloaded pages or styles. Use ${call} instead.`)
  }
}

/** The inside of a layer. */
export const fills = {
  fills: {
    get: ({ data }: NodeSubject) => data.fills,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { fills: paints(value, 'fills') }),
  },
  // No style can be bound, since the host models none: the id always is empty.
  fillStyleId: { get: () => '', set: styleIdSetter('node.setFillStyleIdAsync') },
} satisfies Capability<GeometryMixin, 'fills' | 'fillStyleId'>

/** The outline of a layer. */
export const strokes = {
  strokes: {
    get: ({ data }: NodeSubject) => data.strokes,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { strokes: paints(value, 'strokes') }),
  },
  strokeStyleId: { get: () => '', set: styleIdSetter('node.setStrokeStyleIdAsync') },
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
} satisfies Capability<
  GeometryMixin,
  | 'strokes'
  | 'strokeStyleId'
  | 'strokeWeight'
  | 'strokeCap'
  | 'strokeJoin'
  | 'strokeAlign'
  | 'strokeMiterLimit'
  | 'dashPattern'
>
