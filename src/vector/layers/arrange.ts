import { layerStrings } from '../../strings/layers'
import { type Drawing, mapContent } from '../drawing'
import { layerName, uniqueNames } from '../steps/names'
import { findConstraints } from './constraints'
import type { Layer } from './layer'
import { mergeShapes } from './merge'
import { assignPaintNumbers } from './paints'
import { type Run, schedule, withoutHidden } from './schedule'
import { readSigns, type Sign } from './signs'

/**
 * How shapes become layers. `as-drawn`: a layer for each shape. `grouped`: a group for each run of shapes with the same paint. `merged`:
 * the same runs, each merged into one shape. `objects`: a group for each object that a designer would pick up, merged inside; if no objects
 * are found, the same as `merged`.
 */
export type LayerMode = PaintMode | 'objects'

/** The modes that only consider paints. */
export type PaintMode = 'as-drawn' | 'grouped' | 'merged'

/**
 * Arranges the shapes in layers, from back to front, without changing the picture. Every visible shape is in exactly one layer. Hidden
 * shapes are dropped, except by `as-drawn`. Overlapping shapes of different paint keep their order. `grouped` and `merged` have the same
 * layers. Shapes that cannot be merged safely get their own layers: translucent shapes, strokes, even-odd shapes with several subpaths, and
 * shapes with reversed winding where another shape has the same paint. `background`: index of the shape whose layer is named Background.
 * Deterministic.
 */
export function arrange(given: Drawing, mode: PaintMode, background = -1): Layer[] {
  const drawing = mode === 'merged' ? withMergedContent(given) : given
  const { runs, signs } = mode === 'as-drawn' ? asDrawn(drawing) : inRuns(drawing)
  const layers = runs.map((run): Layer => {
    const shapes = run.flatMap((index) => drawing.shapes[index] ?? [])
    const [first] = shapes
    if (!first) throw new Error('an empty run')
    const count = shapes.length
    const name = run.includes(background)
      ? layerStrings.background
      : layerName(first, mode === 'as-drawn' ? null : count)
    const turns = run.map((index) => signs[index] ?? 0)
    return { name, shapes: mode === 'merged' ? [mergeShapes(shapes, turns)] : shapes, count }
  })
  const names = uniqueNames(layers.map(({ name }) => name))
  return layers.map((layer, i) => ({ ...layer, name: names[i] ?? layer.name }))
}

/** Merges the shapes inside groups. */
export const withMergedContent = (drawing: Drawing): Drawing => ({
  ...drawing,
  shapes: drawing.shapes.map((shape) =>
    mapContent(shape, (shapes) => arrange({ ...drawing, shapes }, 'merged').flatMap((layer) => layer.shapes)),
  ),
})

interface Plan {
  readonly runs: readonly Run[]
  readonly signs: readonly Sign[]
}

const asDrawn = ({ shapes }: Drawing): Plan => ({ runs: shapes.map((_, index) => [index]), signs: [] })

function inRuns(drawing: Drawing): Plan {
  const paints = assignPaintNumbers(drawing.shapes)
  const { order, signs, hidden } = findConstraints(drawing, paints, readSigns(drawing, paints))
  // For scheduling, a shape that cannot be merged gets a unique paint. For the order, it keeps its own.
  let next = paints.reduce((most, paint) => Math.max(most, paint + 1), 0)
  const numbers = paints.map((paint, index) => (paint < 0 || signs[index] === 0 ? next++ : paint))
  return { runs: withoutHidden(schedule(order, numbers), hidden), signs }
}
