import type { Note, PlaceChoice } from '../../protocol/contract'
import { inRoom, inRows, spotsAt } from './block'
import { blockerIn } from './blocker'
import { around, type Box, middleOf, type Point, type Size } from './boxes'
import { fitted, rounded, whole } from './fit'
import { freePlace } from './free-place'
import { appended, belowMasks, GAP, inside } from './inside'
import { ENOUGH, isWhollySeen, seenShare } from './sight'
import { containerOf, isSurface, type LayerSnapshot, type Place, type Scene } from './snapshots'

/**
 * Where pictures of these sizes go, by the first rule that fits:
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
 *
 * Several pictures are a block: rows that go where one picture of the block's size would. In a frame they are as large as can be, at most
 * as large as they are, and cover nothing; where that leaves less than a quarter of their sides, they go beside it.
 *
 * `where` is what the user has chosen: as far as what is selected allows it, it goes before the rules.
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

/** Whether a picture goes into this layer when it is selected, as far as it and the layers around it say: masks are not looked for. */
export const holdsPictures = (snapshot: LayerSnapshot): boolean =>
  isContainer(snapshot) && blockerIn(snapshot, null, { masks: false }) === null

/**
 * Where pictures go that are dropped at a point of `target`, in its coordinates: into it, with their middle at the pointer, and no
 * larger than a frame that would cut them off; as the next items where auto layout has the say; beside what nothing may be put into.
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
    const smaller = clips ? fitted(first, room, 1) : whole(first)
    return [{ ...smaller, ...rounded(around(point, smaller)) }]
  }
  const block = clips ? inRoom(sizes, room) : inRows(sizes)
  if (!block) return null
  const { x, y } = rounded(around(point, block.size))
  if (!clips) return spotsAt(block, { x, y })
  // So that none of them is cut off.
  const within = (at: number, side: 'width' | 'height') =>
    Math.max(0, Math.min(at, Math.floor(room[side] - block.size[side])))
  return spotsAt(block, { x: within(x, 'width'), y: within(y, 'height') })
}

/** Where pictures go that cannot be where they were wished, for the reason `note`: beside that, or beside what is around it. */
export const placeBeside = (scene: Scene, target: LayerSnapshot, sizes: readonly Size[], note: Note): Place =>
  beside(scene, target, sizes, note)

/** Where pictures go that are not seen in `holder`, or that are refused there: beside all that is around it. */
export function placeOutside(scene: Scene, holder: LayerSnapshot, sizes: readonly Size[], note: Note): Place {
  let outermost = holder
  while (outermost.parent && !isSurface(outermost.parent)) outermost = outermost.parent
  if (outermost.type === 'SLIDE' || !outermost.parent)
    return { ...onSurface(scene, outermost.parent && outermost, sizes), note }
  return beside(scene, outermost, sizes, note)
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

/** Into a container, or beside it where it would not be seen in there. */
function into(scene: Scene, container: LayerSnapshot, sizes: readonly Size[], isWished = false): Place {
  const { autoLayout } = container
  const where = autoLayout ? appended(scene, container, sizes) : inside(scene, container, sizes, isWished)
  if (!where) return beside(scene, container, sizes, 'no-room')
  const isItem = autoLayout !== null
  const isSeen = where.spots.every((spot) => seenShare(spot, container) >= ENOUGH)
  return isItem || isSurface(container) || isSeen ? where : beside(scene, container, sizes, 'hidden')
}

function beside(scene: Scene, snapshot: LayerSnapshot, sizes: readonly Size[], note: Note | null): Place {
  const parent = snapshot.parent ?? scene.page
  const blocker = blockerIn(parent, snapshot)
  if (blocker && blocker.snapshot.id !== snapshot.id)
    return beside(scene, blocker.snapshot, sizes, note ?? blocker.note)
  const reason = note ?? blocker?.note ?? null
  // Between slides, or among variants, only their like can be.
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
  // What is beside a slide is not seen.
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

/** In a slide, or in the middle of what is seen of the page. */
function onSurface(scene: Scene, slide: LayerSnapshot | null, sizes: readonly Size[]): Place {
  const where = slide && inside(scene, slide, sizes)
  if (where) return where
  const block = inRows(sizes)
  const wish = { ...block.size, ...rounded(around(middleOf(scene.view), block.size)) }
  const free = freePlace([wish], { obstacles: scene.obstacles(scene.page, null), gap: GAP }) ?? wish
  return {
    rule: 'view',
    parent: scene.page,
    by: scene.page,
    index: belowMasks(scene.page, null),
    spots: spotsAt(block, free),
    note: null,
  }
}
