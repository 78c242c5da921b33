import { inRoom, inRows, spotsAt } from './block'
import { type Box, contains, type Size } from './boxes'
import { centered, fitted } from './fit'
import { freePlace } from './free-place'
import { ENOUGH, seenShare } from './sight'
import { isSurface, type LayerSnapshot, type Place, type Scene } from './snapshots'

/** Room to what is beside it, in px. */
export const GAP = 40

/** Smaller than by this scale, several pictures are not put into a frame unless the user says so. */
const LEAST_SCALE = 0.25

/** On a page or slide, which have no outside, a picture goes behind the masks. */
export const belowMasks = (parent: LayerSnapshot, index: number | null): number | null =>
  isSurface(parent) && parent.firstMask !== null
    ? Math.min(index ?? Number.POSITIVE_INFINITY, parent.firstMask)
    : index

/**
 * As items, the last ones or from the one at `index` on, none larger than its room. Null where there is none, where one would be cut off,
 * and where that cannot be told of a slot in an instance, which nothing leaves again.
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
  // What is as large as its items grows with them.
  const grown = {
    width: room.width < Number.POSITIVE_INFINITY ? parent.size.width : room.width,
    height: room.height < Number.POSITIVE_INFINITY ? parent.size.height : room.height,
  }
  const isCutOff = (box: Box) => seenShare(box, parent, grown) < ENOUGH
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

/** In the middle of a container without auto layout, fitted. `null` of several pictures that have no room in there. */
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
  // A board holds many things: nothing is enlarged to fill it, or put over what is there.
  const most = isBoard ? 1 : Number.POSITIVE_INFINITY
  const final = fitted(size, room, most)
  const middle = { ...final, ...centered(final, room) }
  const free = isBoard ? freeInside(scene, parent, middle) : middle
  return { spots: [free ?? middle], isFree: free !== null }
}

/** Several pictures are none that fill a frame: they are not enlarged, and cover nothing that is there, unless they must be here. */
function severalInside(
  scene: Scene,
  parent: LayerSnapshot,
  sizes: readonly Size[],
  must: boolean,
): Spots | null {
  const block = inRoom(sizes, parent.size, must ? 0 : LEAST_SCALE)
  if (!block) return isSurface(parent) ? { spots: inRows(sizes).spots, isFree: false } : null
  const middle = { ...block.size, ...centered(block.size, parent.size) }
  const free = freeInside(scene, parent, middle)
  if (!free && !must) return null
  return { spots: spotsAt(block, free ?? middle), isFree: free !== null || !parent.isBoard }
}

/** The free place in a container nearest to a box; what is as large as the container is its ground, and not in the way. */
function freeInside(scene: Scene, parent: LayerSnapshot, box: Box): Box | null {
  const within = { x: 0, y: 0, ...parent.size }
  const all = scene.obstacles(parent, null)
  const obstacles = parent.isBoard ? all : all.filter((other) => !contains(other, within))
  return freePlace([box], { obstacles, gap: GAP, within })
}
