import { rootsOf } from './join'
import { NONE } from './raster'
import type { Measured } from './things'

/** Maximum gap inside a piece of line art, as a share of the longer side. */
const GAP = 0.015

/** Pieces with a smaller share of the drawn area are joined to the nearest one. */
const SMALL = 0.015

/** Joins things that are close together, whatever their colors. Returns, for each thing, the number of the one that it was joined to. */
export function joinPieces({ things, scale: { side } }: Measured): Int32Array {
  const links = Int32Array.from(things, (_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (links[root] !== root) root = links[root] ?? root
    links[index] = root
    return root
  }
  const link = (a: number, b: number): void => {
    const [one, other] = [rootOf(a), rootOf(b)]
    links[Math.max(one, other)] = Math.min(one, other)
  }
  for (const [a, { contacts }] of things.entries())
    for (const [b, { gap }] of contacts) if (gap <= GAP * side) link(a, b)
  const areas = new Map<number, number>()
  let all = 0
  for (const [index, { hullArea }] of things.entries()) {
    areas.set(rootOf(index), (areas.get(rootOf(index)) ?? 0) + hullArea)
    all += hullArea
  }
  for (const [index, { contacts }] of things.entries()) {
    if ((areas.get(rootOf(index)) ?? all) >= SMALL * all) continue
    let nearest = NONE
    let least = Number.POSITIVE_INFINITY
    for (const [other, { gap }] of contacts) {
      if (rootOf(other) === rootOf(index) || gap >= least) continue
      nearest = other
      least = gap
    }
    if (nearest !== NONE) link(index, nearest)
  }
  return rootsOf(links)
}
