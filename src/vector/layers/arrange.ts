import { layerStrings } from '../../strings/layers'
import type { Drawing, Shape } from '../drawing'
import { nameOf, unique } from '../steps/names'
import { constrain } from './constrain'
import { mergeShapes } from './merge'
import { numberPaints } from './paints'
import { type Run, schedule } from './schedule'
import { readSigns, type Sign } from './signs'

/** How shapes become layers: one each; a layer for each run of one paint, its shapes apart; the same, as one shape. */
export type LayerMode = 'as-drawn' | 'grouped' | 'merged'

/** What is one entry in the list of layers. */
export interface Layer {
  /** Unique in the drawing. */
  readonly name: string
  /** The first at the back. One shape, except in mode `grouped`. */
  readonly shapes: readonly Shape[]
  /** How many shapes of the drawing it holds. */
  readonly count: number
}

/**
 * The same picture as layers, the first at the back. Every shape is in exactly one layer; shapes of different paint that
 * overlap keep their order. `grouped` and `merged` have the same layers. What cannot be merged without a doubt has a layer
 * of its own: translucent shapes, strokes, even-odd shapes with several subpaths, and shapes that wind both ways where
 * another shape of their paint is. The layer with the shape at `background` is called so. The same drawing always gives the
 * same layers.
 */
export function arrange(drawing: Drawing, mode: LayerMode, background = -1): Layer[] {
  const { runs, signs } = mode === 'as-drawn' ? asDrawn(drawing) : inRuns(drawing)
  const layers = runs.map((run): Layer => {
    const shapes = run.flatMap((index) => drawing.shapes[index] ?? [])
    const [first] = shapes
    if (!first) throw new Error('an empty run')
    const count = shapes.length
    const name = run.includes(background)
      ? layerStrings.background
      : nameOf(first, mode === 'as-drawn' ? null : count)
    const turns = run.map((index) => signs[index] ?? 0)
    return { name, shapes: mode === 'merged' ? [mergeShapes(shapes, turns)] : shapes, count }
  })
  const names = unique(layers.map(({ name }) => name))
  return layers.map((layer, i) => ({ ...layer, name: names[i] ?? layer.name }))
}

interface Plan {
  readonly runs: readonly Run[]
  readonly signs: readonly Sign[]
}

const asDrawn = ({ shapes }: Drawing): Plan => ({ runs: shapes.map((_, index) => [index]), signs: [] })

function inRuns(drawing: Drawing): Plan {
  const paints = numberPaints(drawing.shapes)
  const { order, signs } = constrain(drawing, paints, readSigns(drawing, paints))
  // In the schedule, a shape that cannot be merged has a paint of its own; in the order, its paint is what it is.
  let next = paints.reduce((most, paint) => Math.max(most, paint + 1), 0)
  const numbers = paints.map((paint, index) => (paint < 0 || signs[index] === 0 ? next++ : paint))
  return { runs: schedule(order, numbers), signs }
}
