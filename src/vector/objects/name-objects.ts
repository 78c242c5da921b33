import type { Hex } from '../../colors/hex'
import { layerColorName } from '../../colors/names'
import { labDistance, toLab } from '../../colors/oklab'
import { layerStrings } from '../../strings/layers'
import type { Drawing, Shape } from '../drawing'
import type { Objects } from './find-objects'
import { addHull, emptyHull, type Hull, hullArea } from './hull'
import { type Subject, subjectOf } from './prompt-words'
import { NONE } from './raster'

interface NameOptions {
  readonly background: number
  readonly prompt: string
}

/** The facts that names are made from. */
interface Known {
  readonly hull: Hull
  readonly area: number
  readonly shapes: number
  readonly color: Hex
}

/** Returns a name for each object: words of the prompt if they can only mean this one, otherwise its color and place. */
export function nameObjects(
  drawing: Drawing,
  objects: Objects,
  { background, prompt }: NameOptions,
): string[] {
  const { objectOf, sceneryCount, details, count } = objects
  const members = Array.from({ length: count }, (): number[] => [])
  for (const [index, object] of objectOf.entries()) members[object]?.push(index)
  const known = members.map((shapes) => measure(drawing, objects, shapes))
  const names = known.map((each, object) =>
    object === details ? layerStrings.details : placeName(each, objects),
  )
  if (background >= 0) names[objectOf[background] ?? 0] = layerStrings.background
  const subject = subjectOf(prompt)
  const things = known.flatMap((each, object) =>
    object < sceneryCount || object === details ? [] : [{ ...each, object }],
  )
  const meant = subject ? meantBy(subject, things) : []
  for (const [i, { object }] of meant.entries())
    names[object] = subject?.count === 1 ? subject.name : layerStrings.counted(subject?.name ?? '', i + 1)
  return names
}

/** Returns a name for a part of an object. */
export const namePart = (drawing: Drawing, objects: Objects, shapes: readonly number[]): string =>
  layerStrings.part(layerColorName(measure(drawing, objects, shapes).color))

function placeName({ hull, color }: Known, { raster: { grid } }: Objects): string {
  const [left = 0, right = 0, top = 0, bottom = 0] = hull
  const column = third((left + right) / 2, grid.columns)
  const row = third((top + bottom) / 2, grid.rows)
  return layerStrings.object(layerColorName(color), layerStrings.places[row]?.[column] ?? '')
}

/** Returns the third of a length in which a point is: 0, 1, or 2. A point outside, or NaN, counts as in the middle. */
function third(at: number, length: number): 0 | 1 | 2 {
  const share = at / length
  return share < 1 / 3 ? 0 : share > 2 / 3 ? 2 : 1
}

/**
 * An object is the prompt's subject if it has this share of the area of all objects, and no other one has more than this share of its area.
 */
const DOMINANT = 0.6
const MINOR = 0.25
/** Maximum ratio of sizes and of numbers of shapes, and maximum color distance, of equal objects. */
const ALIKE = 1.6
const SAME_COLOR = 0.12

type Thing = Known & { readonly object: number }

/** Returns the objects that the prompt names, in reading order; empty if uncertain. */
function meantBy({ count }: Subject, things: readonly Thing[]): readonly Thing[] {
  if (count === 1) {
    const [first, second] = [...things].sort((a, b) => b.area - a.area)
    if (!first) return []
    const all = things.reduce((sum, { area }) => sum + area, 0)
    return first.area >= DOMINANT * all && (second?.area ?? 0) <= MINOR * first.area ? [first] : []
  }
  const kinds: Thing[][] = []
  for (const thing of things) {
    const kind = kinds.find((others) => others.every((other) => areAlike(thing, other)))
    if (kind) kind.push(thing)
    else kinds.push([thing])
  }
  const [kind, another] = kinds.filter(({ length }) => length === count)
  if (!kind || another) return []
  return kind.sort((a, b) => (a.hull[0] ?? 0) - (b.hull[0] ?? 0) || (a.hull[2] ?? 0) - (b.hull[2] ?? 0))
}

function areAlike(a: Known, b: Known): boolean {
  const within = (one: number, other: number) => Math.max(one, other) <= ALIKE * Math.min(one, other)
  return (
    within(a.area, b.area) &&
    within(a.shapes, b.shapes) &&
    labDistance(toLab(a.color), toLab(b.color)) < SAME_COLOR
  )
}

function measure(
  { shapes }: Drawing,
  { raster, visible, objectOf, sceneryCount }: Objects,
  members: readonly number[],
): Known {
  const hull = emptyHull()
  const areas = new Map<Hex, number>()
  // What is painted in the color of the scenery below may be a gap, for example between branches.
  const beneath = new Set<Hex>()
  for (const index of members) {
    const shape = shapes[index]
    const area = visible.areas[index] ?? 0
    const seenHull = visible.hulls[index]
    if (!shape) continue
    if (seenHull && area > 0) addHull(hull, seenHull)
    areas.set(shownColor(shape), (areas.get(shownColor(shape)) ?? 0) + area * opacityOf(shape))
    const under = raster.beneath[index] ?? NONE
    const below = shapes[under]
    if (below && (objectOf[under] ?? 0) < sceneryCount && !members.includes(under))
      beneath.add(shownColor(below))
  }
  return { hull, area: hullArea(hull), shapes: members.length, color: mostSeen(areas, beneath) }
}

/** The color of the scenery below counts only if all others together cover less than this share of the visible area. */
const OTHERS = 0.3
/** Shades within this OKLab distance partly count for each other. */
const SHADES = 0.12

function mostSeen(areas: ReadonlyMap<Hex, number>, beneath: ReadonlySet<Hex>): Hex {
  const all = [...areas].map(([color, area]) => ({ color, area, lab: toLab(color) }))
  const own = all.filter(({ color }) => !beneath.has(color))
  const sum = (list: typeof all) => list.reduce((total, { area }) => total + area, 0)
  const colors = (sum(own) >= OTHERS * sum(all) && own.length > 0 ? own : all)
    .sort((a, b) => b.area - a.area)
    .slice(0, 32)
  const weights = colors.map(({ lab }) =>
    colors.reduce(
      (total, other) => total + other.area * Math.max(0, 1 - labDistance(lab, other.lab) / SHADES),
      0,
    ),
  )
  return colors[weights.indexOf(Math.max(...weights))]?.color ?? '#000000'
}

/** Returns the dominant color of a shape; for a gradient, the one in its middle. */
function shownColor({ fill, stroke }: Shape): Hex {
  const paint = fill ?? stroke?.paint
  if (paint?.type === 'solid') return paint.color
  return paint?.stops[paint.stops.length >> 1]?.color ?? '#000000'
}

const opacityOf = ({ fill, opacity, stroke }: Shape): number => (fill ? opacity : (stroke?.opacity ?? 1))
