import { cellNumbers } from '../coverage/buffers'
import { BOUNDARY, CENTER } from '../coverage/cell-bits'
import { countSegments } from '../coverage/flatten'
import type { Grid } from '../coverage/grid'
import { SpanKeeper } from '../coverage/kept-spans'
import { Mask, SLACK } from '../coverage/mask'
import { gridsFor, usefulCells } from '../coverage/resolution'
import type { Drawing, Paint, Shape } from '../drawing'
import { nearestStops } from './gradient-stops'
import { BACKDROP, Mixes } from './mixes'
import type { Units } from './units'

/** The visible mix in each cell of a grid over the drawing. */
export interface VisibleMixes {
  readonly grid: Grid
  /** For each cell, row by row, the number of the mix that is visible at its center. From `cellNumbers`, so not valid for long. */
  readonly cells: Int32Array
  readonly mixes: Mixes
}

/** Maximum number of mixes. Real pictures have a few hundred. */
const MAX_MIXES = 50_000

/** Maximum number of cells that strokes may mark, in addition to the cost for which the grid is chosen. */
const MAX_STROKE_CELLS = 20_000_000

/**
 * Paints the units of the drawing on a grid of at most 768 cells along the longer side. Each cell of a gradient shows the
 * nearest stop. Null if there are more than MAX_MIXES.
 */
export function visibleMixesOf(drawing: Drawing, units: Units): VisibleMixes | null {
  const mask = new Mask(gridFor(drawing))
  const { grid } = mask
  const cells = cellNumbers(grid.columns * grid.rows, BACKDROP)
  const mixes = new Mixes(units.list.length, MAX_MIXES)
  const painter = new Painter(mask, cells, mixes, units.stops)
  const keeper = new SpanKeeper()
  for (const [i, shape] of drawing.shapes.entries()) {
    const { path, fill, fillRule, opacity, stroke } = shape
    if (fill) {
      const keeps = !stroke && keeper.hasSpace
      const count = mask.cover(path, fillRule, keeps ? 0 : null)
      if (keeps) keeper.keep(shape, grid, mask, count)
      painter.paint(count, CENTER, fill, units.fills[i] ?? -1, opacity)
    }
    if (stroke) {
      // Half a cell less than half the width, because a cell counts if its center is on the stroke.
      const reach = Math.max(0, stroke.width - grid.cell) / 2
      painter.paint(
        mask.coverStroke(path, reach),
        BOUNDARY,
        stroke.paint,
        units.strokes[i] ?? -1,
        stroke.opacity,
      )
    }
    if (mixes.isFull) return null
  }
  return { grid, cells, mixes }
}

function gridFor(drawing: Drawing): Grid {
  const [finest, ...coarser] = gridsFor(drawing, cellsFor(drawing))
  const strokes = drawing.shapes.filter(({ stroke }) => stroke)
  return (
    [finest, ...coarser].find(({ cell }) => strokeCells(strokes, cell) <= MAX_STROKE_CELLS) ??
    coarser.at(-1) ??
    finest
  )
}

/** Overlaps of translucent shapes are small and have colors of their own, so they need the finest grid. */
const cellsFor = (drawing: Drawing): number | undefined =>
  drawing.shapes.every(({ opacity }) => opacity >= 1) ? usefulCells(drawing) : undefined

const strokeCells = (shapes: readonly Shape[], cell: number): number =>
  shapes.reduce(
    (sum, { path, stroke }) =>
      sum + countSegments(path, cell * SLACK) * (1 + (stroke?.width ?? 0) / cell) ** 2,
    0,
  )

/** Paints the cells that a mask has marked. */
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

  /** Paints the mask's spans that have `bit`; `count` is the number of spans. `unit` is only used for solid paints. */
  paint(count: number, bit: number, paint: Paint, unit: number, opacity: number): void {
    const { starts, ends, bits } = this.#mask
    const put = paint.type === 'solid' ? this.#solid(unit, opacity) : this.#gradient(paint, opacity)
    for (let i = 0; i < count; i += 1) {
      if (((bits[i] ?? 0) & bit) !== 0) put(starts[i] ?? 0, ends[i] ?? 0)
    }
  }

  #solid(unit: number, opacity: number): (start: number, end: number) => void {
    if (opacity >= 1) {
      const mix = this.#mixes.over(BACKDROP, unit, 1)
      return (start, end) => this.#cells.fill(mix, start, end)
    }
    let under = -1
    let mix = -1
    return (start, end) => {
      for (let cell = start; cell < end; cell += 1) {
        const below = this.#cells[cell] ?? BACKDROP
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
        this.#cells[cell] = this.#mixes.over(this.#cells[cell] ?? BACKDROP, unit, opacity * stop.opacity)
      }
    }
  }
}
