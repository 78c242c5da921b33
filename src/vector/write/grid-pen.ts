import type { PathBuilder } from '../path/path'
import { toGrid } from './grid'
import { norm } from './norm'
import { snapHandles } from './snap-handles'

/**
 * Draws a path with its points snapped to a grid. Drops lines of zero length, a last line that CLOSE draws anyway, and
 * corners less than `tolerance` px off a straight line. Curves that bend less than that become lines.
 */
export class GridPen {
  readonly #out: PathBuilder
  readonly #step: number
  readonly #tolerance: number
  /** The current point, unrounded. */
  #x = 0
  #y = 0
  #startX = 0
  #startY = 0
  /** The last point drawn, on the grid. */
  #gridX = 0
  #gridY = 0
  #moved = false
  /** Start of the pending line, which ends at (#x, #y), and the summed distance of the corners dropped from it; -1 without one. */
  #lineX = 0
  #lineY = 0
  #dropped = -1

  constructor(out: PathBuilder, step: number, tolerance: number) {
    this.#out = out
    this.#step = step
    this.#tolerance = tolerance
  }

  move(x: number, y: number): void {
    this.flush()
    this.#startX = x
    this.#startY = y
    this.#return()
  }

  line(x: number, y: number): void {
    const grown =
      this.#dropped < 0
        ? Number.POSITIVE_INFINITY
        : this.#dropped + offset(this.#x, this.#y, this.#lineX, this.#lineY, x, y)
    if (grown < this.#tolerance) {
      this.#dropped = grown
    } else {
      this.flush()
      this.#lineX = this.#x
      this.#lineY = this.#y
      this.#dropped = 0
    }
    this.#x = x
    this.#y = y
  }

  cubic(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    const bend = Math.max(offset(x1, y1, this.#x, this.#y, x, y), offset(x2, y2, this.#x, this.#y, x, y))
    // A curve is at most three quarters as far from its chord as its control points are.
    if (0.75 * bend < this.#tolerance) return this.line(x, y)
    this.flush()
    const fromX = this.#gridX
    const fromY = this.#gridY
    const toX = this.#toGrid(x)
    const toY = this.#toGrid(y)
    const [ax, bx] = snapHandles(x1, x2, fromX - this.#x, toX - x, this.#step)
    const [ay, by] = snapHandles(y1, y2, fromY - this.#y, toY - y, this.#step)
    this.#x = x
    this.#y = y
    const isStill =
      ax === fromX && bx === fromX && toX === fromX && ay === fromY && by === fromY && toY === fromY
    if (isStill) return
    this.#begin()
    this.#out.cubic(ax, ay, bx, by, toX, toY)
    this.#gridX = toX
    this.#gridY = toY
  }

  close(): void {
    const closes =
      this.#toGrid(this.#x) === this.#toGrid(this.#startX) &&
      this.#toGrid(this.#y) === this.#toGrid(this.#startY)
    if (closes) this.#dropped = -1
    this.flush()
    if (this.#moved) this.#out.close()
    this.#return()
  }

  /** Draws the pending line. */
  flush(): void {
    if (this.#dropped < 0) return
    this.#dropped = -1
    const x = this.#toGrid(this.#x)
    const y = this.#toGrid(this.#y)
    if (x === this.#gridX && y === this.#gridY) return
    this.#begin()
    this.#out.line(x, y)
    this.#gridX = x
    this.#gridY = y
  }

  #return(): void {
    this.#x = this.#startX
    this.#y = this.#startY
    this.#gridX = this.#toGrid(this.#x)
    this.#gridY = this.#toGrid(this.#y)
    this.#moved = false
  }

  /** Delays the MOVE until something is drawn, so that a subpath of one point leaves nothing. */
  #begin(): void {
    if (!this.#moved) this.#out.move(this.#gridX, this.#gridY)
    this.#moved = true
  }

  #toGrid(value: number): number {
    return toGrid(value, this.#step)
  }
}

/** Distance of (x, y) from the line segment between two points, in px. */
function offset(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax
  const dy = by - ay
  const square = dx * dx + dy * dy
  const along = square > 0 ? ((x - ax) * dx + (y - ay) * dy) / square : 0
  const t = Math.min(1, Math.max(0, along))
  return norm(x - ax - t * dx, y - ay - t * dy)
}
