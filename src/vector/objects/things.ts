import type { Hex } from '../../colors/hex'
import { toLab } from '../../colors/oklab'
import type { Drawing, Shape } from '../drawing'
import { type Contact, findContacts, noContact } from './contacts'
import { addHull, commonArea, emptyHull, type Hull, hullArea } from './hull'
import { likeness, type Scale } from './likeness'
import { NOBODY, type Seen } from './look'
import { PairHeap } from './pair-heap'
import type { Visible } from './visible'

/** Shapes that were found to be one. It grows while things are joined. Areas and lengths in cells. */
export interface Thing {
  readonly hull: Hull
  hullArea: number
  /** Visible area. */
  area: number
  /** Length of the outline. */
  outline: number
  /** Number of shapes. */
  shapes: number
  /** Visible area by color. */
  readonly colors: Map<number, number>
  readonly contacts: Map<number, Contact>
  /** Counts changes; −1 when it was joined to another. */
  version: number
  /** Number of shapes when it was last offered to all its neighbors. */
  offered: number
}

/** The one color of a shape; of a gradient, the first. */
export function colorOf({ fill, stroke }: Shape): Hex {
  const paint = fill ?? stroke?.paint
  return paint?.type === 'solid' ? paint.color : (paint?.stops[0]?.color ?? '#000000')
}

/** Up to so many neighbors, a change is offered to all of them at once. */
const FEW_NEIGHBORS = 32
/** A thing with more is offered again to all when it has grown by this factor; until then a pair is weighed again when its turn comes. */
const GROWTH = 1.25
/** A pair that was weighed before one of the two grew keeps its turn unless it has become less likely by this. */
const TOLERANCE = 0.1

/**
 * Joins things that are likely one, the likeliest first, until none are; then what is too small to be a thing to the likeliest
 * neighbor. `partOf` has the thing of each shape, of `count`, or NOBODY for ground. Returns for each thing the number of the one
 * that it was joined to. The time grows with the number of neighbors, not with its square, even where one thing has most of them.
 */
export function joinThings(
  drawing: Drawing,
  seen: Seen,
  visible: Visible,
  partOf: Int32Array,
  count: number,
): Int32Array {
  const { things, scale } = measureThings(drawing, seen, visible, partOf, count)
  const joinedTo = Int32Array.from(things, (_, index) => index)
  const heap = new PairHeap()
  const scoreOf = (one: Thing, other: Thing, b: number): number => {
    const contact = one.contacts.get(b)
    return contact ? likeness(one, other, contact, scale) : 0
  }
  const offer = (a: number, b: number): void => {
    const [one, other] = [things[a], things[b]]
    if (!one || !other) return
    const score = scoreOf(one, other, b)
    if (score > 0) heap.add({ score, a, b, versionA: one.version, versionB: other.version })
  }
  for (const [a, { contacts }] of things.entries()) for (const b of contacts.keys()) if (a < b) offer(a, b)
  for (let pair = heap.take(); pair; pair = heap.take()) {
    const { a, b, versionA, versionB } = pair
    const [one, other] = [things[a], things[b]]
    if (!one || !other || one.version < 0 || other.version < 0) continue
    if (one.version !== versionA || other.version !== versionB) {
      if (!isHub(one) && !isHub(other)) continue
      const now = scoreOf(one, other, b)
      if (now <= 0) continue
      if (now < pair.score - TOLERANCE) {
        heap.add({ score: now, a, b, versionA: one.version, versionB: other.version })
        continue
      }
    }
    // The smaller one goes into the other, so that each neighbor and each color moves only a few times.
    const [to, from] = bulk(one) < bulk(other) ? [b, a] : [a, b]
    const moved = join(things, to, from)
    joinedTo[from] = to
    const kept = things[to]
    if (!kept) continue
    const all = !isHub(kept) || kept.shapes >= GROWTH * kept.offered
    if (all) kept.offered = kept.shapes
    for (const neighbor of all ? kept.contacts.keys() : moved) offer(to, neighbor)
  }
  for (const [index, thing] of things.entries()) {
    if (thing.version < 0) continue
    const to = isCrumb(thing, scale) ? likeliest(things, index, scale) : enclosing(things, thing)
    if (to === NOBODY) continue
    join(things, to, index)
    joinedTo[index] = to
  }
  for (let i = 0; i < count; i += 1) {
    let root = i
    while (joinedTo[root] !== root) root = joinedTo[root] ?? root
    for (let at = i; at !== root; ) {
      const next = joinedTo[at] ?? root
      joinedTo[at] = root
      at = next
    }
  }
  return joinedTo
}

const isHub = ({ contacts }: Thing): boolean => contacts.size > FEW_NEIGHBORS
const bulk = ({ contacts, colors }: Thing): number => contacts.size + colors.size

/** A thing smaller than this part of the picture is a detail of a neighbor, the likeliest. */
const CRUMB = 0.0008
const CRUMB_AREA = 0.0003

const isCrumb = ({ hullArea, area }: Thing, { side }: Scale): boolean =>
  hullArea < CRUMB * side ** 2 || area < CRUMB_AREA * side ** 2

/** A thing of so few shapes is a detail of one that is larger by this factor and has this part of it in its outline. */
const FEW = 12
const LARGER = 2
const ENCLOSED = 0.95

function enclosing(things: readonly Thing[], { hull, hullArea, shapes, contacts }: Thing): number {
  if (shapes > FEW) return NOBODY
  for (const neighbor of [...contacts.keys()].sort((a, b) => a - b)) {
    const other = things[neighbor]
    if (!other || other.hullArea < LARGER * hullArea) continue
    if (commonArea(hull, other.hull) >= ENCLOSED * hullArea) return neighbor
  }
  return NOBODY
}

function likeliest(things: readonly Thing[], index: number, scale: Scale): number {
  const crumb = things[index]
  let best = NOBODY
  let most = Number.NEGATIVE_INFINITY
  for (const [neighbor, contact] of crumb?.contacts ?? []) {
    const thing = things[neighbor]
    if (!crumb || !thing) continue
    const score = likeness(crumb, thing, contact, scale)
    if (score < most || (score === most && neighbor > best)) continue
    best = neighbor
    most = score
  }
  return best
}

/** Returns the neighbors of the one that was joined to the other, which are neighbors of both now. */
function join(things: readonly Thing[], to: number, from: number): readonly number[] {
  const [kept, gone] = [things[to], things[from]]
  if (!kept || !gone) return []
  const between = kept.contacts.get(from)
  kept.version += 1
  gone.version = -1
  addHull(kept.hull, gone.hull)
  kept.hullArea = hullArea(kept.hull)
  kept.area += gone.area
  kept.shapes += gone.shapes
  kept.outline += gone.outline - 2 * (between?.border ?? 0)
  for (const [color, cells] of gone.colors) kept.colors.set(color, (kept.colors.get(color) ?? 0) + cells)
  kept.contacts.delete(from)
  gone.contacts.delete(to)
  const moved = [...gone.contacts.keys()]
  for (const [neighbor, contact] of gone.contacts) {
    const both = kept.contacts.get(neighbor) ?? noContact()
    both.border += contact.border
    both.facing += contact.facing
    both.on += contact.on
    both.gap = Math.min(both.gap, contact.gap)
    kept.contacts.set(neighbor, both)
    things[neighbor]?.contacts.delete(from)
    things[neighbor]?.contacts.set(to, both)
  }
  gone.contacts.clear()
  return moved
}

function measureThings(
  { shapes }: Drawing,
  seen: Seen,
  visible: Visible,
  partOf: Int32Array,
  count: number,
): { readonly things: readonly Thing[]; readonly scale: Scale } {
  const { outlines, contacts } = findContacts(seen, partOf, count)
  const things = Array.from(contacts, (found, i): Thing => {
    const more = {
      hullArea: 0,
      area: 0,
      shapes: 0,
      colors: new Map<number, number>(),
      version: 0,
      offered: 0,
    }
    return { ...more, hull: emptyHull(), outline: outlines[i] ?? 0, contacts: found }
  })
  const numbers = new Map<Hex, number>()
  for (const [index, shape] of shapes.entries()) {
    const part = partOf[index] ?? NOBODY
    const thing = things[part]
    if (!thing) continue
    const hex = colorOf(shape)
    const color = numbers.get(hex) ?? numbers.size
    numbers.set(hex, color)
    const area = visible.areas[index] ?? 0
    const hull = visible.hulls[index]
    if (hull && area > 0) addHull(thing.hull, hull)
    thing.area += area
    thing.shapes += 1
    thing.colors.set(color, (thing.colors.get(color) ?? 0) + area)
    const contact = thing.contacts.get(partOf[seen.beneath[index] ?? NOBODY] ?? NOBODY)
    if (contact) contact.on += (seen.beneathShare[index] ?? 0) * (seen.areas[index] ?? 0)
  }
  const uses = new Int32Array(numbers.size)
  for (const thing of things) {
    thing.hullArea = hullArea(thing.hull)
    for (const color of thing.colors.keys()) uses[color] = (uses[color] ?? 0) + 1
  }
  const side = Math.max(seen.grid.columns, seen.grid.rows)
  return { things, scale: { side, uses, labs: [...numbers.keys()].map((hex) => toLab(hex)) } }
}
