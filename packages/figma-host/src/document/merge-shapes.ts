import type { Paint, Transform, VectorPath } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentModel } from './document'
import { notModeled } from './errors'
import { IDENTITY, inverse, multiply, scaling, translation, unionOf } from './geometry/matrix'
import { outlineOf } from './geometry/outlines'
import {
  formatPathData,
  type PathCommand,
  parsePathData,
  pathBounds,
  transformPath,
} from './geometry/path-data'
import { absoluteBox, absoluteTransform, containerOf } from './layout'
import type { NodeData } from './node-data'

interface Piece {
  readonly shape: NodeData
  readonly windingRule: VectorPath['windingRule']
  readonly commands: PathCommand[]
  /** From the shape's own coordinates to the container of the result. */
  readonly place: Transform
}

/**
 * Flattens layers into one vector, like `figma.flatten`, and removes them. Every outline becomes a path that keeps its fills, like the
 * regions of Figma's vector networks (Figma doc: VectorRegion). Strokes, opacity, and blend mode apply to the whole vector, so layers that
 * differ in them are refused, and so are layers that clip or mask. Returns the new node's id.
 */
export function mergeShapes(
  document: DocumentModel,
  ids: readonly string[],
  parent: string,
  index: number,
): string {
  const shapes = ids.flatMap((id) => shapesIn(document, document.need(id)))
  const [first] = shapes
  if (!first) throw notModeled('figma.flatten of layers without a shape')
  if (shapes.some((shape) => overall(shape) !== overall(first))) {
    throw notModeled('figma.flatten of layers with different strokes, opacity or blending')
  }
  const { name } = document.need(ids[0] ?? '')
  const id = document.create({ ...look(first), type: 'VECTOR', name }, parent, index)
  const container = containerOf(document, document.need(id))
  const toContainer = (container && inverse(absoluteTransform(document, container))) ?? IDENTITY
  const pieces = shapes.flatMap((shape) => piecesOf(document, shape, toContainer))
  const box = unionOf(pieces.flatMap(({ commands }) => pathBounds(commands) ?? [])) ?? EMPTY
  const fills = pieces.map(({ shape, place }) => moved(shape.fills, shape, place, box))
  const same = fills.every((each) => JSON.stringify(each) === JSON.stringify(fills[0]))
  document.update(id, {
    transform: translation(box.x, box.y),
    width: box.width,
    height: box.height,
    fills: same ? (fills[0] ?? []) : [],
    pathFills: same ? null : fills,
    vectorPaths: pieces.map(({ windingRule, commands }) => ({
      windingRule,
      data: formatPathData(transformPath(commands, translation(-box.x, -box.y))),
    })),
  })
  for (const merged of ids) document.remove(merged)
  return id
}

const EMPTY = { x: 0, y: 0, width: 0, height: 0 }

/** Returns what the vector gets from its parts, which must all have the same values. */
function look(shape: NodeData) {
  const { strokes, strokeWeight, strokeAlign, strokeCap, strokeJoin, strokeMiterLimit, dashPattern } = shape
  const { opacity, blendMode } = shape
  const stroked = strokes.some(({ visible }) => visible !== false)
  const stroke = { strokes, strokeWeight, strokeAlign, strokeCap, strokeJoin, strokeMiterLimit, dashPattern }
  return { opacity, blendMode, ...(stroked ? stroke : {}) }
}

function overall(shape: NodeData): string {
  return JSON.stringify({ ...look(shape), blendMode: shape.blendMode.replace('PASS_THROUGH', 'NORMAL') })
}

/** Returns the layers with an outline inside a layer, from back to front. */
function shapesIn(document: DocumentModel, node: NodeData): NodeData[] {
  if (node.isMask) throw notModeled('figma.flatten of a mask')
  if (node.type === 'TEXT' || node.type === 'SECTION') throw notModeled(`figma.flatten of a ${node.type}`)
  if (node.children.length === 0) return node.type === 'GROUP' ? [] : [node]
  if (node.opacity !== 1) throw notModeled('figma.flatten of a translucent holder')
  if (node.clipsContent && !holdsAll(document, node)) {
    throw notModeled('figma.flatten of a frame that cuts its content off')
  }
  const own = node.fills.length > 0 || node.strokes.length > 0 ? [node] : []
  const children = node.children.map((id) => document.need(id)).filter(({ visible }) => visible)
  return [...(node.type === 'GROUP' ? [] : own), ...children.flatMap((child) => shapesIn(document, child))]
}

function holdsAll(document: DocumentModel, frame: NodeData): boolean {
  const box = absoluteBox(document, frame)
  return frame.children.every((id) => {
    const { x, y, width, height } = absoluteBox(document, document.need(id))
    const [right, bottom] = [box.x + box.width, box.y + box.height]
    const hair = 1e-6
    return x >= box.x - hair && y >= box.y - hair && x + width <= right + hair && y + height <= bottom + hair
  })
}

function piecesOf(document: DocumentModel, shape: NodeData, toContainer: Transform): Piece[] {
  const place = multiply(toContainer, absoluteTransform(document, shape))
  const paths = shape.pathFills
    ? shape.vectorPaths.map((path, at) => ({ path, shape: { ...shape, fills: shape.pathFills?.[at] ?? [] } }))
    : outlineOf(shape).map((path) => ({ path, shape }))
  return paths.map(({ path: { windingRule, data }, shape }) => ({
    shape,
    windingRule,
    commands: transformPath(parsePathData(data), place),
    place,
  }))
}

/** Returns fills that look the same in a vector with another bounding box, because gradients are stretched to it. */
function moved(fills: readonly Paint[], { width, height }: NodeData, place: Transform, box: typeof EMPTY) {
  const back = inverse(place)
  const unit = inverse(scaling(width, height))
  if (!back || !unit) return fills
  const fromNew = multiply(multiply(back, translation(box.x, box.y)), scaling(box.width, box.height))
  const change = multiply(unit, fromNew)
  return fills.map((paint) =>
    'gradientTransform' in paint
      ? { ...paint, gradientTransform: multiply(paint.gradientTransform, change) }
      : paint,
  )
}
