import type { Hex } from '../../colors/hex'
import { toLab } from '../../colors/oklab'
import type { Drawing, Shape } from '../drawing'
import { type Contact, emptyContact, findContacts } from './contacts'
import { addHull, emptyHull, type Hull, hullArea } from './hull'
import { NONE, type Raster } from './raster'
import type { Scale } from './similarity'
import type { Visible } from './visible'

/** A group of shapes that is likely one object, or part of one. Grows by joining. Areas and lengths in cells. */
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
  /** Incremented by each change; −1 once it has been joined to another. */
  version: number
  /** Number of shapes when all its pairs were last scored. */
  offered: number
  /** Number of letters if it is a word or part of one; otherwise 0. */
  letters: number
}

/** Returns the color of a shape; for a gradient, that of the first stop. */
export function colorOf({ fill, stroke }: Shape): Hex {
  const paint = fill ?? stroke?.paint
  return paint?.type === 'solid' ? paint.color : (paint?.stops[0]?.color ?? '#000000')
}

/** Joins one thing to another. Returns the neighbors of the removed one, which are now neighbors of the other. */
export function join(things: readonly Thing[], to: number, from: number): readonly number[] {
  const [kept, gone] = [things[to], things[from]]
  if (!kept || !gone) return []
  const between = kept.contacts.get(from)
  kept.version += 1
  gone.version = -1
  addHull(kept.hull, gone.hull)
  kept.hullArea = hullArea(kept.hull)
  kept.area += gone.area
  kept.letters = lettersOf(kept, gone)
  kept.shapes += gone.shapes
  kept.outline += gone.outline - 2 * (between?.border ?? 0)
  for (const [color, cells] of gone.colors) kept.colors.set(color, (kept.colors.get(color) ?? 0) + cells)
  kept.contacts.delete(from)
  gone.contacts.delete(to)
  const moved = [...gone.contacts.keys()]
  for (const [neighbor, contact] of gone.contacts) {
    const both = kept.contacts.get(neighbor) ?? emptyContact()
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

/** The things of a picture before joining, and the facts for their scores. */
export interface Measured {
  readonly things: readonly Thing[]
  readonly scale: Scale
}

/** `partOf`: the thing of each shape, less than `count`; NONE for scenery. */
export function measureThings(
  { shapes }: Drawing,
  raster: Raster,
  visible: Visible,
  partOf: Int32Array,
  count: number,
): Measured {
  const { outlines, contacts } = findContacts(raster, partOf, count)
  const things = Array.from(contacts, (found, i): Thing => {
    const more = {
      hullArea: 0,
      area: 0,
      shapes: 0,
      colors: new Map<number, number>(),
      version: 0,
      offered: 0,
      letters: 0,
    }
    return { ...more, hull: emptyHull(), outline: outlines[i] ?? 0, contacts: found }
  })
  const numbers = new Map<Hex, number>()
  for (const [index, shape] of shapes.entries()) {
    const part = partOf[index] ?? NONE
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
    const contact = thing.contacts.get(partOf[raster.beneath[index] ?? NONE] ?? NONE)
    if (contact) contact.on += (raster.beneathShare[index] ?? 0) * (raster.areas[index] ?? 0)
  }
  const uses = new Int32Array(numbers.size)
  for (const thing of things) {
    thing.hullArea = hullArea(thing.hull)
    for (const color of thing.colors.keys()) uses[color] = (uses[color] ?? 0) + 1
  }
  const side = Math.max(raster.grid.columns, raster.grid.rows)
  return { things, scale: { side, uses, labs: [...numbers.keys()].map((hex) => toLab(hex)) } }
}

/** Only letters, and things smaller than this share of the word, are added to a word. */
const SMALL = 0.3

function lettersOf(kept: Thing, gone: Thing): number {
  const [small, large] = kept.hullArea < gone.hullArea ? [kept, gone] : [gone, kept]
  return small.letters > 0 && large.letters > 0
    ? small.letters + large.letters
    : small.hullArea < SMALL * large.hullArea
      ? large.letters
      : 0
}
