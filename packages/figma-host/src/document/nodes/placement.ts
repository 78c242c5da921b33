import type { LayoutMixin } from '@figma/plugin-typings/plugin-api-standalone'
import { layoutFrameOf, primaryAxis } from '../auto-layout/axes'
import type { Capability, NodeSubject } from '../capability'
import { boolean, number } from '../check'
import { ApiError } from '../errors'
import { multiply } from '../geometry/matrix'
import { assertOwnPlace } from '../instances'
import { absoluteBox, absoluteTransform, placementOf, setTransform } from '../layout'
import { transform } from '../paints'
import { drawnBox } from '../render/drawn-box'
import { type ChildrenFollow, rescaleNode, resizeNode } from '../resize'

/** Minimum length of a layer's side, in px (Figma doc: resize). */
const MIN_SIDE = 0.01

const placement = ({ data, document }: NodeSubject) => placementOf(document, data)

function moveTo(node: NodeSubject, { x, y }: { x?: number; y?: number }): void {
  assertOwnPlace(node.document, node.id)
  // Figma doc (x and y): setting the position of an auto layout item has no effect and throws no error.
  if (layoutFrameOf(node.document, node.data)) return
  const [[a, c, e], [b, d, f]] = placement(node).transform
  setTransform(node.document, node.id, [
    [a, c, x ?? e],
    [b, d, y ?? f],
  ])
}

/** Returns the rotation of the x axis in degrees, counterclockwise (Figma doc: rotation). */
function rotationOf(node: NodeSubject): number {
  const [[a], [b]] = placement(node).transform
  return (Math.atan2(-b, a) * 180) / Math.PI
}

function rotateTo(node: NodeSubject, degrees: number): void {
  assertOwnPlace(node.document, node.id)
  const [[a, c, e], [b, d, f]] = placement(node).transform
  const turn = (-(degrees - rotationOf(node)) * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const turned = multiply(
    [
      [cos, -sin, 0],
      [sin, cos, 0],
    ],
    [
      [a, c, 0],
      [b, d, 0],
    ],
  )
  turned[0][2] = e
  turned[1][2] = f
  setTransform(node.document, node.id, turned)
}

/** Validates a new size. Lines have no height (Figma doc: resize). */
export function sides({ data }: NodeSubject, width: unknown, height: unknown): [number, number] {
  const [least, most] = data.type === 'LINE' ? [0, 0] : [MIN_SIDE, Number.POSITIVE_INFINITY]
  return [number(width, 'width', MIN_SIDE), number(height, 'height', least, most)]
}

/** Sets the size of a layer, which no longer hugs its content. */
function resize(node: NodeSubject, width: unknown, height: unknown, children?: ChildrenFollow): void {
  const { document, id, data } = node
  assertOwnPlace(document, id)
  const size = sides(node, width, height)
  if (data.type === 'TEXT') document.update(id, { text: { ...data.text, autoResize: 'NONE' } })
  if (primaryAxis(data)) {
    document.update(id, {
      layout: { ...data.layout, primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' },
    })
  }
  resizeNode(document, id, ...size, children)
}

/** Position and size of a layer in px, relative to its container. */
export const position = {
  x: {
    get: (node: NodeSubject) => placement(node).transform[0][2],
    set: (node: NodeSubject, value: unknown) => moveTo(node, { x: number(value, 'x') }),
  },
  y: {
    get: (node: NodeSubject) => placement(node).transform[1][2],
    set: (node: NodeSubject, value: unknown) => moveTo(node, { y: number(value, 'y') }),
  },
  width: { get: (node: NodeSubject) => placement(node).width },
  height: { get: (node: NodeSubject) => placement(node).height },
  absoluteTransform: { get: ({ data, document }: NodeSubject) => absoluteTransform(document, data) },
  absoluteBoundingBox: { get: ({ data, document }: NodeSubject) => absoluteBox(document, data) },
  relativeTransform: {
    get: (node: NodeSubject) => placement(node).transform,
    set: ({ document, id }: NodeSubject, value: unknown) => {
      assertOwnPlace(document, id)
      const wanted = transform(value, 'relativeTransform')
      // Figma doc: the axes always have unit length; the size of a layer is not part of its transform.
      const [[a, c], [b, d]] = wanted
      if (Math.abs(Math.hypot(a, b) - 1) > 1e-3 || Math.abs(Math.hypot(c, d) - 1) > 1e-3) {
        throw new ApiError('Property "relativeTransform" failed validation: The matrix must not scale')
      }
      setTransform(document, id, wanted)
    },
  },
} satisfies Capability<LayoutMixin>

/** Rotation and size of a layer. */
export const sizing = {
  rotation: {
    get: rotationOf,
    set: (node: NodeSubject, value: unknown) => rotateTo(node, number(value, 'rotation')),
  },
  absoluteRenderBounds: {
    get: ({ data, document, id }: NodeSubject) =>
      [...document.ancestors(id)].every(({ visible }) => visible) ? drawnBox(document, data) : null,
  },
  constrainProportions: {
    get: ({ data }: NodeSubject) => data.constrainProportions,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { constrainProportions: boolean(value, 'constrainProportions') }),
  },
  resize: { call: (node: NodeSubject, width, height) => resize(node, width, height) },
  resizeWithoutConstraints: {
    call: (node: NodeSubject, width, height) => resize(node, width, height, 'not-at-all'),
  },
  rescale: {
    call: ({ document, id }: NodeSubject, scale) => {
      assertOwnPlace(document, id)
      rescaleNode(document, id, number(scale, 'scale', MIN_SIDE))
    },
  },
} satisfies Capability<LayoutMixin>
