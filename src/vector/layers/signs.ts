import { turnOf } from '../coverage/turn'
import { WindingReader } from '../coverage/winding'
import type { Drawing, Shape } from '../drawing'
import { CLOSE, MOVE } from '../path/path'
import { UNIQUE_PAINT } from './paints'
import type { ReversedSpan } from './reversed-spans'

/** The distance between scan lines, and the tolerance for curves: the longer side divided by these. */
const LINES = 4096
const TOLERANCE = 40_960

/** Maximum number of spots of all shapes. Real pictures have a few hundred. */
const MAX_SPOTS = 20_000

/** The winding direction of a shape's boundary. 0: the shape cannot be merged. */
export type Sign = 1 | -1 | 0

/** The winding of shapes, which decides whether they can be merged; `mergeShapes` explains why. */
export interface Signs {
  /** One for each shape. */
  readonly signs: Sign[]
  /** Where the winding of shapes is reversed: no other shape of the same paint may be there. */
  readonly spots: ReversedSpan[]
}

/** Finds the winding direction of every shape whose paint is not UNIQUE_PAINT; the others get 0. The only shape of a paint is not merged, so it gets 1 unread. */
export function readSigns({ width, height, shapes }: Drawing, paints: Int32Array): Signs {
  const side = Math.max(width, height)
  const reader = new WindingReader(height, side / LINES, side / TOLERANCE)
  const all: ReversedSpan[] = []
  const uses = new Map<number, number>()
  for (const paint of paints) uses.set(paint, (uses.get(paint) ?? 0) + 1)
  const signs = shapes.map((shape, i): Sign => {
    const subpaths = countSubpaths(shape)
    const paint = paints[i] ?? UNIQUE_PAINT
    if (paint === UNIQUE_PAINT || subpaths === 0) return 0
    if (uses.get(paint) === 1) return 1
    const turn = subpaths === 1 ? turnOf(shape.path) : 0
    if (turn !== 0) return turn
    const winding = reader.read(shape.path)
    if (!winding || all.length + winding.spots.length > MAX_SPOTS) return 0
    const { sign, spots, single } = winding
    if (shape.fillRule === 'evenodd' && (subpaths > 1 || !single || spots.length > 0)) return 0
    for (const spot of spots) all.push({ ...spot, shape: i })
    return sign
  })
  return { signs, spots: all }
}

/** Returns 0 if a subpath does not begin with its own MOVE: such a path is not split. */
function countSubpaths({ path: { commands } }: Shape): number {
  let count = 0
  for (let i = 0; i < commands.length; i += 1) {
    if (commands[i] === MOVE) count += 1
    else if (i === 0 || commands[i - 1] === CLOSE) return 0
  }
  return count
}
