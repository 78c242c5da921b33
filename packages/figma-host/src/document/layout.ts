import type { Rect, Transform } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentTree } from './document-tree'
import { boxOf, IDENTITY, inverse, multiply, translation, unionOf } from './geometry/matrix'
import type { NodeData } from './node-data'

/** Position and size of a node in its container, in px. */
export interface Placement {
  /** From the node's own coordinates to its container's. */
  readonly transform: Transform
  readonly width: number
  readonly height: number
}

/** Returns a transform without its translation. */
function linearPart([[a, c], [b, d]]: Transform): Transform {
  return [
    [a, c, 0],
    [b, d, 0],
  ]
}

/** Returns the position and size of a node. For a group, this is the bounding box of its children along the group's own axes. */
export function placementOf(document: DocumentTree, node: NodeData): Placement {
  if (node.type !== 'GROUP') return node
  const axes = linearPart(node.transform)
  const back = inverse(axes) ?? IDENTITY
  const boxes = node.children.map((id) => {
    const { transform, width, height } = placementOf(document, document.need(id))
    return boxOf(multiply(back, transform), { x: 0, y: 0, width, height })
  })
  const box = unionOf(boxes) ?? { x: 0, y: 0, width: 0, height: 0 }
  return {
    transform: multiply(axes, translation(box.x, box.y)),
    width: box.width,
    height: box.height,
  }
}

/** Returns the nearest ancestor that is not a group, which a node's position is relative to (Figma doc: relativeTransform). */
export function containerOf(document: DocumentTree, node: NodeData): NodeData | undefined {
  let at = document.get(node.parent ?? '')
  while (at?.type === 'GROUP') at = document.get(at.parent ?? '')
  return at
}

/** Returns the transform from a node's own coordinates to the page's. */
export function absoluteTransform(document: DocumentTree, node: NodeData): Transform {
  if (node.type === 'PAGE' || node.type === 'DOCUMENT') return IDENTITY
  const container = containerOf(document, node)
  const { transform } = placementOf(document, node)
  return container ? multiply(absoluteTransform(document, container), transform) : transform
}

/** Returns the bounding box of a node on its page, in px. */
export function absoluteBox(document: DocumentTree, node: NodeData): Rect {
  const { width, height } = placementOf(document, node)
  return boxOf(absoluteTransform(document, node), { x: 0, y: 0, width, height })
}

/** Sets a node's transform in its container. For a group, moves its children. */
export function setTransform(document: DocumentTree, id: string, transform: Transform): void {
  const node = document.need(id)
  if (node.type !== 'GROUP') {
    document.update(id, { transform })
    return
  }
  const back = inverse(placementOf(document, node).transform)
  if (back) moveChildren(document, node, multiply(transform, back))
  document.update(id, { transform: linearPart(transform) })
}

function moveChildren(document: DocumentTree, group: NodeData, delta: Transform): void {
  for (const id of group.children) {
    const child = document.need(id)
    if (child.type === 'GROUP') {
      moveChildren(document, child, delta)
      document.update(id, { transform: multiply(linearPart(delta), child.transform) })
    } else {
      document.update(id, { transform: multiply(delta, child.transform) })
    }
  }
}
