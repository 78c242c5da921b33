import { isTiny } from './join'
import type { Measured } from './things'

/** Maximum area, as a share of the picture, and maximum number of shapes of a loose detail: a spark, a leaf, a drop. */
const SIZE = 0.003
const SHAPES = 4

/** Minimum number of loose details to form a group. */
const MIN_DETAILS = 3

/** Finds the loose details of a picture that also has larger things. Returns their numbers after joining. */
export function findDetails({ things, scale }: Measured, joinedTo: Int32Array): ReadonlySet<number> {
  const roots = [...new Set(joinedTo)]
  const isDetail = (root: number): boolean => {
    const thing = things[root]
    if (!thing) return false
    const { hullArea, shapes, letters } = thing
    return hullArea < SIZE * scale.side ** 2 && shapes <= SHAPES && letters === 0
  }
  const details = roots.filter(isDetail)
  const crumbs = details.filter((root) => things[root] && isTiny(things[root], scale))
  if (details.length === roots.length) return new Set()
  return new Set(details.length >= MIN_DETAILS ? details : crumbs)
}
