import type { Hex } from '../../colors/hex'
import { type Lab, labDistance, toLab } from '../../colors/oklab'
import type { Drawing } from '../drawing'
import { emptyHull, type Hull } from './hull'
import { liesOn, NONE, type Raster } from './raster'
import { colorOf } from './things'
import type { Visible } from './visible'

/** A shape that comes this close to both sides of the picture, as a share of the side, and has this share of the area, is scenery. */
const REACH = 0.01
const MIN_AREA = 0.04

/** Scenery on other scenery is a part of it if it is a shade of it: if its OKLab distance is less than this. */
const SHADE = 0.07

/** Which shapes are scenery: sky, hills, water, and shapes on them in their colors. */
export interface Scenery {
  /** The number of each shape's scenery, from 0, or NONE. */
  readonly sceneryOf: Int32Array
  readonly count: number
}

/** `background`: index of the shape that covers the canvas; −1 if there is none. */
export function findScenery(
  { shapes }: Drawing,
  raster: Raster,
  visible: Visible,
  background: number,
): Scenery {
  const { columns, rows } = raster.grid
  const sceneryOf = new Int32Array(shapes.length).fill(NONE)
  const colors = shapes.map(colorOf)
  const labs = new Map<Hex, Lab>()
  for (const color of colors) if (!labs.has(color)) labs.set(color, toLab(color))
  const distance = (a: number, b: number): number => {
    const one = labs.get(colors[a] ?? '#000000')
    const other = labs.get(colors[b] ?? '#000000')
    return one && other ? labDistance(one, other) : 1
  }
  const isScene = scenesIn(raster, visible)
  let count = 0
  for (let index = 0; index < shapes.length; index += 1) {
    const under = liesOn(raster, index)
    const lies = under !== NONE && sceneryOf[under] !== NONE
    if (index <= background) sceneryOf[index] = index === 0 ? count++ : 0
    else if (
      spans(visible.hulls[index] ?? emptyHull(), raster.areas[index] ?? 0, columns, rows) ||
      isScene(index, lies && under > background)
    )
      sceneryOf[index] =
        lies && under > background && distance(index, under) < SHADE ? (sceneryOf[under] ?? 0) : count++
    else if (lies && under > background && colors[index] === colors[under])
      sceneryOf[index] = sceneryOf[under] ?? 0
  }
  for (let index = background + 1; index < shapes.length; index += 1) {
    if (sceneryOf[index] !== NONE || (visible.areas[index] ?? 0) < PIECE * columns * rows) continue
    const under = liesOn(raster, index)
    if (under === NONE || (sceneryOf[under] ?? NONE) === NONE) continue
    const like = sceneryOf.findIndex(
      (scenery, other) => other > background && scenery !== NONE && distance(index, other) < SAME,
    )
    if (like >= 0) sceneryOf[index] = sceneryOf[like] ?? 0
  }
  return { sceneryOf, count }
}

/** A shape on scenery that has the color of other scenery belongs to it if its visible area is at least this share: sky in a gap. */
const PIECE = 0.015
const SAME = 0.03

/** A shape with this share of the picture's area, on which this many things of several parts lie, is the scenery of a scene. */
const SCENE_AREA = 0.25
const SCENE_THINGS = 4
/** Minimum number of details of such a thing. */
const DETAILS = 3
/** A shape on such scenery is scenery as well if its visible area is at least this share: sky, water. */
const PART_OF_SCENE = 0.1

/** Returns a function that tells whether a shape is the scenery of a scene that does not reach the sides of the picture. */
function scenesIn(raster: Raster, visible: Visible): (index: number, onScenery: boolean) => boolean {
  const { grid, areas } = raster
  const details = new Int32Array(areas.length)
  const things = new Int32Array(areas.length)
  for (let index = areas.length - 1; index >= 0; index -= 1) {
    const under = liesOn(raster, index)
    if (under === NONE) continue
    details[under] = (details[under] ?? 0) + 1
    // Shapes on this one come later in paint order, so they have been counted.
    if ((details[index] ?? 0) >= DETAILS) things[under] = (things[under] ?? 0) + 1
  }
  const canvas = grid.columns * grid.rows
  return (index, onScenery) => {
    const area = (areas[index] ?? 0) / canvas
    return (
      (area >= SCENE_AREA && (things[index] ?? 0) >= SCENE_THINGS) ||
      (onScenery && (visible.areas[index] ?? 0) / canvas >= PART_OF_SCENE)
    )
  }
}

function spans(
  [left = 0, right = 0, top = 0, bottom = 0]: Hull,
  area: number,
  columns: number,
  rows: number,
): boolean {
  if (area < MIN_AREA * columns * rows) return false
  const across = left <= REACH * columns && right >= (1 - REACH) * columns
  const down = top <= REACH * rows && bottom >= (1 - REACH) * rows
  return across || down
}
