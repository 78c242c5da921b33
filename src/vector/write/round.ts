import type { Clip, Group, Shape } from '../drawing'
import type { Layer } from '../layers/layer'
import { CLOSE, CUBIC, MOVE, type Path, PathBuilder } from '../path/path'
import { finer, isOnGrid, type Step, stepWithin, toGrid } from './grid'
import { GridPen } from './grid-pen'
import { subpaths, thickness } from './subpaths'

/** A shape keeps its form if it is at least this many steps thick. */
const STEPS_IN_THICKNESS = 6

/**
 * Largest step for stroked paths, in px, and as a share of the stroke's width: finer, because both edges of a stroke are visible and its
 * width is not rounded.
 */
const STROKE_STEP = 0.05
const STEPS_IN_STROKE = 20

/** Curves and corners that deviate less than this from a straight line are replaced by it. In steps. */
const STRAIGHT = 0.3

/**
 * Rounds the points of the layers to a grid of `step` px. Subpaths thinner than a few steps use a finer grid, so that they
 * keep their form. Filled outlines lose lines of zero length, corners on a straight line, and curves that do not bend.
 * Stroked paths keep every point, as do subpaths that are on such a grid already: the errors of repeated rounding would add up.
 */
export function roundLayers(layers: readonly Layer[], step: Step): Layer[] {
  return layers.map((layer) => ({ ...layer, shapes: roundShapes(layer.shapes, step) }))
}

const roundShapes = (shapes: readonly Shape[], step: Step): Shape[] => rounderOf(shapes)(step)

/** Returns a function that rounds these shapes to a step, so that work common to several steps is done once. */
export function rounderOf(shapes: readonly Shape[]): (step: Step) => Shape[] {
  const parts = shapes.map(({ path, stroke }) => (stroke ? [] : subpaths(path).map(measured)))
  return (step) => shapes.map((shape, i) => roundShape(shape, parts[i] ?? [], step))
}

function roundGroup(group: Group, step: Step): Group {
  const { shapes, clips, mask } = group
  const roundClip = ({ areas }: Clip): Clip => ({
    areas: areas.map((area) => ({
      ...area,
      path: roundOutline(area.path, step),
      clips: area.clips.map(roundClip),
    })),
  })
  return {
    ...group,
    shapes: roundShapes(shapes, step),
    clips: clips.map(roundClip),
    mask: mask && { ...mask, shapes: roundShapes(mask.shapes, step) },
  }
}

function roundOutline(path: Path, step: Step): Path {
  const outline: Shape = { path, fill: null, opacity: 1, fillRule: 'nonzero', stroke: null }
  return roundShapes([outline], step)[0]?.path ?? path
}

interface Part {
  readonly path: Path
  /** The coarsest step that keeps its form, in px. */
  readonly coarsest: number
}

const measured = (path: Path): Part => ({ path, coarsest: thickness(path) / STEPS_IN_THICKNESS })

function roundShape(shape: Shape, parts: readonly Part[], step: Step): Shape {
  const { path, stroke, content } = shape
  if (content?.type === 'group') return { ...shape, content: roundGroup(content, step) }
  if (content) return shape
  if (stroke) {
    const most = Math.min(step, STROKE_STEP, stroke.width / STEPS_IN_STROKE)
    return { ...shape, path: roundPath(path, stepWithin(most)) }
  }
  const builder = new PathBuilder()
  for (const part of parts) {
    const wanted = stepWithin(Math.min(step, part.coarsest))
    const { coords } = part.path
    const given = isOnGrid(coords, wanted) ? wanted : isOnGrid(coords, finer(wanted)) ? finer(wanted) : null
    draw(part.path, new GridPen(builder, given ?? wanted, given ? 0 : wanted * STRAIGHT))
  }
  // A shape too small to be visible is still a named layer.
  return { ...shape, path: builder.segments > 0 ? builder.finish() : roundPath(path, stepWithin(0)) }
}

/** Rounds every point and drops none. */
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
