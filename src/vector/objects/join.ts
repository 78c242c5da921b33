import { commonArea } from './hull'
import { PairHeap } from './pair-heap'
import { NONE } from './raster'
import { isLettering, type Scale, similarity } from './similarity'
import { join, type Measured, type Thing } from './things'

/** With at most this many neighbors, all pairs are scored again after each change. */
const FEW_NEIGHBORS = 32
/**
 * With more neighbors, all pairs are scored again only after growth by this factor. Until then, a pair is scored again when it is next in
 * the queue.
 */
const GROWTH = 1.25
/** A pair with an outdated score is still joined if its new score is lower by at most this. */
const TOLERANCE = 0.1

/**
 * Joins neighbors that are likely one object, highest score first, then joins very small things to their best neighbor. Returns, for each
 * thing, the number of the one that it was joined to. Nearly linear in the number of contacts, even if one thing has most of them.
 */
export function joinThings({ things, scale }: Measured): Int32Array {
  const joinedTo = Int32Array.from(things, (_, index) => index)
  const heap = new PairHeap()
  const scoreOf = (one: Thing, other: Thing, b: number): number => {
    const contact = one.contacts.get(b)
    return contact ? similarity(one, other, contact, scale) : 0
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
    // The smaller one is moved into the other, so that each neighbor and color moves only a few times.
    const [to, from] = bulk(one) < bulk(other) ? [b, a] : [a, b]
    markLetters(one, other, b, scale)
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
    const to = isTiny(thing, scale) ? likeliest(things, index, scale) : enclosing(things, thing)
    if (to === NONE) continue
    join(things, to, index)
    joinedTo[index] = to
  }
  return rootsOf(joinedTo)
}

/** Follows each link to its end. */
export function rootsOf(links: Int32Array): Int32Array {
  for (let i = 0; i < links.length; i += 1) {
    let root = i
    while (links[root] !== root) root = links[root] ?? root
    for (let at = i; at !== root; ) {
      const next = links[at] ?? root
      links[at] = root
      at = next
    }
  }
  return links
}

const isHub = ({ contacts }: Thing): boolean => contacts.size > FEW_NEIGHBORS
const bulk = ({ contacts, colors }: Thing): number => contacts.size + colors.size

/** A thing smaller than this share of the picture is joined to its best neighbor: area of its hull, and visible area. */
const TINY_HULL = 0.0008
const TINY_AREA = 0.0003

export const isTiny = ({ hullArea, area }: Thing, { side }: Scale): boolean =>
  hullArea < TINY_HULL * side ** 2 || area < TINY_AREA * side ** 2

/** Maximum distance to that neighbor, as a share of the longer side. A thing farther away is a loose detail. */
const MAX_DISTANCE = 0.03

/**
 * A thing with up to this many shapes is a detail of another one that is larger by this factor, encloses this share of it, and is what it
 * faces along this share of its outline.
 */
const FEW = 12
const LARGER = 2
const ENCLOSED = 0.95
const FACING = 0.5

function enclosing(things: readonly Thing[], thing: Thing): number {
  const { hull, hullArea, outline, shapes, contacts } = thing
  if (shapes > FEW) return NONE
  for (const [neighbor, { facing }] of [...contacts].sort(([a], [b]) => a - b)) {
    const other = things[neighbor]
    if (!other || facing < FACING * outline || other.hullArea < LARGER * hullArea) continue
    if (commonArea(hull, other.hull) >= ENCLOSED * hullArea) return neighbor
  }
  return NONE
}

function likeliest(things: readonly Thing[], index: number, scale: Scale): number {
  const crumb = things[index]
  let best = NONE
  let most = Number.NEGATIVE_INFINITY
  for (const [neighbor, contact] of crumb?.contacts ?? []) {
    const thing = things[neighbor]
    if (!crumb || !thing || contact.gap > MAX_DISTANCE * scale.side) continue
    const score = similarity(crumb, thing, contact, scale)
    if (score < most || (score === most && neighbor > best)) continue
    best = neighbor
    most = score
  }
  return best
}

/** Letters that are joined form a word. */
function markLetters(one: Thing, other: Thing, b: number, scale: Scale): void {
  const contact = one.contacts.get(b)
  if (!contact || !isLettering(one, other, contact, scale)) return
  one.letters = Math.max(1, one.letters)
  other.letters = Math.max(1, other.letters)
}
