import type { Measured } from './things'

/** A loose detail is smaller than this part of the picture and has at most so many shapes: a spark, a leaf, a drop. */
const SIZE = 0.003
const SHAPES = 4

/** Fewer are things of their own. */
const FEWEST = 3

/** Finds the things, by their number after joining, that are loose details of a picture that has larger things. */
export function findDetails(
  { things, scale: { side } }: Measured,
  joinedTo: Int32Array,
): ReadonlySet<number> {
  const roots = [...new Set(joinedTo)]
  const isDetail = (root: number): boolean => {
    const { hullArea = 0, shapes = 0, letters = 0 } = things[root] ?? {}
    return hullArea < SIZE * side ** 2 && shapes <= SHAPES && letters === 0
  }
  const details = roots.filter(isDetail)
  return new Set(details.length >= FEWEST && details.length < roots.length ? details : [])
}
