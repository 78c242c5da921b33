import { countSegments } from '../coverage/flatten'
import { EDGE, type Grid, Mask, MIDDLE, SLACK } from '../coverage/mask'
import { gridsFor } from '../coverage/resolution'
import type { Drawing, Paint, Shape } from '../drawing'
import { nearestStops } from './gradient-stops'
import { GROUND, Mixes } from './mixes'
import type { Units } from './units'

/** The visible mix in each cell of a grid over the drawing. */
export interface VisibleMixes {
  readonly grid: Grid
  /** For each cell, row by row, the number of the mix that is visible at its middle. */
  readonly cells: Int32Array
  readonly mixes: Mixes
}

/** Real pictures have some hundred. */
const MAX_MIXES = 50_000

/** Cells that strokes may mark, on top of what the grid is chosen for. */
const MAX_STROKE_CELLS = 20_000_000

/**
 * Paints the units of the drawing on a grid of at most 768 cells along the longer side. Of a gradient, each place shows the
 * nearest stop. Null where there are more than MAX_MIXES.
 */
export function visibleMixesOf(drawing: Drawing, units: Units): VisibleMixes | null {
  const mask = new Mask(gridFor(drawing))
  const { grid } = mask
  const cells = new Int32Array(grid.columns * grid.rows).fill(GROUND)
  const mixes = new Mixes(units.list.length, MAX_MIXES)
  const painter = new Painter(mask, cells, mixes, units.stops)
  for (const [i, { path, fill, fillRule, opacity, stroke }] of drawing.shapes.entries()) {
    if (fill) painter.paint(mask.cover(path, fillRule, null), MIDDLE, fill, units.fills[i] ?? -1, opacity)
    if (stroke) {
      // Half a cell less than the half width: a cell counts where its middle is on the line.
      const reach = Math.max(0, stroke.width - grid.cell) / 2
      painter.paint(mask.coverStroke(path, reach), EDGE, stroke.paint, units.strokes[i] ?? -1, stroke.opacity)
    }
    if (mixes.isFull) return null
  }
  return { grid, cells, mixes }
}

function gridFor(drawing: Drawing): Grid {
  const [finest, ...coarser] = gridsFor(drawing)
  const strokes = drawing.shapes.filter(({ stroke }) => stroke)
  return (
    [finest, ...coarser].find(({ cell }) => strokeCells(strokes, cell) <= MAX_STROKE_CELLS) ??
    coarser.at(-1) ??
    finest
  )
}

const strokeCells = (shapes: readonly Shape[], cell: number): number =>
  shapes.reduce(
    (sum, { path, stroke }) =>
      sum + countSegments(path, cell * SLACK) * (1 + (stroke?.width ?? 0) / cell) ** 2,
    0,
  )

/** Puts paint on the cells that the mask has found. */
class Painter {
  readonly #mask: Mask
  readonly #cells: Int32Array
  readonly #mixes: Mixes
  readonly #stops: Units['stops']

  constructor(mask: Mask, cells: Int32Array, mixes: Mixes, stops: Units['stops']) {
    this.#mask = mask
    this.#cells = cells
    this.#mixes = mixes
    this.#stops = stops
  }

  /** `count` spans as the mask has them; those with `bit` are painted. `unit`: of a solid paint. */
  paint(count: number, bit: number, paint: Paint, unit: number, opacity: number): void {
    const { starts, ends, bits } = this.#mask
    const put = paint.type === 'solid' ? this.#solid(unit, opacity) : this.#gradient(paint, opacity)
    for (let i = 0; i < count; i += 1) {
      if (((bits[i] ?? 0) & bit) !== 0) put(starts[i] ?? 0, ends[i] ?? 0)
    }
  }

  #solid(unit: number, opacity: number): (start: number, end: number) => void {
    if (opacity >= 1) {
      const mix = this.#mixes.over(GROUND, unit, 1)
      return (start, end) => this.#cells.fill(mix, start, end)
    }
    let under = -1
    let mix = -1
    return (start, end) => {
      for (let cell = start; cell < end; cell += 1) {
        const below = this.#cells[cell] ?? GROUND
        if (below !== under) {
          under = below
          mix = this.#mixes.over(under, unit, opacity)
        }
        this.#cells[cell] = mix
      }
    }
  }

  #gradient(
    paint: Exclude<Paint, { readonly type: 'solid' }>,
    opacity: number,
  ): (start: number, end: number) => void {
    const nearest = nearestStops(paint)
    const { columns, cell: side } = this.#mask.grid
    return (start, end) => {
      const y = (Math.floor(start / columns) + 0.5) * side
      for (let cell = start; cell < end; cell += 1) {
        const stop = nearest(((cell % columns) + 0.5) * side, y)
        if (!stop) continue
        const unit = this.#stops.get(stop.color) ?? 0
        this.#cells[cell] = this.#mixes.over(this.#cells[cell] ?? GROUND, unit, opacity * stop.opacity)
      }
    }
  }
}
