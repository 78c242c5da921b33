import type { Shape } from '../drawing'
import { commandsArray, coordsArray } from '../path/arrays'
import { CLOSE, CUBIC, MOVE, type Path } from '../path/path'
import type { Sign } from './signs'

/**
 * One shape that fills what the shapes fill together, under `nonzero`. They have one opaque paint; `signs` says for each
 * how its boundary winds.
 *
 * Why that is safe: a path's winding number at a point is the sum of those of its parts. Each part is turned so that its
 * own numbers are nowhere negative. A sum of numbers that are not negative is zero only where all are zero: the whole
 * fills exactly where a part does. Holes need no care: where a part has one its number is 0, and another part over it
 * makes the sum positive, as painting it over the hole would. Parts that have negative numbers somewhere, however they
 * are turned, may be given only if no other part is within a pixel of such a spot: there, the sum is the part's own number.
 */
export function mergeShapes(shapes: readonly Shape[], signs: readonly Sign[]): Shape {
  const [first] = shapes
  if (!first) throw new Error('nothing to merge')
  if (shapes.length === 1) return first
  if (shapes.some((_, i) => !signs[i])) throw new Error('a shape that cannot be merged')
  const paths = shapes.map(({ path }, i) => (signs[i] === -1 ? reversePath(path) : path))
  const commands = commandsArray(paths.reduce((sum, path) => sum + path.commands.length, 0))
  const coords = coordsArray(paths.reduce((sum, path) => sum + path.coords.length, 0))
  let commandsAt = 0
  let coordsAt = 0
  for (const path of paths) {
    commands.set(path.commands, commandsAt)
    coords.set(path.coords, coordsAt)
    commandsAt += path.commands.length
    coordsAt += path.coords.length
  }
  return { ...first, path: { commands, coords }, fillRule: 'nonzero' }
}

/** The same curves drawn the other way round: every winding number changes its sign. */
export function reversePath({ commands, coords }: Path): Path {
  const turned = commandsArray(commands.length)
  const points = coordsArray(coords.length)
  let out = 0
  let outAt = 0
  let at = 0
  let start = 0
  while (start < commands.length) {
    // A subpath: one MOVE, its lines and curves, and CLOSE where it is closed.
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
