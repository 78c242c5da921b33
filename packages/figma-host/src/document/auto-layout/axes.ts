import type { DocumentTree } from '../document-tree'
import type { AutoLayoutData, NodeData } from '../node-data'

/** An axis of the canvas. */
export type Axis = 'horizontal' | 'vertical'

/** The other axis. */
export const ACROSS = { horizontal: 'vertical', vertical: 'horizontal' } as const

/** The field names of each axis. */
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

/** Returns the primary axis of an auto layout frame; null without auto layout. */
export function primaryAxis({ layout }: NodeData): Axis | null {
  if (layout.layoutMode === 'NONE') return null
  return layout.layoutMode === 'HORIZONTAL' ? 'horizontal' : 'vertical'
}

/** Returns the auto layout frame that positions a node; null if there is none. */
export function layoutFrameOf(document: DocumentTree, { parent, layout }: NodeData): NodeData | null {
  const holder = document.get(parent ?? '')
  return holder && primaryAxis(holder) && layout.layoutPositioning === 'AUTO' ? holder : null
}

/** Returns whether a node fills the remaining space of its auto layout frame along an axis. Rotated nodes keep their length. */
export function fills(document: DocumentTree, node: NodeData, axis: Axis): boolean {
  const frame = layoutFrameOf(document, node)
  const [[, skew]] = node.transform
  if (!frame || Math.abs(skew) > 1e-9) return false
  return primaryAxis(frame) === axis ? node.layout.layoutGrow === 1 : node.layout.layoutAlign === 'STRETCH'
}

/** Returns the field that determines whether a frame's length along an axis is fixed or hugs its children. */
export function sizingField(frame: NodeData, axis: Axis): 'primaryAxisSizingMode' | 'counterAxisSizingMode' {
  return primaryAxis(frame) === axis ? 'primaryAxisSizingMode' : 'counterAxisSizingMode'
}

/** Returns whether a node hugs its content along an axis. */
export function hugs(document: DocumentTree, node: NodeData, axis: Axis): boolean {
  if (fills(document, node, axis)) return false
  if (node.type === 'TEXT') return textHugs(node, axis)
  return primaryAxis(node) !== null && node.layout[sizingField(node, axis)] === 'AUTO'
}

function textHugs({ text }: NodeData, axis: Axis): boolean {
  return text.autoResize === 'WIDTH_AND_HEIGHT' || (text.autoResize === 'HEIGHT' && axis === 'vertical')
}

/** Limits a length to a node's minimum and maximum along an axis, in px. */
export function clamped(layout: AutoLayoutData, axis: Axis, length: number): number {
  const { least, most } = FIELDS[axis]
  return Math.max(layout[least] ?? 0, Math.min(layout[most] ?? Number.POSITIVE_INFINITY, length))
}
