import type { VectorPath } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentModel } from './document'
import { notModelled } from './errors'
import { IDENTITY, inverse, multiply, translation, unionOf } from './geometry/matrix'
import {
  formatPathData,
  type PathCommand,
  parsePathData,
  pathBounds,
  transformPath,
} from './geometry/path-data'
import { absoluteTransform, containerOf } from './layout'
import type { NodeData } from './node-data'

interface Piece {
  readonly windingRule: VectorPath['windingRule']
  readonly commands: PathCommand[]
}

/**
 * Makes one vector out of vectors (also in groups) as `figma.flatten` does, and removes them. Only for vectors which
 * share one look: Figma keeps the paints of each region, which the host has no record for. Returns the new node's id.
 */
export function mergeShapes(
  document: DocumentModel,
  ids: readonly string[],
  parent: string,
  index: number,
): string {
  const shapes = ids.flatMap((id) => shapesIn(document, document.need(id)))
  const [first] = shapes
  if (!first) throw notModelled('figma.flatten of layers without a shape')
  const look = (shape: NodeData) =>
    JSON.stringify([shape.fills, shape.strokes, shape.strokeWeight, shape.opacity])
  if (shapes.some((shape) => look(shape) !== look(first))) {
    throw notModelled('figma.flatten of layers with different paints')
  }
  const id = document.create({ ...first, name: document.need(ids[0] ?? '').name }, parent, index)
  const container = containerOf(document, document.need(id))
  const toContainer = (container && inverse(absoluteTransform(document, container))) ?? IDENTITY
  const pieces = shapes.flatMap((shape): Piece[] => {
    const place = multiply(toContainer, absoluteTransform(document, shape))
    return shape.vectorPaths.map(({ windingRule, data }) => ({
      windingRule,
      commands: transformPath(parsePathData(data), place),
    }))
  })
  const box = unionOf(pieces.flatMap(({ commands }) => pathBounds(commands) ?? [])) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  }
  document.update(id, {
    transform: translation(box.x, box.y),
    width: box.width,
    height: box.height,
    vectorPaths: pieces.map(({ windingRule, commands }) => ({
      windingRule,
      data: formatPathData(transformPath(commands, translation(-box.x, -box.y))),
    })),
  })
  for (const merged of ids) document.remove(merged)
  return id
}

function shapesIn(document: DocumentModel, node: NodeData): NodeData[] {
  if (node.type === 'VECTOR') return [node]
  if (node.type !== 'GROUP') throw notModelled(`figma.flatten of a ${node.type}`)
  return node.children.flatMap((id) => shapesIn(document, document.need(id)))
}
