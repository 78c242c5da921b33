import { WindingReader } from '../coverage/winding'
import type { Drawing, Shape } from '../drawing'
import { CLOSE, MOVE } from '../path/path'
import { ALONE } from './paints'
import type { Spot } from './spots'

/** Parts of the longer side: how close the lines are along which windings are read, and how exact curves are followed. */
const LINES = 4096
const EXACTNESS = 40_960

/** Spots of all shapes together. Real pictures have some hundred. */
const MAX_SPOTS = 20_000

/** Which way a shape's boundary winds. 0: it cannot be merged. */
export type Sign = 1 | -1 | 0

/** What must be known of shapes before they can be merged; see `mergeShapes` for why. */
export interface Signs {
  /** For each shape. */
  readonly signs: Sign[]
  /** Where shapes wind the other way: no other shape of the same paint may be there. */
  readonly spots: Spot[]
}

/** Reads the windings of every shape whose paint is not ALONE; the others get 0. */
export function readSigns({ width, height, shapes }: Drawing, paints: Int32Array): Signs {
  const side = Math.max(width, height)
  const reader = new WindingReader(height, side / LINES, side / EXACTNESS)
  const all: Spot[] = []
  const signs = shapes.map((shape, i): Sign => {
    const subpaths = countSubpaths(shape)
    if (paints[i] === ALONE || subpaths === 0) return 0
    const winding = reader.read(shape.path)
    if (!winding || all.length + winding.spots.length > MAX_SPOTS) return 0
    const { sign, spots, single } = winding
    if (shape.fillRule === 'evenodd' && (subpaths > 1 || !single || spots.length > 0)) return 0
    for (const spot of spots) all.push({ ...spot, shape: i })
    return sign
  })
  return { signs, spots: all }
}

/** 0 where a subpath does not begin with a MOVE of its own: such a path is not taken apart. */
function countSubpaths({ path: { commands } }: Shape): number {
  let count = 0
  for (let i = 0; i < commands.length; i += 1) {
    if (commands[i] === MOVE) count += 1
    else if (i === 0 || commands[i - 1] === CLOSE) return 0
  }
  return count
}
