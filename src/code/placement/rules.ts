import type { Note } from '../../protocol/contract'
import { blockerIn } from './blocker'
import { type Box, boxAround, centerOf, type Point, type Size } from './boxes'
import { isFullyVisible, MIN_VISIBLE_SHARE, visibleShareWithin } from './clipping'
import { centered, fitted, rounded, whole } from './fit'
import { freePlace } from './free-place'
import { containerOf, isSurface, type LayerSnapshot, type Place, type Scene } from './snapshots'

/** Distance from neighboring layers, in px. */
export const GAP = 40

/**
 * Returns where a picture of this size goes, by the first rule that applies:
 *
 * | rule | when | why |
 * |---|---|---|
 * | appended | a container with auto layout is selected | designers add new content as the last item |
 * | inside | a frame, component, slot, slide or section is selected | selecting a container means "here"; fitted and centered in a frame |
 * | beside | any other layer is selected | the user is looking there; the same parent keeps it in context |
 * | inside | nothing is selected and a slide is open | only the slide is visible |
 * | view | nothing is selected | the user looks at the center of the view; moved aside from other layers, so that it hides nothing |
 *
 * A picture never goes into an instance, a locked layer or one of our own pictures, nor where it would be invisible: in a hidden
 * layer, under a mask, or cut off. It then goes beside the outermost of those. Lengths are whole px, unless a frame that has
 * other sides is filled.
 */
export function place(scene: Scene, size: Size): Place {
  const { selection } = scene
  const [first] = selection
  if (!first) return scene.slide ? inside(scene, scene.slide, size) : inView(scene, size)
  if (selection.length > 1 || !isContainer(first))
    return beside(scene, rightmost(selection), size, noteOf(first))
  const blocker = blockerIn(first, null)
  return blocker ? beside(scene, blocker.snapshot, size, blocker.note) : into(scene, first, size)
}

const isContainer = ({ accepts, isPicture }: LayerSnapshot): boolean => accepts === 'pictures' && !isPicture

/** Whether a picture goes into this layer if it is selected. Ignores masks, which are slow to find. */
export const holdsPictures = (snapshot: LayerSnapshot): boolean =>
  isContainer(snapshot) && blockerIn(snapshot, null, { masks: false }) === null

/**
 * Returns where a picture goes that is dropped at a point of `target`, in its coordinates: centered on the point, and no larger
 * than a frame that clips; as the last item with auto layout; or beside `target` if it cannot be inserted into.
 */
export function placeAt(scene: Scene, target: LayerSnapshot, point: Point, size: Size): Place {
  if (!isContainer(target)) return beside(scene, target, size, target.locked ? 'locked' : noteOf(target))
  const blocker = blockerIn(target, null)
  if (blocker) return beside(scene, blocker.snapshot, size, blocker.note)
  if (target.autoLayout) return into(scene, target, size)
  const smaller = target.clips ? fitted(size, target.size, 1) : whole(size)
  return {
    rule: 'point',
    parent: target,
    index: belowMasks(target, null),
    at: rounded(boxAround(point, smaller)),
    size: smaller,
    note: null,
  }
}

/** Returns where a picture goes that cannot go into or replace `target`, for the reason `note`: beside it, or beside its ancestors. */
export const placeBeside = (scene: Scene, target: LayerSnapshot, size: Size, note: Note): Place =>
  beside(scene, target, size, note)

/** Returns where a picture goes that would be invisible in `holder`, or is refused there: beside its outermost ancestor. */
export function placeOutside(scene: Scene, holder: LayerSnapshot, size: Size, note: Note): Place {
  let outermost = holder
  while (outermost.parent && !isSurface(outermost.parent)) outermost = outermost.parent
  if (outermost.type === 'SLIDE') return { ...inside(scene, outermost, size), note }
  return outermost.parent ? beside(scene, outermost, size, note) : { ...inView(scene, size), note }
}

/** Returns why a layer cannot be replaced; null if it can. */
export function replaceBlocker({ size, parent, locked, isReplaceable, isMask }: LayerSnapshot): Note | null {
  for (let around = parent; around; around = around.parent) {
    if (around.type === 'INSTANCE') return 'instance'
    if (around.locked) return 'locked'
  }
  if (locked) return 'locked'
  // Replacing a mask would reveal everything that it hides.
  if (isMask) return 'mask'
  const hasPlace = (parent?.accepts === 'pictures' || parent?.accepts === 'neighbors') && !parent.isGrid
  const isFlat = Math.min(size.width, size.height) < SMALLEST_SIDE
  return hasPlace && !isFlat && isReplaceable ? null : 'not-replaceable'
}

/** A layer thinner than this, in px, is a line, which a picture cannot fill. */
const SMALLEST_SIDE = 0.01

/** The note for a selected container that cannot be filled. */
const noteOf = ({ type }: LayerSnapshot): Note | null => (type === 'INSTANCE' ? 'instance' : null)

function rightmost(selection: readonly LayerSnapshot[]): LayerSnapshot {
  const [first] = selection
  const siblings = selection.filter(({ parent }) => parent?.id === first?.parent?.id)
  return siblings.reduce((best, snapshot) =>
    snapshot.box.x + snapshot.box.width > best.box.x + best.box.width ? snapshot : best,
  )
}

/** On a page or slide, which have no outside, a picture goes behind the masks. */
const belowMasks = (parent: LayerSnapshot, index: number | null): number | null =>
  isSurface(parent) && parent.firstMask !== null
    ? Math.min(index ?? Number.POSITIVE_INFINITY, parent.firstMask)
    : index

/** Into a container, or beside it if the picture would be invisible inside. */
function into(scene: Scene, container: LayerSnapshot, size: Size): Place {
  const { autoLayout } = container
  const where = autoLayout ? appended(scene, container, autoLayout, size) : inside(scene, container, size)
  if (!where) return beside(scene, container, size, 'no-room')
  const isItem = autoLayout !== null
  if (
    isItem ||
    isSurface(container) ||
    visibleShareWithin({ ...where.at, ...where.size }, container) >= MIN_VISIBLE_SHARE
  )
    return where
  return beside(scene, container, size, 'hidden')
}

/**
 * As an auto layout item, the last one or at `index`, no larger than the space for it. Null if there is no space, if it would be
 * cut off, or if that is unknown for a slot in an instance, from which it could not be moved again.
 */
function appended(
  scene: Scene,
  parent: LayerSnapshot,
  room: Size,
  size: Size,
  index: number | null = null,
): Place | null {
  if (Math.min(room.width, room.height) < 1) return null
  const smaller = fitted(size, { width: Math.floor(room.width), height: Math.floor(room.height) }, 1)
  const box = scene.nextItem(parent, index, smaller)
  // A frame that hugs its content grows with the new item.
  const grown = {
    width: room.width < Number.POSITIVE_INFINITY ? parent.size.width : room.width,
    height: room.height < Number.POSITIVE_INFINITY ? parent.size.height : room.height,
  }
  if (box ? visibleShareWithin(box, parent, grown) < MIN_VISIBLE_SHARE : isInInstance(parent)) return null
  return {
    rule: 'appended',
    parent,
    index,
    at: { x: 0, y: 0 },
    size: smaller,
    note: null,
  }
}

function isInInstance({ parent }: LayerSnapshot): boolean {
  for (let around = parent; around; around = around.parent) if (around.type === 'INSTANCE') return true
  return false
}

function inside(scene: Scene, parent: LayerSnapshot, size: Size): Place {
  const { size: room, isBoard } = parent
  // In a section, pictures are neither enlarged to fill it nor put on top of other layers.
  const most = isBoard ? 1 : Number.POSITIVE_INFINITY
  const final = fitted(size, room, most)
  const middle = { ...final, ...centered(final, room) }
  const within = { x: 0, y: 0, ...room }
  const free = isBoard
    ? freePlace([middle], { obstacles: scene.obstacles(parent, null), gap: GAP, within })
    : middle
  const { x, y } = free ?? middle
  return {
    rule: 'inside',
    parent,
    index: belowMasks(parent, null),
    at: { x, y },
    size: final,
    note: free ? null : 'no-room',
  }
}

function beside(scene: Scene, snapshot: LayerSnapshot, size: Size, note: Note | null): Place {
  const parent = snapshot.parent ?? scene.page
  const blocker = blockerIn(parent, snapshot)
  if (blocker && blocker.snapshot.id !== snapshot.id)
    return beside(scene, blocker.snapshot, size, note ?? blocker.note)
  const reason = note ?? blocker?.note ?? null
  // Only slides can be between slides, and only variants among variants.
  if (parent.accepts === 'own-kind') return beside(scene, parent, size, reason)
  const index = snapshot.index + 1
  if (parent.autoLayout) {
    const item = appended(scene, parent, parent.autoLayout, size, index)
    return item ? { ...item, rule: 'beside', note: reason } : beside(scene, parent, size, 'no-room')
  }
  const container = containerOf(parent)
  const final = whole(size)
  const free = freeBeside(scene, snapshot, container, final)
  // The page around a slide is not visible.
  if (!free && container.type === 'SLIDE') return { ...inside(scene, container, size), note: 'no-room' }
  if (!free) return beside(scene, container, size, 'no-room')
  return {
    rule: 'beside',
    parent,
    index: belowMasks(parent, index),
    at: { x: free.x, y: free.y },
    size: final,
    note: reason,
  }
}

/** Returns the nearest free and fully visible place beside a layer; null if its container has none. */
function freeBeside(scene: Scene, snapshot: LayerSnapshot, container: LayerSnapshot, size: Size): Box | null {
  const { box } = snapshot
  const right = { ...size, x: Math.ceil(box.x + box.width + GAP), y: Math.round(box.y) }
  const below = { ...size, x: Math.round(box.x), y: Math.ceil(box.y + box.height + GAP) }
  const left = { ...size, x: Math.floor(box.x - GAP - size.width), y: Math.round(box.y) }
  const above = { ...size, x: Math.round(box.x), y: Math.floor(box.y - GAP - size.height) }
  const isBounded = container.clips || container.isBoard || container.type === 'SLIDE'
  return freePlace([right, below, left, above], {
    obstacles: scene.obstacles(container, snapshot),
    gap: GAP,
    within: isBounded ? { x: 0, y: 0, ...container.size } : undefined,
    isAllowed: container.parent ? (place) => isFullyVisible(place, container) : undefined,
  })
}

function inView(scene: Scene, size: Size): Place {
  const final = whole(size)
  const centered = { ...final, ...rounded(boxAround(centerOf(scene.view), final)) }
  const { x, y } =
    freePlace([centered], { obstacles: scene.obstacles(scene.page, null), gap: GAP }) ?? centered
  return {
    rule: 'view',
    parent: scene.page,
    index: belowMasks(scene.page, null),
    at: { x, y },
    size: final,
    note: null,
  }
}
