import type { Box, Size } from './boxes'

/** Property names for each axis, as in the typings. */
const AXES = {
  horizontal: {
    side: 'width',
    most: 'maxWidth',
    before: 'paddingLeft',
    after: 'paddingRight',
    sizing: 'layoutSizingHorizontal',
    count: 'gridColumnCount',
    gap: 'gridColumnGap',
  },
  vertical: {
    side: 'height',
    most: 'maxHeight',
    before: 'paddingTop',
    after: 'paddingBottom',
    sizing: 'layoutSizingVertical',
    count: 'gridRowCount',
    gap: 'gridRowGap',
  },
} as const

type Axis = keyof typeof AXES

/** Layers that can have auto layout. */
type AutoLayoutFrame = FrameNode | ComponentNode | InstanceNode | SlotNode

const isAutoLayoutFrame = (layer: BaseNode): layer is AutoLayoutFrame =>
  'layoutMode' in layer && layer.layoutMode !== 'NONE'

/**
 * Returns the space inside the padding, or of a cell for a grid after adding `added` items; infinite if the frame hugs its items.
 * Null without auto layout.
 */
export function availableSpace(layer: BaseNode, added = 1): Size | null {
  if (!isAutoLayoutFrame(layer)) return null
  return {
    width: availableLength(layer, 'horizontal', added),
    height: availableLength(layer, 'vertical', added),
  }
}

function availableLength(frame: AutoLayoutFrame, axis: Axis, added = 1): number {
  const { side, most, before, after, sizing } = AXES[axis]
  const longest = frame[sizing] === 'HUG' ? (frame[most] ?? Number.POSITIVE_INFINITY) : frame[side]
  const room = longest - frame[before] - frame[after]
  return frame.layoutMode === 'GRID' && room < Number.POSITIVE_INFINITY
    ? cellOf(frame, axis, room, added)
    : room
}

/** Returns the size of a grid cell, assuming equal cells. A grid without a free cell grows by rows. */
function cellOf(frame: AutoLayoutFrame, axis: Axis, room: number, added: number): number {
  const { gap } = AXES[axis]
  const columns = Math.max(1, frame.gridColumnCount)
  const rows = Math.max(1, frame.gridRowCount, Math.ceil((itemsOf(frame).length + added) / columns))
  const count = axis === 'horizontal' ? columns : rows
  return (room - frame[gap] * (count - 1)) / count
}

/** Returns the children that auto layout arranges: neither hidden nor absolutely positioned. */
const itemsOf = (frame: AutoLayoutFrame): SceneNode[] =>
  frame.children.filter(
    (child) => child.visible && !('layoutPositioning' in child && child.layoutPositioning === 'ABSOLUTE'),
  )

/**
 * Returns where new items of these sizes will be, as the last items or before the child at `index`. Null if that depends on more
 * than the lengths of the items: in a grid, and with wrapping.
 */
export function nextItems(frame: BaseNode, index: number | null, sizes: readonly Size[]): Box[] | null {
  if (!isAutoLayoutFrame(frame) || frame.layoutMode === 'GRID' || frame.layoutWrap === 'WRAP') return null
  const axis: Axis = frame.layoutMode === 'HORIZONTAL' ? 'horizontal' : 'vertical'
  const { side, before, sizing } = AXES[axis]
  const items = itemsOf(frame)
  const earlier = index === null ? items : itemsAmong(frame.children.slice(0, index), items)
  const length = (of: readonly SceneNode[]) => of.reduce((sum, item) => sum + lengthOf(item, side, sizing), 0)
  const gap = typeof frame.itemSpacing === 'number' ? frame.itemSpacing : 0
  const room = availableLength(frame, axis)
  const added = sizes.reduce((sum, size) => sum + size[side], 0)
  const free = room - length(items) - added - gap * (items.length + sizes.length - 1)
  const lead = frame[sizing] === 'HUG' ? 0 : leadOf(frame, free)
  let start = frame[before] + lead + length(earlier) + gap * earlier.length
  const { paddingLeft: x, paddingTop: y } = frame
  return sizes.map((size) => {
    const box = axis === 'horizontal' ? { ...size, x: start, y } : { ...size, x, y: start }
    start += size[side] + gap
    return box
  })
}

/** Returns the offset of the first item if `free` px are left, which may be negative. */
function leadOf({ primaryAxisAlignItems }: AutoLayoutFrame, free: number): number {
  if (primaryAxisAlignItems === 'MAX') return free
  return primaryAxisAlignItems === 'CENTER' ? free / 2 : 0
}

const itemsAmong = (children: readonly SceneNode[], items: readonly SceneNode[]): SceneNode[] => {
  const ids = new Set(items.map(({ id }) => id))
  return children.filter(({ id }) => ids.has(id))
}

/** Returns the length of an item; 0 if it fills the remaining space, because it shrinks for a new item. */
function lengthOf(
  item: SceneNode,
  side: 'width' | 'height',
  sizing: 'layoutSizingHorizontal' | 'layoutSizingVertical',
): number {
  if (sizing in item && (item as FrameNode)[sizing] === 'FILL') return 0
  return side in item ? (item as FrameNode)[side] : 0
}
