import { leavesOf } from '../drawing'
import type { Layer } from '../layers/layer'
import { CLOSE, CUBIC, MOVE, type Path } from '../path/path'

/** Returns the number of points on the outlines of the layers, as an editor shows them. The start of a closed outline counts once. */
export const countAnchors = (layers: readonly Layer[]): number =>
  layers.reduce(
    (sum, { shapes }) => leavesOf(shapes).reduce((all, { path }) => all + anchorsOf(path), sum),
    0,
  )

function anchorsOf({ commands, coords }: Path): number {
  let count = 0
  let at = 0
  let start = 0
  for (const command of commands) {
    if (command === CLOSE) {
      const isBack =
        at - start > 2 && coords[at - 2] === coords[start] && coords[at - 1] === coords[start + 1]
      if (isBack) count -= 1
      continue
    }
    if (command === MOVE) start = at
    at += command === CUBIC ? 6 : 2
    count += 1
  }
  return count
}
