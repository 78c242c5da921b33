import type { Drawing, Shape } from '../drawing'
import { CLOSE, LINE, MOVE, type Path } from '../path/path'
import { boundsOf } from './bounds'
import { type Grid, Mask } from './mask'
import { type Order, OrderBuilder } from './order'
import { isSolid } from './paints'
import { gridsFor } from './resolution'
import type { Sign, Signs } from './signs'
import { SpotMap } from './spots'

/** Edges of the order: what memory allows. Real pictures have about four a shape. */
const MAX_EDGES = 8_000_000

/** A stroke that reaches further than this is not followed; its box stands for it. In cells. */
const MAX_REACH = 8

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

/** Marks the shape's cells and gives their number. */
function cover(shape: Shape, mask: Mask): number {
  const { path, fill, fillRule, stroke } = shape
  const rule = fill ? fillRule : null
  if (!stroke) return mask.cover(path, rule)
  const reach = (stroke.width / 2) * Math.max(Math.SQRT2, stroke.join === 'miter' ? stroke.miterLimit : 1)
  if (reach > MAX_REACH * mask.grid.cell) return mask.cover(boxAround(path, reach), 'nonzero')
  return mask.cover(path, rule, reach)
}

function boxAround(path: Path, reach: number): Path {
  const box = boundsOf(path)
  const left = box.left - reach
  const top = box.top - reach
  const right = box.right + reach
  const bottom = box.bottom + reach
  return {
    commands: Uint8Array.of(MOVE, LINE, LINE, LINE, CLOSE),
    coords: Float64Array.of(left, top, right, top, right, bottom, left, bottom),
  }
}
