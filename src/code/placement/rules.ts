import type { Note } from '../../protocol/contract'
import { around, type Box, middleOf, type Point, type Size } from './boxes'
import { freePlace } from './free-place'

/** A layer as the rules see it. */
export interface Spot {
  readonly id: string
  readonly type: string
  readonly locked: boolean
  /** In the coordinates of its container: the nearest one around it that has coordinates of its own, which a group has not. */
  readonly box: Box
  /** Of its own, before any rotation. */
  readonly size: Size
  /** The room that auto layout gives an item, infinite where the layer grows with it; null without auto layout. */
  readonly autoLayout: Size | null
  /** Whether that is of the kind with cells, each of its items in one of its own. */
  readonly isGrid: boolean
  /** Whether it hides what lies outside of it. */
  readonly clips: boolean
  /** Whether it is one of our own pictures: those are not filled with others. */
  readonly isPicture: boolean
  /** Null for a page. */
  readonly parent: Spot | null
  /** Its place among its parent's children. */
  readonly index: number
}

/** What the rules ask of the document. */
export interface Scene {
  readonly page: Spot
  readonly selection: readonly Spot[]
  /** The slide that is open, in Slides: what lies on the page beside it is not seen. */
  readonly slide: Spot | null
  /** What is seen of the page. */
  readonly view: Box
  /** The boxes of what lies in a container, in its coordinates: of each child, but of the children of groups that hold `spot`. */
  readonly obstacles: (container: Spot, spot: Spot | null) => readonly Box[]
}

/** Where a picture goes. */
export interface Place {
  readonly rule: 'inside' | 'appended' | 'beside' | 'view' | 'point'
  readonly parent: Spot
  /** Its place among the parent's children; null for the front. */
  readonly index: number | null
  /** Top left corner in the coordinates of the parent's container; auto layout sets its own. */
  readonly at: Point
  /** The picture's size is multiplied by this. */
  readonly scale: number
  readonly note: Note | null
}

/** Room to what is beside it, in px. */
export const GAP = 40

/** What can hold a picture. */
const HOLDERS = new Set(['PAGE', 'FRAME', 'GROUP', 'SECTION', 'COMPONENT', 'SLIDE'])
/** What holds no picture itself, but layers that can: slides and variants. */
const PASSAGES = new Set(['SLIDE_GRID', 'SLIDE_ROW', 'COMPONENT_SET'])
/** What a selected layer must be for the picture to go into it. */
const CONTAINERS = new Set(['FRAME', 'SECTION', 'COMPONENT', 'SLIDE'])

/**
 * Where a picture of this size goes, by the first rule that fits:
 *
 * | rule | when | why |
 * |---|---|---|
 * | appended | a container with auto layout is selected | its items are laid out by it: the next item is where a designer adds |
 * | inside | a frame, component, slide or section is selected | selecting a container says "here"; in a frame, fitted and centred |
 * | beside | any other layer is selected | the eye is there; in the same parent, so that it stays in its context |
 * | inside | nothing is selected and a slide is open | it is all that is seen |
 * | view | nothing is selected | the middle of the view is where the eye is; aside from what is there, so that nothing is hidden |
 *
 * Never into an instance, a locked layer or one of our own pictures: then it goes beside the outermost of those.
 */
export function place(scene: Scene, size: Size): Place {
  const { selection } = scene
  const [first] = selection
  if (!first) return scene.slide ? inside(scene, scene.slide, size) : inView(scene, size)
  const hindrance = hindranceAround(first)
  if (hindrance) return beside(scene, hindrance.spot, size, hindrance.note)
  if (selection.length === 1 && isContainer(first)) {
    if (first.locked) return beside(scene, first, size, 'locked')
    return first.autoLayout ? appended(first, first.autoLayout, size) : inside(scene, first, size)
  }
  return beside(scene, rightmost(selection), size, noteOf(first))
}

const isContainer = ({ type, isPicture }: Spot): boolean => CONTAINERS.has(type) && !isPicture

/** Whether a picture goes into this layer when it is selected. */
export const holdsPictures = (spot: Spot): boolean =>
  isContainer(spot) && !spot.locked && hindranceAround(spot) === null

/**
 * Where a picture goes that is dropped at a point of `target`, in its coordinates: into it, with its middle at the pointer; as
 * the next item where auto layout has the say; beside what nothing may be put into.
 */
export function placeAt(scene: Scene, target: Spot, point: Point, size: Size): Place {
  const hindrance = hindranceAround(target)
  if (hindrance) return beside(scene, hindrance.spot, size, hindrance.note)
  if (target.type !== 'PAGE' && (!isContainer(target) || target.locked))
    return beside(scene, target, size, target.locked ? 'locked' : noteOf(target))
  if (target.autoLayout) return appended(target, target.autoLayout, size)
  const at = rounded(around(point, size))
  return { rule: 'point', parent: target, index: null, at, scale: 1, note: null }
}

/**
 * Where a picture goes that cannot take the place of `target`, for the reason `note`: beside it, or beside the outermost layer
 * around it that nothing may be put into.
 */
export const placeBeside = (scene: Scene, target: Spot, size: Size, note: Note): Place =>
  beside(scene, hindranceAround(target)?.spot ?? target, size, note)

/** Why a layer's place cannot be taken; null where it can. */
export function obstacleToReplace({ type, size, parent, locked }: Spot): Note | null {
  for (let around = parent; around; around = around.parent) {
    if (around.type === 'INSTANCE') return 'instance'
    if (around.locked) return 'locked'
  }
  if (locked) return 'locked'
  const hasPlace = parent !== null && HOLDERS.has(parent.type) && !parent.isGrid
  const isFlat = Math.min(size.width, size.height) < SMALLEST_SIDE
  // The instances of a component would lose it; a section or slide is a place, not a picture.
  return hasPlace && !isFlat && REPLACEABLE.has(type) ? null : 'not-replaceable'
}

/** A layer thinner than this, in px, is a line: there is no box that a picture could fill. */
const SMALLEST_SIDE = 0.01

const REPLACEABLE = new Set(
  'FRAME GROUP INSTANCE VECTOR RECTANGLE ELLIPSE POLYGON STAR LINE TEXT BOOLEAN_OPERATION SHAPE_WITH_TEXT STICKY MEDIA'.split(
    ' ',
  ),
)

/** A selected container that is not to be filled says why. */
const noteOf = ({ type }: Spot): Note | null => (type === 'INSTANCE' ? 'instance' : null)

/** The outermost layer around this one that nothing may be put into. */
function hindranceAround(spot: Spot): { readonly spot: Spot; readonly note: Note | null } | null {
  let found: { readonly spot: Spot; readonly note: Note | null } | null = null
  for (let around = spot.parent; around; around = around.parent) {
    if (around.type === 'INSTANCE') found = { spot: around, note: 'instance' }
    else if (around.locked) found = { spot: around, note: 'locked' }
    else if (around.isPicture || !(HOLDERS.has(around.type) || PASSAGES.has(around.type)))
      found = { spot: around, note: null }
  }
  return found
}

function rightmost(selection: readonly Spot[]): Spot {
  const [first] = selection
  const siblings = selection.filter(({ parent }) => parent?.id === first?.parent?.id)
  return siblings.reduce((best, spot) =>
    spot.box.x + spot.box.width > best.box.x + best.box.width ? spot : best,
  )
}

/** An item larger than its room would overflow the frame. */
const appended = (parent: Spot, room: Size, { width, height }: Size): Place => ({
  rule: 'appended',
  parent,
  index: null,
  at: { x: 0, y: 0 },
  scale: Math.min(1, room.width / width, room.height / height),
  note: null,
})

function inside(scene: Scene, parent: Spot, size: Size): Place {
  const { width, height } = parent.size
  const fit = Math.min(width / size.width, height / size.height)
  // A section is a board that holds many things: nothing is enlarged to fill it, or put over what is there.
  const scale = parent.type === 'SECTION' ? Math.min(1, fit) : fit
  const middle = around({ x: width / 2, y: height / 2 }, scaled(size, scale))
  const free =
    parent.type === 'SECTION'
      ? freePlace([middle], {
          obstacles: scene.obstacles(parent, null),
          gap: GAP,
          within: { x: 0, y: 0, width, height },
        })
      : middle
  const { x, y } = free ?? middle
  return {
    rule: 'inside',
    parent,
    index: null,
    at: { x, y },
    scale,
    note: free ? null : 'no-room',
  }
}

function beside(scene: Scene, spot: Spot, size: Size, note: Note | null): Place {
  const parent = spot.parent ?? scene.page
  // Between slides, or among variants, only their like can be.
  if (PASSAGES.has(parent.type)) return beside(scene, parent, size, note)
  const index = spot.index + 1
  if (parent.autoLayout) return { ...appended(parent, parent.autoLayout, size), rule: 'beside', index, note }
  const container = containerOf(parent)
  const { box } = spot
  const right = { ...size, x: box.x + box.width + GAP, y: box.y }
  const below = { ...size, x: box.x, y: box.y + box.height + GAP }
  const left = { ...size, x: box.x - GAP - size.width, y: box.y }
  const above = { ...size, x: box.x, y: box.y - GAP - size.height }
  const isBounded = container.clips || container.type === 'SECTION' || container.type === 'SLIDE'
  const free = freePlace([right, below, left, above], {
    obstacles: scene.obstacles(container, spot),
    gap: GAP,
    within: isBounded ? { x: 0, y: 0, ...container.size } : undefined,
  })
  // What is beside a slide is not seen.
  if (!free && container.type === 'SLIDE') return { ...inside(scene, container, size), note: 'no-room' }
  if (!free) return beside(scene, container, size, 'no-room')
  return { rule: 'beside', parent, index, at: rounded(free), scale: 1, note }
}

function inView(scene: Scene, size: Size): Place {
  const wish = around(middleOf(scene.view), size)
  const at = freePlace([{ ...wish, ...rounded(wish) }], {
    obstacles: scene.obstacles(scene.page, null),
    gap: GAP,
  })
  return { rule: 'view', parent: scene.page, index: null, at: rounded(at ?? wish), scale: 1, note: null }
}

/** The layer whose coordinates count within this one: a group has none of its own. */
function containerOf(spot: Spot): Spot {
  let container = spot
  while (container.type === 'GROUP' && container.parent) container = container.parent
  return container
}

const scaled = ({ width, height }: Size, scale: number): Size => ({
  width: width * scale,
  height: height * scale,
})

/** Whole px, so that edges stay sharp. */
const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) })
