import { inRoom, inRows, spotsAt } from './block'
import { type Box, contains, type Size } from './boxes'
import { MIN_VISIBLE_SHARE, visibleShareWithin } from './clipping'
import { centered, fitted } from './fit'
import { freePlace } from './free-place'
import { isSurface, type LayerSnapshot, type Place, type Scene } from './snapshots'

/** Distance from neighboring layers, in px. */
export const GAP = 40

/** If several pictures would have to be scaled below this, they do not go into a frame unless the user chose it. */
const MIN_SCALE = 0.25

/** On a page or slide, which have no outside, a picture goes behind the masks. */
export const belowMasks = (parent: LayerSnapshot, index: number | null): number | null =>
  isSurface(parent) && parent.firstMask !== null
    ? Math.min(index ?? Number.POSITIVE_INFINITY, parent.firstMask)
    : index

/**
 * As auto layout items, the last ones or from `index` on, no larger than the space for each. Null if there is no space, if one would
 * be cut off, or if that is unknown for a slot in an instance, from which they could not be moved again.
 */
export function appended(
  scene: Scene,
  parent: LayerSnapshot,
  sizes: readonly Size[],
  index: number | null = null,
): Place | null {
  const room = sizes.length > 1 ? scene.roomIn(parent, sizes.length) : parent.autoLayout
  if (!room || Math.min(room.width, room.height) < 1) return null
  const most = { width: Math.floor(room.width), height: Math.floor(room.height) }
  const smaller = sizes.map((size) => fitted(size, most, 1))
  const boxes = scene.nextItems(parent, index, smaller)
  // A frame that hugs its content grows with the new items.
  const grown = {
    width: room.width < Number.POSITIVE_INFINITY ? parent.size.width : room.width,
    height: room.height < Number.POSITIVE_INFINITY ? parent.size.height : room.height,
  }
  const isCutOff = (box: Box) => visibleShareWithin(box, parent, grown) < MIN_VISIBLE_SHARE
  if (boxes ? boxes.some(isCutOff) : isInInstance(parent)) return null
  return {
    ...{ rule: 'appended', parent, by: parent, index },
    spots: smaller.map((size) => ({ x: 0, y: 0, ...size })),
    note: null,
  }
}

function isInInstance({ parent }: LayerSnapshot): boolean {
  for (let around = parent; around; around = around.parent) if (around.type === 'INSTANCE') return true
  return false
}

/** In the center of a container without auto layout, fitted. Null if several pictures have no space there. */
export function inside(
  scene: Scene,
  parent: LayerSnapshot,
  sizes: readonly Size[],
  isWished = false,
): Place | null {
  const [first] = sizes
  const spots =
    first && sizes.length === 1
      ? oneInside(scene, parent, first)
      : severalInside(scene, parent, sizes, isWished || isSurface(parent))
  if (!spots) return null
  const note = spots.isFree ? null : 'no-room'
  return { rule: 'inside', parent, by: parent, index: belowMasks(parent, null), spots: spots.spots, note }
}

interface Spots {
  readonly spots: readonly Box[]
  readonly isFree: boolean
}

function oneInside(scene: Scene, parent: LayerSnapshot, size: Size): Spots {
  const { size: room, isBoard } = parent
  // In a section, pictures are neither enlarged to fill it nor put on top of other layers.
  const most = isBoard ? 1 : Number.POSITIVE_INFINITY
  const final = fitted(size, room, most)
  const middle = { ...final, ...centered(final, room) }
  const free = isBoard ? freeInside(scene, parent, middle) : middle
  return { spots: [free ?? middle], isFree: free !== null }
}

/** Unlike a single picture, several are not enlarged to fill a frame, and cover other layers only if they must go here. */
function severalInside(
  scene: Scene,
  parent: LayerSnapshot,
  sizes: readonly Size[],
  must: boolean,
): Spots | null {
  const block = inRoom(sizes, parent.size, must ? 0 : MIN_SCALE)
  if (!block) return isSurface(parent) ? { spots: inRows(sizes).spots, isFree: false } : null
  const middle = { ...block.size, ...centered(block.size, parent.size) }
  const free = freeInside(scene, parent, middle)
  if (!free && !must) return null
  return { spots: spotsAt(block, free ?? middle), isFree: free !== null || !parent.isBoard }
}

/** Returns the free place in a container nearest to a box. Layers as large as the container are its background, and no obstacle. */
function freeInside(scene: Scene, parent: LayerSnapshot, box: Box): Box | null {
  const within = { x: 0, y: 0, ...parent.size }
  const all = scene.obstacles(parent, null)
  const obstacles = parent.isBoard ? all : all.filter((other) => !contains(other, within))
  return freePlace([box], { obstacles, gap: GAP, within })
}
