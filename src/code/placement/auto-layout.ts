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

/**
 * The room inside the padding, in a grid that of a cell when so many items have been added; infinite where the frame grows with its
 * items. Null without auto layout.
 */
export function roomOf(layer: BaseNode, added = 1): Size | null {
  if (!isLayouter(layer)) return null
  return { width: roomAlong(layer, 'horizontal', added), height: roomAlong(layer, 'vertical', added) }
}

function roomAlong(frame: Layouter, axis: Axis, added = 1): number {
  const { side, most, before, after, sizing } = AXES[axis]
  const longest = frame[sizing] === 'HUG' ? (frame[most] ?? Number.POSITIVE_INFINITY) : frame[side]
  const room = longest - frame[before] - frame[after]
  return frame.layoutMode === 'GRID' && room < Number.POSITIVE_INFINITY
    ? cellOf(frame, axis, room, added)
    : room
}

/** A cell of a grid, as if all were alike. A grid without a free cell grows by rows. */
function cellOf(frame: Layouter, axis: Axis, room: number, added: number): number {
  const { gap } = AXES[axis]
  const columns = Math.max(1, frame.gridColumnCount)
  const rows = Math.max(1, frame.gridRowCount, Math.ceil((itemsOf(frame).length + added) / columns))
  const count = axis === 'horizontal' ? columns : rows
  return (room - frame[gap] * (count - 1)) / count
}

/** What is laid out: not what is hidden or placed by hand. */
const itemsOf = (frame: Layouter): SceneNode[] =>
  frame.children.filter(
    (child) => child.visible && !('layoutPositioning' in child && child.layoutPositioning === 'ABSOLUTE'),
  )

/**
 * Where further items of these sizes come to lie, the last or before the child at `index`. Null where that depends on more than the
 * items' lengths: in a grid, and in wrapped lines.
 */
export function nextItems(frame: BaseNode, index: number | null, sizes: readonly Size[]): Box[] | null {
  if (!isLayouter(frame) || frame.layoutMode === 'GRID' || frame.layoutWrap === 'WRAP') return null
  const axis: Axis = frame.layoutMode === 'HORIZONTAL' ? 'horizontal' : 'vertical'
  const { side, before, sizing } = AXES[axis]
  const items = itemsOf(frame)
  const earlier = index === null ? items : itemsAmong(frame.children.slice(0, index), items)
  const length = (of: readonly SceneNode[]) => of.reduce((sum, item) => sum + lengthOf(item, side, sizing), 0)
  const gap = typeof frame.itemSpacing === 'number' ? frame.itemSpacing : 0
  const room = roomAlong(frame, axis)
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
