import type { DocumentTree } from '../document-tree'
import type { AutoLayoutData, NodeData } from '../node-data'

/** A direction of the canvas. */
export type Axis = 'horizontal' | 'vertical'

/** The other direction. */
export const ACROSS = { horizontal: 'vertical', vertical: 'horizontal' } as const

/** The names of what belongs to each axis. */
export const FIELDS = {
  horizontal: {
    at: 'x',
    size: 'width',
    least: 'minWidth',
    most: 'maxWidth',
    before: 'paddingLeft',
    after: 'paddingRight',
  },
  vertical: {
    at: 'y',
    size: 'height',
    least: 'minHeight',
    most: 'maxHeight',
    before: 'paddingTop',
    after: 'paddingBottom',
  },
} as const

/** The axis along which a frame lines its children up, or null where it does not. */
export function primaryAxis({ layout }: NodeData): Axis | null {
  if (layout.layoutMode === 'NONE') return null
  return layout.layoutMode === 'HORIZONTAL' ? 'horizontal' : 'vertical'
}

/** The auto-layout frame that decides where a node lies, or null: then the node lies where it was put. */
export function layoutFrameOf(document: DocumentTree, { parent, layout }: NodeData): NodeData | null {
  const holder = document.get(parent ?? '')
  return holder && primaryAxis(holder) && layout.layoutPositioning === 'AUTO' ? holder : null
}

/** Whether a node takes the room that its auto-layout frame has left along an axis. What is turned keeps its length. */
export function fills(document: DocumentTree, node: NodeData, axis: Axis): boolean {
  const frame = layoutFrameOf(document, node)
  const [[, skew]] = node.transform
  if (!frame || Math.abs(skew) > 1e-9) return false
  return primaryAxis(frame) === axis ? node.layout.layoutGrow === 1 : node.layout.layoutAlign === 'STRETCH'
}

/** The field that says whether a frame has a fixed length along an axis or that of its children. */
export function sizingField(frame: NodeData, axis: Axis): 'primaryAxisSizingMode' | 'counterAxisSizingMode' {
  return primaryAxis(frame) === axis ? 'primaryAxisSizingMode' : 'counterAxisSizingMode'
}

/** Whether a node is as long along an axis as what is in it. */
export function hugs(document: DocumentTree, node: NodeData, axis: Axis): boolean {
  if (fills(document, node, axis)) return false
  if (node.type === 'TEXT') return textHugs(node, axis)
  return primaryAxis(node) !== null && node.layout[sizingField(node, axis)] === 'AUTO'
}

function textHugs({ text }: NodeData, axis: Axis): boolean {
  return text.autoResize === 'WIDTH_AND_HEIGHT' || (text.autoResize === 'HEIGHT' && axis === 'vertical')
}

/** A length held between a node's smallest and largest one along an axis, in px. */
export function clamped(layout: AutoLayoutData, axis: Axis, length: number): number {
  const { least, most } = FIELDS[axis]
  return Math.max(layout[least] ?? 0, Math.min(layout[most] ?? Number.POSITIVE_INFINITY, length))
}
