import type { DocumentTree } from '../document-tree'
import { ApiError } from '../errors'
import type { AutoLayoutData, NodeData, TextData } from '../node-data'
import { type Axis, fills, hugs, layoutFrameOf, primaryAxis, sizingField } from './axes'

/** The options of the menus "Horizontal sizing" and "Vertical sizing". */
export type Sizing = 'FIXED' | 'HUG' | 'FILL'

/** Returns how a node gets its length along an axis (Figma doc: layoutSizingHorizontal). */
export function sizingOf(document: DocumentTree, node: NodeData, axis: Axis): Sizing {
  if (fills(document, node, axis)) return 'FILL'
  return hugs(document, node, axis) ? 'HUG' : 'FIXED'
}

/** Sets how a node gets its length. Throws if the choice does not apply to the node. */
export function setSizing(document: DocumentTree, id: string, axis: Axis, sizing: Sizing): void {
  const node = document.need(id)
  const frame = layoutFrameOf(document, node)
  if (sizing === 'FILL' && !frame) {
    throw new ApiError('FILL can only be set on children of auto layout frames')
  }
  if (sizing === 'HUG' && !primaryAxis(node) && node.type !== 'TEXT') {
    throw new ApiError('HUG can only be set on auto layout frames or text children of auto layout frames')
  }
  const patch: Partial<{ -readonly [Key in keyof AutoLayoutData]: AutoLayoutData[Key] }> = {}
  if (frame && primaryAxis(frame) === axis) patch.layoutGrow = sizing === 'FILL' ? 1 : 0
  else if (frame) patch.layoutAlign = sizing === 'FILL' ? 'STRETCH' : 'INHERIT'
  if (primaryAxis(node)) patch[sizingField(node, axis)] = sizing === 'HUG' ? 'AUTO' : 'FIXED'
  document.update(id, { layout: { ...node.layout, ...patch } })
  if (node.type === 'TEXT') {
    document.update(id, {
      text: { ...node.text, autoResize: autoResize(node.text.autoResize, axis, sizing) },
    })
  }
}

function autoResize(before: TextData['autoResize'], axis: Axis, sizing: Sizing): TextData['autoResize'] {
  if (axis === 'horizontal') {
    if (sizing === 'HUG') return 'WIDTH_AND_HEIGHT'
    return before === 'NONE' ? 'NONE' : 'HEIGHT'
  }
  if (sizing !== 'HUG') return 'NONE'
  return before === 'NONE' ? 'HEIGHT' : before
}
