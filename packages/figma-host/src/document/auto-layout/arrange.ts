import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentTree } from '../document-tree'
import { boxOf } from '../geometry/matrix'
import { placementOf, setTransform } from '../layout'
import type { NodeData } from '../node-data'
import { resizeNode } from '../resize'
import { arrangeGrid } from './arrange-grid'
import { ACROSS, type Axis, clamped, FIELDS, fills, hugs, primaryAxis } from './axes'
import { offsets } from './offsets'

/** Minimum length of a layer's side, in px (Figma doc: resize). */
const MIN_LENGTH = 0.01

/**
 * Lays out an auto layout frame and its children. Children that hug their content get their sizes first, then those that fill the remaining
 * space, then all get their positions.
 */
export function arrange(document: DocumentTree, id: string): void {
  const frame = document.need(id)
  const axis = primaryAxis(frame)
  if (!axis) return
  const items = () => itemsOf(document, document.need(id))
  for (const item of items()) if (primaryAxis(item)) arrange(document, item.id)
  for (const item of items()) keepWithin(document, item)
  if (frame.layout.layoutMode === 'GRID') {
    arrangeGrid(document, id, items())
    return
  }
  // The length of text along one axis may depend on its length along the other.
  settleAcross(document, id, ACROSS[axis], items)
  hug(document, id, axis, items())
  const grown = items().filter((item) => fills(document, item, axis))
  if (grown.length > 0) {
    share(document, id, axis, grown, items())
    settleAcross(document, id, ACROSS[axis], items)
  }
  place(document, document.need(id), axis, items())
}

/** Sets the lengths on the counter axis: of the frame, then of the children that fill it. */
function settleAcross(document: DocumentTree, id: string, across: Axis, items: () => NodeData[]): void {
  hug(document, id, across, items())
  for (const item of items()) {
    if (!fills(document, item, across)) continue
    setLength(document, item, across, clamped(item.layout, across, room(document.need(id), across)))
  }
}

/** Returns the children that the layout places: neither hidden nor absolutely positioned. */
function itemsOf(document: DocumentTree, frame: NodeData): NodeData[] {
  return frame.children
    .map((child) => document.need(child))
    .filter(({ visible, layout }) => visible && layout.layoutPositioning === 'AUTO')
}

/** Returns a node's bounding box along the axes of its container, including its rotation. */
function boxIn(document: DocumentTree, node: NodeData): Rect {
  const { transform, width, height } = placementOf(document, node)
  return boxOf(transform, { x: 0, y: 0, width, height })
}

/** Returns the space that strokes take up on each side of a frame, in px. */
function strokeRoom({ layout, strokes, strokeWeight }: NodeData): number {
  return layout.strokesIncludedInLayout && strokes.length > 0 ? strokeWeight : 0
}

function padding(frame: NodeData, axis: Axis): number {
  const { before, after } = FIELDS[axis]
  return frame.layout[before] + frame.layout[after] + 2 * strokeRoom(frame)
}

/** Returns the length of a frame's content area along an axis, in px. */
function room(frame: NodeData, axis: Axis): number {
  return Math.max(0, frame[FIELDS[axis].size] - padding(frame, axis))
}

function keepWithin(document: DocumentTree, item: NodeData): void {
  for (const axis of ['horizontal', 'vertical'] as const) {
    const length = placementOf(document, item)[FIELDS[axis].size]
    const wanted = clamped(item.layout, axis, length)
    if (wanted !== length) setLength(document, document.need(item.id), axis, wanted)
  }
}

/** Makes a frame hug its children. A frame without children keeps its length. */
function hug(document: DocumentTree, id: string, axis: Axis, items: readonly NodeData[]): void {
  const frame = document.need(id)
  if (!hugs(document, frame, axis) || items.length === 0) return
  const { size } = FIELDS[axis]
  const primary = primaryAxis(frame) === axis
  // If a frame hugs its content, items that fill it are as long as the others, if there are any.
  const solid = items.filter((item) => !fills(document, item, axis))
  const lengths = (primary || solid.length === 0 ? items : solid).map((item) => boxIn(document, item)[size])
  const content = primary
    ? lengths.reduce((sum, length) => sum + length, frame.layout.itemSpacing * (lengths.length - 1))
    : Math.max(...lengths)
  const length = Math.max(MIN_LENGTH, clamped(frame.layout, axis, content + padding(frame, axis)))
  if (Math.abs(length - frame[size]) > 1e-9) setFrameLength(document, frame, axis, length)
}

/** Divides the remaining space equally among the children that fill it. */
function share(
  document: DocumentTree,
  id: string,
  axis: Axis,
  grown: readonly NodeData[],
  items: readonly NodeData[],
): void {
  const frame = document.need(id)
  if (hugs(document, frame, axis)) return
  const solid = items.filter((item) => !grown.includes(item))
  let left = room(frame, axis) - frame.layout.itemSpacing * (items.length - 1)
  for (const item of solid) left -= boxIn(document, item)[FIELDS[axis].size]
  // Children that reach a limit get their length first; the rest is divided again.
  let open = [...grown]
  for (let again = true; again && open.length > 0; ) {
    again = false
    const each = Math.max(0, left / open.length)
    for (const item of open) {
      const length = clamped(item.layout, axis, each)
      if (length === each) continue
      setLength(document, item, axis, length)
      left -= length
      open = open.filter((other) => other !== item)
      again = true
      break
    }
  }
  for (const item of open) setLength(document, item, axis, left / open.length)
}

function setLength(document: DocumentTree, item: NodeData, axis: Axis, length: number): void {
  const { width, height } = placementOf(document, item)
  const wanted = Math.max(item.type === 'LINE' && axis === 'vertical' ? 0 : MIN_LENGTH, length)
  const [w, h] = axis === 'horizontal' ? [wanted, height] : [width, wanted]
  if (Math.abs(w - width) < 1e-9 && Math.abs(h - height) < 1e-9) return
  const { type, text } = document.need(item.id)
  // Text with a fixed width wraps its lines.
  if (type === 'TEXT' && axis === 'horizontal' && text.autoResize === 'WIDTH_AND_HEIGHT') {
    document.update(item.id, { text: { ...text, autoResize: 'HEIGHT' } })
  }
  resizeNode(document, item.id, w, h)
  arrange(document, item.id)
}

/** Sets the length of the frame itself. Its absolutely positioned children follow by their constraints. */
function setFrameLength(document: DocumentTree, frame: NodeData, axis: Axis, length: number): void {
  if (axis === 'horizontal') resizeNode(document, frame.id, length, frame.height)
  else resizeNode(document, frame.id, frame.width, length)
}

function place(document: DocumentTree, frame: NodeData, axis: Axis, items: readonly NodeData[]): void {
  const across = ACROSS[axis]
  const boxes = items.map((item) => boxIn(document, item))
  const { layout } = frame
  const starts = offsets(
    layout.primaryAxisAlignItems,
    boxes.map((box) => box[FIELDS[axis].size]),
    layout.itemSpacing,
    room(frame, axis),
  )
  const inset = strokeRoom(frame)
  items.forEach((item, at) => {
    const box = boxes[at] as Rect
    const free = room(frame, across) - box[FIELDS[across].size]
    const share = { MIN: 0, CENTER: 0.5, MAX: 1 }[layout.counterAxisAlignItems]
    const wanted = {
      [axis]: inset + layout[FIELDS[axis].before] + (starts[at] ?? 0),
      [across]: inset + layout[FIELDS[across].before] + free * share,
    } as Record<Axis, number>
    moveBy(document, item, wanted.horizontal - box.x, wanted.vertical - box.y)
  })
}

function moveBy(document: DocumentTree, item: NodeData, dx: number, dy: number): void {
  if (Math.abs(dx) < 1e-9 && Math.abs(dy) < 1e-9) return
  const [[a, c, x], [b, d, y]] = placementOf(document, item).transform
  setTransform(document, item.id, [
    [a, c, x + dx],
    [b, d, y + dy],
  ])
}
