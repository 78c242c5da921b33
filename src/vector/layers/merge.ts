import type { Shape } from '../drawing'
import { commandsArray, coordsArray } from '../path/arrays'
import { joinPaths } from '../path/join'
import { CLOSE, CUBIC, MOVE, type Path } from '../path/path'
import type { Sign } from './signs'

/**
 * Merges shapes with the same opaque paint into one shape that fills the same area under `nonzero`. `signs` has the winding
 * direction of each. Throws if a sign is 0.
 *
 * Why this is safe: the winding number of a path at a point is the sum of those of its parts. Each part is oriented so that
 * its own winding numbers are never negative. A sum of non-negative numbers is zero only if all are zero, so the merged path
 * fills a point exactly if a part does. Holes work as well: in a hole, the part's number is 0, and another part over it makes
 * the sum positive, just as painting over the hole would. Parts with some negative numbers in either orientation are allowed
 * only if no other part is within a pixel of those places: there, the sum is the part's own number.
 */
export function mergeShapes(shapes: readonly Shape[], signs: readonly Sign[]): Shape {
  const [first] = shapes
  if (!first) throw new Error('nothing to merge')
  if (shapes.length === 1) return first
  if (shapes.some((_, i) => !signs[i])) throw new Error('a shape that cannot be merged')
  const paths = shapes.map(({ path }, i) => (signs[i] === -1 ? reversePath(path) : path))
  const parts = paths.filter((_, i) => !shapes[i]?.isSeamless)
  return { ...first, path: joinPaths(paths), fillRule: 'nonzero', parts }
}

/** Returns the same curves in the opposite direction, which negates every winding number. */
export function reversePath({ commands, coords }: Path): Path {
  const turned = commandsArray(commands.length)
  const points = coordsArray(coords.length)
  let out = 0
  let outAt = 0
  let at = 0
  let start = 0
  while (start < commands.length) {
    // A subpath: one MOVE, then lines and curves, then CLOSE if it is closed.
    let end = start + 1
    let endAt = at + (commands[start] === CLOSE ? 0 : 2)
    while (end < commands.length && commands[end] !== MOVE && commands[end - 1] !== CLOSE) {
      endAt += arity(commands[end])
      end += 1
    }
    const closed = commands[end - 1] === CLOSE
    const drawn = closed ? end - 1 : end
    if (endAt > at) {
      turned[out++] = MOVE
      for (let i = drawn - 1; i > start; i -= 1) turned[out++] = commands[i] ?? MOVE
      for (let from = endAt - 2; from >= at; from -= 2) {
        points[outAt++] = coords[from] ?? 0
        points[outAt++] = coords[from + 1] ?? 0
      }
    }
    if (closed) turned[out++] = CLOSE
    start = end
    at = endAt
  }
  return { commands: turned, coords: points }
}

const arity = (command: number | undefined): number => (command === CUBIC ? 6 : command === CLOSE ? 0 : 2)
