import type { Note } from '../../protocol/contract'
import { blockerIn } from './blocker'
import { around, type Box, middleOf, type Point, type Size } from './boxes'
import { centered, fitted, rounded, whole } from './fit'
import { freePlace } from './free-place'
import { ENOUGH, isWhollySeen, seenShare } from './sight'
import { containerOf, isSurface, type LayerSnapshot, type Place, type Scene } from './snapshots'

/** Room to what is beside it, in px. */
export const GAP = 40

/**
 * Where a picture of this size goes, by the first rule that fits:
 *
 * | rule | when | why |
 * |---|---|---|
 * | appended | a container with auto layout is selected | its items are laid out by it: the next item is where a designer adds |
 * | inside | a frame, component, slot, slide or section is selected | selecting a container says "here"; in a frame, fitted and centered |
 * | beside | any other layer is selected | the eye is there; in the same parent, so that it stays in its context |
 * | inside | nothing is selected and a slide is open | it is all that is seen |
 * | view | nothing is selected | the middle of the view is where the eye is; aside from what is there, so that nothing is hidden |
 *
 * Never into an instance, a locked layer or one of our own pictures, and never where it would not be seen: in a hidden layer, under
 * a mask, or cut off. Then it goes beside the outermost of those. All lengths are whole px, but where a frame with other sides is filled.
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

/** Whether a picture goes into this layer when it is selected, as far as it and the layers around it say: masks are not looked for. */
export const holdsPictures = (snapshot: LayerSnapshot): boolean =>
  isContainer(snapshot) && blockerIn(snapshot, null, { masks: false }) === null

/**
 * Where a picture goes that is dropped at a point of `target`, in its coordinates: into it, with its middle at the pointer, and no
 * larger than a frame that would cut it off; as the next item where auto layout has the say; beside what nothing may be put into.
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
    at: rounded(around(point, smaller)),
    size: smaller,
    note: null,
  }
}

/** Where a picture goes that cannot be where it was wished, for the reason `note`: beside that, or beside what is around it. */
export const placeBeside = (scene: Scene, target: LayerSnapshot, size: Size, note: Note): Place =>
  beside(scene, target, size, note)

/** Where a picture goes that is not seen in `holder`, or that is refused there: beside all that is around it. */
export function placeOutside(scene: Scene, holder: LayerSnapshot, size: Size, note: Note): Place {
  let outermost = holder
  while (outermost.parent && !isSurface(outermost.parent)) outermost = outermost.parent
  if (outermost.type === 'SLIDE') return { ...inside(scene, outermost, size), note }
  return outermost.parent ? beside(scene, outermost, size, note) : { ...inView(scene, size), note }
}

/** Why a layer's place cannot be taken; null where it can. */
export function replaceBlocker({ size, parent, locked, isReplaceable, isMask }: LayerSnapshot): Note | null {
  for (let around = parent; around; around = around.parent) {
    if (around.type === 'INSTANCE') return 'instance'
    if (around.locked) return 'locked'
  }
  if (locked) return 'locked'
  // What it hides would all be seen.
  if (isMask) return 'mask'
  const hasPlace = (parent?.accepts === 'pictures' || parent?.accepts === 'neighbors') && !parent.isGrid
  const isFlat = Math.min(size.width, size.height) < SMALLEST_SIDE
  return hasPlace && !isFlat && isReplaceable ? null : 'not-replaceable'
}

/** A layer thinner than this, in px, is a line: there is no box that a picture could fill. */
const SMALLEST_SIDE = 0.01

/** A selected container that is not to be filled says why. */
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

/** Into a container, or beside it where it would not be seen in there. */
function into(scene: Scene, container: LayerSnapshot, size: Size): Place {
  const { autoLayout } = container
  const where = autoLayout ? appended(scene, container, autoLayout, size) : inside(scene, container, size)
  if (!where) return beside(scene, container, size, 'no-room')
  const isItem = autoLayout !== null
  if (isItem || isSurface(container) || seenShare({ ...where.at, ...where.size }, container) >= ENOUGH)
    return where
  return beside(scene, container, size, 'hidden')
}

/**
 * As an item, the last or the one at `index`, no larger than its room. Null where there is none, where it would be cut off, and where that
 * cannot be told of a slot in an instance, which nothing leaves again.
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
  // What is as large as its items grows with them.
  const grown = {
    width: room.width < Number.POSITIVE_INFINITY ? parent.size.width : room.width,
    height: room.height < Number.POSITIVE_INFINITY ? parent.size.height : room.height,
  }
  if (box ? seenShare(box, parent, grown) < ENOUGH : isInInstance(parent)) return null
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
  // A board holds many things: nothing is enlarged to fill it, or put over what is there.
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
  // Between slides, or among variants, only their like can be.
  if (parent.accepts === 'own-kind') return beside(scene, parent, size, reason)
  const index = snapshot.index + 1
  if (parent.autoLayout) {
    const item = appended(scene, parent, parent.autoLayout, size, index)
    return item ? { ...item, rule: 'beside', note: reason } : beside(scene, parent, size, 'no-room')
  }
  const container = containerOf(parent)
  const final = whole(size)
  const free = freeBeside(scene, snapshot, container, final)
  // What is beside a slide is not seen.
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

/** The nearest free place beside a layer that is seen as a whole; null where its container has none. */
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
    isAllowed: container.parent ? (place) => isWhollySeen(place, container) : undefined,
  })
}

function inView(scene: Scene, size: Size): Place {
  const final = whole(size)
  const wish = { ...final, ...rounded(around(middleOf(scene.view), final)) }
  const { x, y } = freePlace([wish], { obstacles: scene.obstacles(scene.page, null), gap: GAP }) ?? wish
  return {
    rule: 'view',
    parent: scene.page,
    index: belowMasks(scene.page, null),
    at: { x, y },
    size: final,
    note: null,
  }
}
