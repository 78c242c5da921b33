import { flatten, type Path, type Point } from './path'

/**
 * Which shape is seen at each place, on a coarse grid: shapes are painted in order, later ones over earlier
 * ones. 0 is where nothing was painted.
 */
export class Raster {
  readonly columns: number
  readonly rows: number
  /** Side of a cell in units of the picture. */
  readonly cell: number
  readonly #ids: Uint16Array

  constructor(width: number, height: number, cell: number) {
    this.cell = cell
    this.columns = Math.ceil(width / cell)
    this.rows = Math.ceil(height / cell)
    this.#ids = new Uint16Array(this.columns * this.rows)
  }

  /** Gives every cell whose middle lies in the path (nonzero rule) this id. */
  paint(path: Path, id: number): void {
    const lines = path.map((contour) => flatten(contour, this.cell * 2))
    const edges = lines.flatMap(edgesOf)
    let top = Number.POSITIVE_INFINITY
    let bottom = Number.NEGATIVE_INFINITY
    for (const { from, to } of edges) {
      top = Math.min(top, from[1], to[1])
      bottom = Math.max(bottom, from[1], to[1])
    }
    const firstRow = Math.max(0, Math.floor(top / this.cell))
    const lastRow = Math.min(this.rows - 1, Math.floor(bottom / this.cell))
    for (let row = firstRow; row <= lastRow; row++) this.#paintRow(edges, row, id)
  }

  /** The id at a place; -1 outside the picture. */
  at(x: number, y: number): number {
    const column = Math.floor(x / this.cell)
    const row = Math.floor(y / this.cell)
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return -1
    return this.#ids[row * this.columns + column] ?? -1
  }

  /** How many cells each id is seen in. */
  counts(): Map<number, number> {
    const counts = new Map<number, number>()
    for (const id of this.#ids) counts.set(id, (counts.get(id) ?? 0) + 1)
    return counts
  }

  #paintRow(edges: readonly Edge[], row: number, id: number): void {
    const y = (row + 0.5) * this.cell
    const crossings: { x: number; way: 1 | -1 }[] = []
    for (const { from, to } of edges) {
      const down = from[1] <= y && to[1] > y
      const up = to[1] <= y && from[1] > y
      if (!down && !up) continue
      const x = from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0])
      crossings.push({ x, way: down ? 1 : -1 })
    }
    crossings.sort((one, other) => one.x - other.x)
    let winding = 0
    crossings.forEach(({ x, way }, index) => {
      winding += way
      const next = crossings[index + 1]
      if (winding === 0 || next === undefined) return
      const start = Math.max(0, Math.ceil(x / this.cell - 0.5))
      const end = Math.min(this.columns - 1, Math.floor(next.x / this.cell - 0.5))
      for (let column = start; column <= end; column++) this.#ids[row * this.columns + column] = id
    })
  }
}

interface Edge {
  readonly from: Point
  readonly to: Point
}

function edgesOf(points: readonly Point[]): Edge[] {
  return points.map((from, index) => ({ from, to: points[(index + 1) % points.length] ?? from }))
}
