import type { Note, PlaceChoice } from '../../protocol/contract'
import { inRoom, inRows, spotsAt } from './block'
import { blockerIn } from './blocker'
import { type Box, boxAround, centerOf, type Point, type Size } from './boxes'
import { isFullyVisible, MIN_VISIBLE_SHARE, visibleShareWithin } from './clipping'
import { fitted, rounded, roundedSize } from './fit'
import { freePlace } from './free-place'
import { appended, belowMasks, GAP, inside } from './inside'
import { containerOf, isSurface, type LayerSnapshot, type Place, type Scene } from './snapshots'

/**
 * Returns where pictures of these sizes go, by the first rule that applies:
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
 *
 * Several pictures go, in rows, where one picture of the same total size would. In a frame they are as large as possible, but not
 * enlarged, and cover nothing; if their sides would be less than a quarter of their own, they go beside the frame.
 *
 * `where` is the user's choice: it overrides the rules as far as the selection allows.
 */
export function place(scene: Scene, sizes: readonly Size[], where: PlaceChoice = 'auto'): Place {
  const { selection, slide } = scene
  const [first] = selection
  if (!first || where === 'page') return onSurface(scene, slide, sizes)
  const isBeside = where === 'beside' && !isSurface(first)
  if (selection.length > 1 || !isContainer(first) || isBeside)
    return beside(scene, rightmost(selection), sizes, isBeside ? null : noteOf(first))
  const blocker = blockerIn(first, null)
  return blocker
    ? beside(scene, blocker.snapshot, sizes, blocker.note)
    : into(scene, first, sizes, where === 'inside')
}

const isContainer = ({ accepts, isPicture }: LayerSnapshot): boolean => accepts === 'pictures' && !isPicture

/** Whether a picture goes into this layer if it is selected. Ignores masks, which are slow to find. */
export const holdsPictures = (snapshot: LayerSnapshot): boolean =>
  isContainer(snapshot) && blockerIn(snapshot, null, { masks: false }) === null

/**
 * Returns where pictures go that are dropped at a point of `target`, in its coordinates: centered on the point, and no larger
 * than a frame that clips; as the last items with auto layout; or beside `target` if they cannot be inserted into it.
 */
export function placeAt(scene: Scene, target: LayerSnapshot, point: Point, sizes: readonly Size[]): Place {
  if (!isContainer(target)) return beside(scene, target, sizes, target.locked ? 'locked' : noteOf(target))
  const blocker = blockerIn(target, null)
  if (blocker) return beside(scene, blocker.snapshot, sizes, blocker.note)
  if (target.autoLayout) return into(scene, target, sizes)
  const spots = spotsAround(target, point, sizes)
  if (!spots) return beside(scene, target, sizes, 'no-room')
  return {
    rule: 'point',
    parent: target,
    by: target,
    index: belowMasks(target, null),
    spots,
    note: null,
  }
}

function spotsAround({ clips, size: room }: LayerSnapshot, point: Point, sizes: readonly Size[]) {
  const [first] = sizes
  if (first && sizes.length === 1) {
    const smaller = clips ? fitted(first, room, 1) : roundedSize(first)
    return [{ ...smaller, ...rounded(boxAround(point, smaller)) }]
  }
  const block = clips ? inRoom(sizes, room) : inRows(sizes)
  if (!block) return null
  const { x, y } = rounded(boxAround(point, block.size))
  if (!clips) return spotsAt(block, { x, y })
  // Moved inside, so that none is cut off.
  const within = (at: number, side: 'width' | 'height') =>
    Math.max(0, Math.min(at, Math.floor(room[side] - block.size[side])))
  return spotsAt(block, { x: within(x, 'width'), y: within(y, 'height') })
}

/** Returns where pictures go that cannot go into or replace `target`, for the reason `note`: beside it, or beside its ancestors. */
export const placeBeside = (scene: Scene, target: LayerSnapshot, sizes: readonly Size[], note: Note): Place =>
  beside(scene, target, sizes, note)

/** Returns where pictures go that would be invisible in `holder`, or are refused there: beside its outermost ancestor. */
export function placeOutside(scene: Scene, holder: LayerSnapshot, sizes: readonly Size[], note: Note): Place {
  let outermost = holder
  while (outermost.parent && !isSurface(outermost.parent)) outermost = outermost.parent
  if (outermost.type === 'SLIDE' || !outermost.parent)
    return { ...onSurface(scene, outermost.parent && outermost, sizes), note }
  return beside(scene, outermost, sizes, note)
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
  const isFlat = Math.min(size.width, size.height) < MIN_SIDE
  return hasPlace && !isFlat && isReplaceable ? null : 'not-replaceable'
}

/** A layer thinner than this, in px, is a line, which a picture cannot fill. */
const MIN_SIDE = 0.01

/** The note for a selected container that cannot be filled. */
const noteOf = ({ type }: LayerSnapshot): Note | null => (type === 'INSTANCE' ? 'instance' : null)

function rightmost(selection: readonly LayerSnapshot[]): LayerSnapshot {
  const [first] = selection
  const siblings = selection.filter(({ parent }) => parent?.id === first?.parent?.id)
  return siblings.reduce((best, snapshot) =>
    snapshot.box.x + snapshot.box.width > best.box.x + best.box.width ? snapshot : best,
  )
}

/** Into a container, or beside it if a picture would be invisible inside. */
function into(scene: Scene, container: LayerSnapshot, sizes: readonly Size[], isWished = false): Place {
  const { autoLayout } = container
  const where = autoLayout ? appended(scene, container, sizes) : inside(scene, container, sizes, isWished)
  if (!where) return beside(scene, container, sizes, 'no-room')
  const isItem = autoLayout !== null
  const isVisible = where.spots.every((spot) => visibleShareWithin(spot, container) >= MIN_VISIBLE_SHARE)
  return isItem || isSurface(container) || isVisible ? where : beside(scene, container, sizes, 'hidden')
}

function beside(scene: Scene, snapshot: LayerSnapshot, sizes: readonly Size[], note: Note | null): Place {
  const parent = snapshot.parent ?? scene.page
  const blocker = blockerIn(parent, snapshot)
  if (blocker && blocker.snapshot.id !== snapshot.id)
    return beside(scene, blocker.snapshot, sizes, note ?? blocker.note)
  const reason = note ?? blocker?.note ?? null
  // Only slides can be between slides, and only variants among variants.
  if (parent.accepts === 'own-kind') return beside(scene, parent, sizes, reason)
  const index = snapshot.index + 1
  if (parent.autoLayout) {
    const items = appended(scene, parent, sizes, index)
    return items
      ? { ...items, rule: 'beside', by: snapshot, note: reason }
      : beside(scene, parent, sizes, 'no-room')
  }
  const container = containerOf(parent)
  const block = inRows(sizes)
  const free = freeBeside(scene, snapshot, container, block.size)
  // The page around a slide is not visible.
  if (!free && container.type === 'SLIDE') return { ...onSurface(scene, container, sizes), note: 'no-room' }
  if (!free) return beside(scene, container, sizes, 'no-room')
  return {
    rule: 'beside',
    parent,
    by: snapshot,
    index: belowMasks(parent, index),
    spots: spotsAt(block, free),
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

/** On a slide, or in the center of the view. */
function onSurface(scene: Scene, slide: LayerSnapshot | null, sizes: readonly Size[]): Place {
  const where = slide && inside(scene, slide, sizes)
  if (where) return where
  const block = inRows(sizes)
  const centered = { ...block.size, ...rounded(boxAround(centerOf(scene.view), block.size)) }
  const free = freePlace([centered], { obstacles: scene.obstacles(scene.page, null), gap: GAP }) ?? centered
  return {
    rule: 'view',
    parent: scene.page,
    by: scene.page,
    index: belowMasks(scene.page, null),
    spots: spotsAt(block, free),
    note: null,
  }
}
