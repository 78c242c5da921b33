import type { Drawing } from '../drawing'
import { findDetails } from './details'
import { joinThings } from './join'
import { isLineArt } from './line-art'
import { joinPieces } from './pieces'
import { liesOn, NONE, type Raster, rasterize } from './raster'
import { findScenery } from './scenery'
import { type Measured, measureThings } from './things'
import { type Visible, visibleOf } from './visible'

/** With more objects than this, or more than this share of the shapes, the picture is texture. */
const MAX_OBJECTS = 120
const MAX_SHARE = 0.5

/** Maximum number of pieces of line art that become objects. */
const MAX_PIECES = 12

/** Why a picture has no objects: it is a single object, connected line art, or texture. */
export type NoObjects = 'single' | 'lines' | 'texture'

/** The objects of a picture that a designer would pick up. */
export interface Objects {
  /** The number of each shape's object, from 0. */
  readonly objectOf: Int32Array
  readonly count: number
  /** Objects with lower numbers are scenery. */
  readonly sceneryCount: number
  /** The object with all loose details; NONE if there are none. */
  readonly details: number
  /** Objects that are words, whose letters stay separate layers. */
  readonly words: ReadonlySet<number>
  /** For each shape, the bottom shape of the stack that it lies on. */
  readonly bases: Int32Array
  readonly raster: Raster
  readonly visible: Visible
}

/**
 * Finds the objects of a picture. A shape belongs to the shape that it lies on, and neighbors are joined if they are likely one object.
 * `background`: index of the shape that covers the canvas; −1 if there is none. Returns the reason if no objects are found.
 */
export function findObjects(drawing: Drawing, background: number): Objects | NoObjects {
  const { shapes } = drawing
  const raster = rasterize(drawing)
  const visible = visibleOf(raster, shapes.length)
  const { sceneryOf, count: sceneryCount } = findScenery(drawing, raster, visible, background)
  const bases = basesOf(raster, visible, sceneryOf, background)
  const numbers = new Map<number, number>()
  const partOf = bases.map((base) => {
    if (base === NONE) return NONE
    const number = numbers.get(base) ?? numbers.size
    numbers.set(base, number)
    return number
  })
  const lines = isLineArt(drawing, raster, visible)
  const measured = measureThings(drawing, raster, visible, partOf, numbers.size)
  if (isTexture(measured)) return 'texture'
  const joined = lines ? joinPieces(measured) : joinThings(measured)
  const objects = new Map<number, number>()
  const details = lines ? new Set<number>() : findDetails(measured, joined)
  const keyOf = (root: number) => (details.has(root) ? NONE : root)
  const objectOf = partOf.map((part, index) => {
    if (part === NONE) return sceneryOf[index] ?? 0
    const key = keyOf(joined[part] ?? part)
    const object = objects.get(key) ?? sceneryCount + objects.size
    objects.set(key, object)
    return object
  })
  const things = objects.size
  const others = background >= 0 ? sceneryCount - 1 : sceneryCount
  if (lines && (things < 2 || things > MAX_PIECES)) return 'lines'
  if (things === 0 || things + others < 2) return 'single'
  if (things > MAX_OBJECTS || things > MAX_SHARE * shapes.length) return 'texture'
  const words = new Set<number>()
  for (const [root, object] of objects) if ((measured.things[root]?.letters ?? 0) >= WORD) words.add(object)
  return {
    ...{ objectOf, count: sceneryCount + things, sceneryCount, details: objects.get(NONE) ?? NONE, words },
    ...{ bases, raster, visible },
  }
}

/** At least this many things, of which this share has nearly the same size, are texture: tiles, dots, hatching. */
const REPEATED = 150
const NEARLY_ALL = 0.8
const SAME_SIZE = 1.5

function isTexture({ things }: Measured): boolean {
  if (things.length < REPEATED) return false
  const sizes = things.map(({ hullArea }) => hullArea).sort((a, b) => a - b)
  const middle = sizes[sizes.length >> 1] ?? 0
  const alike = sizes.filter((size) => size <= SAME_SIZE * middle && middle <= SAME_SIZE * size)
  return alike.length >= NEARLY_ALL * sizes.length
}

/** Minimum number of letters in a word. */
const WORD = 3

/**
 * Returns, for each shape, the bottom shape of the stack that it lies on; NONE for scenery. A hidden shape belongs to the one that hides
 * it, and a shape outside the picture to its neighbor in paint order.
 */
function basesOf(raster: Raster, { areas }: Visible, sceneryOf: Int32Array, background: number): Int32Array {
  const bases = new Int32Array(sceneryOf.length).fill(NONE)
  const place = (index: number, like: number): void => {
    bases[index] = bases[like] ?? NONE
    sceneryOf[index] = sceneryOf[like] ?? NONE
  }
  for (let index = 0; index < bases.length; index += 1) {
    if (sceneryOf[index] !== NONE || areas[index] === 0) continue
    const under = liesOn(raster, index)
    const base = under === NONE ? NONE : (bases[under] ?? NONE)
    bases[index] = base === NONE ? index : base
  }
  for (let index = bases.length - 1; index > background; index -= 1) {
    if (sceneryOf[index] !== NONE || areas[index] !== 0) continue
    const cover = raster.above[index] ?? NONE
    if (cover !== NONE) place(index, cover)
    else if (index + 1 < bases.length) place(index, index + 1)
    else bases[index] = index
  }
  return bases
}
