import { BOUNDARY, CENTER } from '../coverage/cell-bits'
import type { Grid } from '../coverage/grid'
import { Mask } from '../coverage/mask'
import { gridsFor } from '../coverage/resolution'
import type { Drawing } from '../drawing'

/** Cells along the longer side. With more, hairlines between touching shapes would count as gaps, and it would take longer. */
const CELLS = 256

/** No shape, part or object. */
export const NONE = -1

/** Which shapes are visible where, and what each was painted on. Areas in cells. */
export interface Raster {
  readonly grid: Grid
  /** The top shape of each cell, or NONE. */
  readonly owners: Int32Array
  /** Number of cells of each shape, including hidden ones. */
  readonly areas: Int32Array
  /** What each shape was painted on: the shape below most of it, and the share of it that lies there, 0 to 1. */
  readonly beneath: Int32Array
  readonly beneathShare: Float64Array
  /** The last shape that was painted on each shape. */
  readonly above: Int32Array
}

/** A shape lies on another one if more than this share of it was painted there. */
const LIES_ON = 0.5

/** Returns the shape that this one lies on; NONE if there is none. */
export const liesOn = ({ beneath, beneathShare }: Raster, index: number): number =>
  (beneathShare[index] ?? 0) > LIES_ON ? (beneath[index] ?? NONE) : NONE

/** Paints the shapes on a grid, from back to front. */
export function rasterize(drawing: Drawing): Raster {
  const { shapes } = drawing
  const [grid] = gridsFor(drawing, CELLS)
  const mask = new Mask(grid)
  const owners = new Int32Array(grid.columns * grid.rows).fill(NONE)
  const areas = new Int32Array(shapes.length)
  const beneath = new Int32Array(shapes.length).fill(NONE)
  const beneathShare = new Float64Array(shapes.length)
  const above = new Int32Array(shapes.length).fill(NONE)
  const found = new Map<number, number>()
  for (const [index, { path, fill, fillRule, stroke }] of shapes.entries()) {
    found.clear()
    let area = 0
    const paint = (count: number, bit: number): void => {
      for (let i = 0; i < count; i += 1) {
        if (((mask.bits[i] ?? 0) & bit) === 0) continue
        for (let cell = mask.starts[i] ?? 0; cell < (mask.ends[i] ?? 0); cell += 1) {
          const owner = owners[cell] ?? NONE
          if (owner === index) continue
          found.set(owner, (found.get(owner) ?? 0) + 1)
          owners[cell] = index
          area += 1
        }
      }
    }
    if (fill) {
      paint(mask.cover(path, fillRule, 0), CENTER)
      // A detail smaller than a cell must still lie somewhere.
      if (area === 0) paint(mask.cover(path, fillRule, 0), BOUNDARY)
    }
    if (stroke) paint(mask.coverStroke(path, Math.max(0, stroke.width - grid.cell) / 2), BOUNDARY)
    areas[index] = area
    for (const [owner, cells] of found) {
      if (owner !== NONE) above[owner] = index
      if (cells / area <= (beneathShare[index] ?? 0)) continue
      beneath[index] = owner
      beneathShare[index] = cells / area
    }
  }
  return { grid, owners, areas, beneath, beneathShare, above }
}
