import { type Grid, Mask } from '../coverage/mask'
import { gridsFor } from '../coverage/resolution'
import type { Drawing, Shape } from '../drawing'
import { type Order, OrderBuilder } from './order'
import { isSolid } from './paints'
import type { Sign, Signs } from './signs'
import { SpotMap } from './spots'

/** Edges of the order: what memory allows. Real pictures have about four a shape. */
const MAX_EDGES = 8_000_000

export interface Constraints {
  /** What must stay below what. */
  readonly order: Order
  /** As given, with 0 for the shapes that meet another of their paint where they wind the other way. */
  readonly signs: readonly Sign[]
}

/** Finds out, on the finest grid that is affordable, where shapes lie on each other. `paints` as from `numberPaints`. */
export function constrain(drawing: Drawing, paints: Int32Array, given: Signs): Constraints {
  const grids = gridsFor(drawing)
  for (const [i, grid] of grids.entries()) {
    const maxEdges = i + 1 < grids.length ? MAX_EDGES : Number.POSITIVE_INFINITY
    const constraints = constrainOn(grid, drawing, paints, given, maxEdges)
    if (constraints) return constraints
  }
  throw new Error('the coarsest grid has no limit')
}

function constrainOn(
  grid: Grid,
  { shapes }: Drawing,
  paints: Int32Array,
  given: Signs,
  maxEdges: number,
): Constraints | null {
  const mask = new Mask(grid)
  const builder = new OrderBuilder(paints, grid.columns * grid.rows)
  const spots = new SpotMap(given.spots, grid)
  const spotted = new Set(given.spots.map(({ shape }) => paints[shape]))
  const signs = [...given.signs]
  for (const [index, shape] of [...shapes.entries()].reverse()) {
    const count = cover(shape, mask)
    builder.add(index, mask, count, isSolid(shape))
    if (spotted.has(paints[index])) {
      spots.meet(index, mask, count, (owner) => {
        if (paints[owner] === paints[index]) signs[owner] = 0
      })
    }
    if (builder.edges > maxEdges) return null
  }
  return { order: builder.finish(), signs }
}

/** Marks the shape's cells and gives the number of their spans. */
function cover({ path, fill, fillRule, stroke }: Shape, mask: Mask): number {
  const rule = fill ? fillRule : null
  if (!stroke) return mask.cover(path, rule)
  const reach = (stroke.width / 2) * Math.max(Math.SQRT2, stroke.join === 'miter' ? stroke.miterLimit : 1)
  return mask.cover(path, rule, reach)
}
