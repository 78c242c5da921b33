import { addCell, emptyHull, type Hull } from './hull'
import { NONE, type Raster } from './raster'

/** What is visible of each shape in the finished picture. */
export interface Visible {
  readonly hulls: readonly Hull[]
  /** In cells. */
  readonly areas: Int32Array
}

export function visibleOf({ grid: { columns, rows }, owners }: Raster, shapes: number): Visible {
  const hulls = Array.from({ length: shapes }, emptyHull)
  const areas = new Int32Array(shapes)
  for (let row = 0, cell = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, cell += 1) {
      const owner = owners[cell] ?? NONE
      const hull = hulls[owner]
      if (!hull) continue
      areas[owner] = (areas[owner] ?? 0) + 1
      // Inside a row, only the ends of a shape can extend its hull.
      const inner =
        column > 0 && column + 1 < columns && owners[cell - 1] === owner && owners[cell + 1] === owner
      if (!inner) addCell(hull, column, row)
    }
  }
  return { hulls, areas }
}
