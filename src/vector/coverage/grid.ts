/** A grid of square cells over the canvas. */
export interface Grid {
  readonly columns: number
  readonly rows: number
  /** Side of a cell in px. */
  readonly cell: number
}

/** Returns the grid with `cells` cells along its longer side. Width and height in px. */
export function gridOf(width: number, height: number, cells: number): Grid {
  const cell = Math.max(width, height) / cells
  return {
    columns: Math.max(1, Math.ceil(width / cell)),
    rows: Math.max(1, Math.ceil(height / cell)),
    cell,
  }
}
