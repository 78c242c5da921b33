import type { Drawing } from '../drawing'
import type { Objects } from './find-objects'
import { liesOn, NONE } from './raster'

/** Minimum number of shapes of a part, and its maximum share of the object's visible area. */
const MIN_SHAPES = 4
const MAX_SHARE = 0.6

/** Minimum and maximum number of parts. */
const MIN_PARTS = 2
const MAX_PARTS = 12

/**
 * Finds the parts of objects that clearly have some: a house with detailed windows, a word with its letters. Returns the number of each
 * shape's part, from 0; NONE for most shapes.
 */
export function findParts({ shapes }: Drawing, objects: Objects): Int32Array {
  const { objectOf, sceneryCount, details, words, bases, raster, visible } = objects
  const parents = Int32Array.from(shapes, (_, index) => {
    const under = liesOn(raster, index)
    return under !== NONE && under < index && bases[under] === bases[index] ? under : NONE
  })
  const counts = new Int32Array(shapes.length).fill(1)
  const areas = Float64Array.from(visible.areas)
  const whole = new Float64Array(objects.count)
  for (let index = shapes.length - 1; index >= 0; index -= 1) {
    const object = objectOf[index] ?? 0
    whole[object] = (whole[object] ?? 0) + (visible.areas[index] ?? 0)
    const parent = parents[index] ?? NONE
    if (parent === NONE) continue
    counts[parent] = (counts[parent] ?? 0) + (counts[index] ?? 0)
    areas[parent] = (areas[parent] ?? 0) + (areas[index] ?? 0)
  }
  // The bottom shape of each shape's part. Shapes always come after the shape they lie on.
  const roots = new Int32Array(shapes.length).fill(NONE)
  const found = new Map<number, Set<number>>()
  for (let index = 0; index < shapes.length; index += 1) {
    const object = objectOf[index] ?? 0
    if (object < sceneryCount || object === details) continue
    const parent = parents[index] ?? NONE
    const above = parent === NONE ? NONE : (roots[parent] ?? NONE)
    const isPart = words.has(object)
      ? parent === NONE
      : (counts[index] ?? 0) >= MIN_SHAPES && (areas[index] ?? 0) <= MAX_SHARE * (whole[object] ?? 0)
    roots[index] = above !== NONE ? above : isPart ? index : NONE
    if (roots[index] !== index) continue
    const parts = found.get(object) ?? new Set()
    found.set(object, parts.add(index))
  }
  const numbers = new Map<number, number>()
  return roots.map((root, index) => {
    const object = objectOf[index] ?? 0
    const count = found.get(object)?.size ?? 0
    if (root === NONE || count < MIN_PARTS || (count > MAX_PARTS && !words.has(object))) return NONE
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
}
