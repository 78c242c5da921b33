import type { ConstraintType, Transform } from '@figma/plugin-typings/plugin-api-standalone'
import { layoutFrameOf } from './auto-layout/axes'
import type { DocumentTree } from './document-tree'
import { applyTo, boxOf, inverse, multiply, scaling, translation } from './geometry/matrix'
import { formatPathData, parsePathData, transformPath } from './geometry/path-data'
import { placementOf } from './layout'
import type { AutoLayoutData, NodeData } from './node-data'
import { textSize } from './text'

/** Whether the children of a frame follow its new size by their constraints, or stay. */
export type ChildrenFollow = 'by-constraints' | 'not-at-all'

/** Sets the size of a node in px. Strokes and corners keep theirs (Figma doc: resize). */
export function resizeNode(
  document: DocumentTree,
  id: string,
  width: number,
  height: number,
  children: ChildrenFollow = 'by-constraints',
): void {
  const node = document.need(id)
  const old = placementOf(document, node)
  const [sx, sy] = [ratio(width, old.width), ratio(height, old.height)]
  if (node.type === 'GROUP') {
    const back = inverse(old.transform)
    if (back) stretchChildren(document, node, multiply(multiply(old.transform, scaling(sx, sy)), back))
    return
  }
  const { text } = node
  const size = node.type === 'TEXT' ? textSize({ text, width, height }) : { width, height }
  document.update(id, { ...size, vectorPaths: scalePaths(node, sx, sy) })
  if (children === 'by-constraints') followFrame(document, node, node, width, height)
}

/** Scales a node and its descendants about its top left corner, including strokes and corners (Figma doc: rescale). */
export function rescaleNode(document: DocumentTree, id: string, scale: number): void {
  const node = document.need(id)
  const { transform } = placementOf(document, node)
  const origin = applyTo(transform, { x: 0, y: 0 })
  const about = multiply(
    multiply(translation(origin.x, origin.y), scaling(scale, scale)),
    translation(-origin.x, -origin.y),
  )
  if (node.type === 'GROUP') for (const child of node.children) rescaleWithin(document, child, about, scale)
  else rescaleWithin(document, id, about, scale)
}

/** Scales a node inside a container, whose coordinates are scaled by `about`. */
function rescaleWithin(document: DocumentTree, id: string, about: Transform, scale: number): void {
  const node = document.need(id)
  if (node.type === 'GROUP') {
    for (const child of node.children) rescaleWithin(document, child, about, scale)
    return
  }
  const [[a, c], [b, d]] = node.transform
  const origin = applyTo(about, { x: node.transform[0][2], y: node.transform[1][2] })
  document.update(id, {
    transform: [
      [a, c, origin.x],
      [b, d, origin.y],
    ],
    width: node.width * scale,
    height: node.height * scale,
    vectorPaths: scalePaths(node, scale, scale),
    strokeWeight: node.strokeWeight * scale,
    dashPattern: node.dashPattern.map((length) => length * scale),
    corners: [
      node.corners[0] * scale,
      node.corners[1] * scale,
      node.corners[2] * scale,
      node.corners[3] * scale,
    ],
    layout: scaleLayout(node.layout, scale),
    text: { ...node.text, fontSize: node.text.fontSize * scale },
  })
  for (const child of node.children) rescaleWithin(document, child, scaling(scale, scale), scale)
}

function scaleLayout(layout: AutoLayoutData, scale: number): AutoLayoutData {
  const scaled = (length: number | null) => (length === null ? null : length * scale)
  return {
    ...layout,
    itemSpacing: layout.itemSpacing * scale,
    gridRowGap: layout.gridRowGap * scale,
    gridColumnGap: layout.gridColumnGap * scale,
    paddingLeft: layout.paddingLeft * scale,
    paddingRight: layout.paddingRight * scale,
    paddingTop: layout.paddingTop * scale,
    paddingBottom: layout.paddingBottom * scale,
    minWidth: scaled(layout.minWidth),
    maxWidth: scaled(layout.maxWidth),
    minHeight: scaled(layout.minHeight),
    maxHeight: scaled(layout.maxHeight),
  }
}

/** Stretches the children of a group with the scale of their container's coordinates. */
function stretchChildren(document: DocumentTree, group: NodeData, stretch: Transform): void {
  for (const id of group.children) {
    const child = document.need(id)
    if (child.type === 'GROUP') {
      stretchChildren(document, child, stretch)
      continue
    }
    const [[a, c, x], [b, d, y]] = child.transform
    const [[sa, sc], [sb, sd]] = stretch
    const sx = Math.hypot(sa * a + sc * b, sb * a + sd * b) / (Math.hypot(a, b) || 1)
    const sy = Math.hypot(sa * c + sc * d, sb * c + sd * d) / (Math.hypot(c, d) || 1)
    const origin = applyTo(stretch, { x, y })
    document.update(id, {
      transform: [
        [a, c, origin.x],
        [b, d, origin.y],
      ],
    })
    resizeNode(document, id, child.width * sx, child.height * sy)
  }
}

/** Applies constraints to the descendants of a frame, including those in groups, after a resize. `frame`: the record before it. */
function followFrame(
  document: DocumentTree,
  holder: NodeData,
  frame: NodeData,
  width: number,
  height: number,
): void {
  for (const id of holder.children) {
    const child = document.need(id)
    // Auto layout items ignore constraints.
    if (layoutFrameOf(document, child)) continue
    if (child.type === 'GROUP') {
      followFrame(document, child, frame, width, height)
      continue
    }
    const box = boxOf(child.transform, { x: 0, y: 0, width: child.width, height: child.height })
    const across = follow(child.constraints.horizontal, box.x, box.width, frame.width, width)
    const down = follow(child.constraints.vertical, box.y, box.height, frame.height, height)
    const [[a, c, x], [b, d, y]] = child.transform
    document.update(id, {
      transform: [
        [a, c, x - box.x + across.start],
        [b, d, y - box.y + down.start],
      ],
    })
    const [sx, sy] = [ratio(across.size, box.width), ratio(down.size, box.height)]
    if (sx !== 1 || sy !== 1) resizeNode(document, id, child.width * sx, child.height * sy)
  }
}

/** Applies a constraint to one axis: returns where something of `size` at `start` goes when its frame changes from `from` to `to`. */
function follow(constraint: ConstraintType, start: number, size: number, from: number, to: number) {
  switch (constraint) {
    case 'MIN':
      return { start, size }
    case 'MAX':
      return { start: start + to - from, size }
    case 'CENTER':
      return { start: start + (to - from) / 2, size }
    case 'STRETCH':
      return { start, size: Math.max(size + to - from, 0.01) }
    case 'SCALE':
      return { start: start * ratio(to, from), size: size * ratio(to, from) }
  }
}

function scalePaths(node: NodeData, sx: number, sy: number): NodeData['vectorPaths'] {
  if (sx === 1 && sy === 1) return node.vectorPaths
  return node.vectorPaths.map(({ windingRule, data }) => ({
    windingRule,
    data: formatPathData(transformPath(parsePathData(data), scaling(sx, sy))),
  }))
}

/** Returns `to` divided by `from`; 1 for a length of 0. */
function ratio(to: number, from: number): number {
  return from === 0 ? 1 : to / from
}
