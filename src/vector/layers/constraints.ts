import { coverShape } from '../coverage/cover-shape'
import type { Grid } from '../coverage/grid'
import { keptSpans } from '../coverage/kept-spans'
import { Mask } from '../coverage/mask'
import { gridsFor, usefulCells } from '../coverage/resolution'
import type { Drawing } from '../drawing'
import { type Order, OrderBuilder } from './order'
import { isSolid } from './paints'
import { ReversedSpanMap } from './reversed-spans'
import type { Sign, Signs } from './signs'

/** Maximum number of edges of the order, limited by memory. Real pictures have about four per shape. */
const MAX_EDGES = 8_000_000

export interface Constraints {
  /** Which shapes must stay below which. */
  readonly order: Order
  /** The given signs, with 0 for shapes that meet a shape of the same paint where their winding is reversed. */
  readonly signs: readonly Sign[]
  /** Which shapes are completely hidden by those in front of them. */
  readonly hidden: readonly boolean[]
}

/** Finds where shapes overlap, on the finest grid that is affordable. `paints` come from `assignPaintNumbers`. */
export function findConstraints(drawing: Drawing, paints: Int32Array, given: Signs): Constraints {
  const grids = gridsFor(drawing, usefulCells(drawing))
  for (const [i, grid] of grids.entries()) {
    const maxEdges = i + 1 < grids.length ? MAX_EDGES : Number.POSITIVE_INFINITY
    const constraints = findConstraintsOn(grid, drawing, paints, given, maxEdges)
    if (constraints) return constraints
  }
  throw new Error('the coarsest grid has no limit')
}

function findConstraintsOn(
  grid: Grid,
  { shapes }: Drawing,
  paints: Int32Array,
  given: Signs,
  maxEdges: number,
): Constraints | null {
  const mask = new Mask(grid)
  const builder = new OrderBuilder(paints, grid.columns * grid.rows)
  const spots = new ReversedSpanMap(given.spots, grid)
  const spotted = new Set(given.spots.map(({ shape }) => paints[shape]))
  const signs = [...given.signs]
  const hidden: boolean[] = []
  for (const [index, shape] of [...shapes.entries()].reverse()) {
    const known = shape.fill && !shape.stroke ? keptSpans(shape, grid) : null
    const spans = known ?? mask
    const count = known?.count ?? coverShape(shape, mask)
    hidden[index] = builder.add(index, spans, count, isSolid(shape))
    if (spotted.has(paints[index])) {
      spots.meet(index, spans, count, (owner) => {
        if (paints[owner] === paints[index]) signs[owner] = 0
      })
    }
    if (builder.edges > maxEdges) return null
  }
  return { order: builder.finish(), signs, hidden }
}
