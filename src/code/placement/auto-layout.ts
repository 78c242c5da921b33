import type { Box, Size } from './boxes'

/** How the typings name what belongs to each axis. */
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

/** What can lay out its children. */
type Layouter = FrameNode | ComponentNode | InstanceNode | SlotNode

const isLayouter = (layer: BaseNode): layer is Layouter =>
  'layoutMode' in layer && layer.layoutMode !== 'NONE'

/** The room inside the padding, in a grid that of a cell; infinite where the frame grows with its items. Null without auto layout. */
export function roomOf(layer: BaseNode): Size | null {
  if (!isLayouter(layer)) return null
  return { width: roomAlong(layer, 'horizontal'), height: roomAlong(layer, 'vertical') }
}

function roomAlong(frame: Layouter, axis: Axis): number {
  const { side, most, before, after, sizing } = AXES[axis]
  const longest = frame[sizing] === 'HUG' ? (frame[most] ?? Number.POSITIVE_INFINITY) : frame[side]
  const room = longest - frame[before] - frame[after]
  return frame.layoutMode === 'GRID' && room < Number.POSITIVE_INFINITY ? cellOf(frame, axis, room) : room
}

/** A cell of a grid, as if all were alike. A grid without a free cell grows by a row. */
function cellOf(frame: Layouter, axis: Axis, room: number): number {
  const { gap } = AXES[axis]
  const columns = Math.max(1, frame.gridColumnCount)
  const rows = Math.max(1, frame.gridRowCount, Math.ceil((itemsOf(frame).length + 1) / columns))
  const count = axis === 'horizontal' ? columns : rows
  return (room - frame[gap] * (count - 1)) / count
}

/** What is laid out: not what is hidden or placed by hand. */
const itemsOf = (frame: Layouter): SceneNode[] =>
  frame.children.filter(
    (child) => child.visible && !('layoutPositioning' in child && child.layoutPositioning === 'ABSOLUTE'),
  )

/**
 * Where a further item of this size comes to lie, the last or the one before the child at `index`. Null where that depends on more
 * than the items' lengths: in a grid, and in wrapped lines.
 */
export function nextItem(frame: BaseNode, index: number | null, size: Size): Box | null {
  if (!isLayouter(frame) || frame.layoutMode === 'GRID' || frame.layoutWrap === 'WRAP') return null
  const axis: Axis = frame.layoutMode === 'HORIZONTAL' ? 'horizontal' : 'vertical'
  const { side, before, sizing } = AXES[axis]
  const items = itemsOf(frame)
  const earlier = index === null ? items : itemsAmong(frame.children.slice(0, index), items)
  const length = (of: readonly SceneNode[]) => of.reduce((sum, item) => sum + lengthOf(item, side, sizing), 0)
  const gap = typeof frame.itemSpacing === 'number' ? frame.itemSpacing : 0
  const room = roomAlong(frame, axis)
  const free = room - length(items) - size[side] - gap * items.length
  const lead = frame[sizing] === 'HUG' ? 0 : leadOf(frame, free)
  const start = frame[before] + lead + length(earlier) + gap * earlier.length
  const { paddingLeft: x, paddingTop: y } = frame
  return axis === 'horizontal' ? { ...size, x: start, y } : { ...size, x, y: start }
}

/** How far from its start a frame begins with its items, where `free` px are left, or too little. */
function leadOf({ primaryAxisAlignItems }: Layouter, free: number): number {
  if (primaryAxisAlignItems === 'MAX') return free
  return primaryAxisAlignItems === 'CENTER' ? free / 2 : 0
}

const itemsAmong = (children: readonly SceneNode[], items: readonly SceneNode[]): SceneNode[] => {
  const ids = new Set(items.map(({ id }) => id))
  return children.filter(({ id }) => ids.has(id))
}

/** What fills the room that is left makes way for a further item. */
function lengthOf(
  item: SceneNode,
  side: 'width' | 'height',
  sizing: 'layoutSizingHorizontal' | 'layoutSizingVertical',
): number {
  if (sizing in item && (item as FrameNode)[sizing] === 'FILL') return 0
  return side in item ? (item as FrameNode)[side] : 0
}
