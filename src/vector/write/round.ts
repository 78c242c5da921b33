import type { Shape } from '../drawing'
import type { Layer } from '../layers/arrange'
import { CLOSE, CUBIC, MOVE, type Path, PathBuilder } from '../path/path'
import { finer, isOnGrid, type Step, stepWithin, toGrid } from './grid'
import { GridPen } from './grid-pen'
import { subpaths, thickness } from './subpaths'

/** What is at least this many steps thick keeps its form. */
const STEPS_IN_THICKNESS = 6

/** A stroke is seen by both its edges, and its width stays as it is. In px. */
const STROKE_STEP = 0.05

/** How far a curve may bend, or a corner stick out, to be lost in a straight line. In steps. */
const STRAIGHT = 0.3

/**
 * The layers with their points on a grid of `step` px; of a finer one where a part of a shape is thinner than a few steps, so
 * that it keeps its form. Filled outlines lose what they do not need then: lines of no length, corners on a straight line,
 * curves that do not bend. Stroked ones keep every point, as do parts that lie on such a grid already: to round twice would
 * add up.
 */
export function roundLayers(layers: readonly Layer[], step: Step): Layer[] {
  return layers.map((layer) => ({ ...layer, shapes: roundShapes(layer.shapes, step) }))
}

/** The same for shapes. */
const roundShapes = (shapes: readonly Shape[], step: Step): Shape[] => rounderOf(shapes)(step)

/** A function that rounds these shapes to a step: for several steps, what they have in common is done once. */
export function rounderOf(shapes: readonly Shape[]): (step: Step) => Shape[] {
  const parts = shapes.map(({ path, stroke }) => (stroke ? [] : subpaths(path).map(measured)))
  return (step) => shapes.map((shape, i) => roundShape(shape, parts[i] ?? [], step))
}

interface Part {
  readonly path: Path
  /** The coarsest step that keeps its form. */
  readonly coarsest: number
}

const measured = (path: Path): Part => ({ path, coarsest: thickness(path) / STEPS_IN_THICKNESS })

function roundShape(shape: Shape, parts: readonly Part[], step: Step): Shape {
  const { path, stroke } = shape
  if (stroke) return { ...shape, path: roundPath(path, Math.min(step, STROKE_STEP)) }
  const builder = new PathBuilder()
  for (const part of parts) {
    const wanted = stepWithin(Math.min(step, part.coarsest))
    const { coords } = part.path
    const given = isOnGrid(coords, wanted) ? wanted : isOnGrid(coords, finer(wanted)) ? finer(wanted) : null
    draw(part.path, new GridPen(builder, given ?? wanted, given ? 0 : wanted * STRAIGHT))
  }
  // A shape too small to be visible still is a named layer.
  return { ...shape, path: builder.segments > 0 ? builder.finish() : roundPath(path, stepWithin(0)) }
}

/** Every point on the grid, and every point kept. */
const roundPath = ({ commands, coords }: Path, step: number): Path => ({
  commands,
  coords: coords.map((value) => toGrid(value, step)),
})

function draw({ commands, coords }: Path, pen: GridPen): void {
  let at = 0
  const next = () => coords[at++] ?? 0
  for (const command of commands) {
    if (command === CLOSE) pen.close()
    else if (command === CUBIC) pen.cubic(next(), next(), next(), next(), next(), next())
    else if (command === MOVE) pen.move(next(), next())
    else pen.line(next(), next())
  }
  pen.flush()
}
