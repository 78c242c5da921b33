import { layerStrings } from '../../strings/layers'
import { type Drawing, mapContent, type Shape } from '../drawing'
import { arrangeObjects } from '../objects/arrange-objects'
import { layerName, uniqueNames } from '../steps/names'
import { findConstraints } from './constraints'
import type { Layer } from './layer'
import { mergeShapes } from './merge'
import { assignPaintNumbers } from './paints'
import { type Run, schedule } from './schedule'
import { readSigns, type Sign } from './signs'

/**
 * How shapes become layers. `as-drawn`: a layer for each shape. `grouped`: a group for each run of shapes with the same
 * paint. `merged`: the same runs, each merged into one shape. `objects`: a group for each thing that one would pick up, merged
 * within; where none are found, the same as `merged`.
 */
export type LayerMode = 'as-drawn' | 'grouped' | 'merged' | 'objects'

/**
 * Arranges the shapes in layers, the first at the back, without changing the picture. Every shape is in exactly one layer;
 * overlapping shapes of different paint keep their order. `grouped` and `merged` have the same layers. Shapes that cannot be
 * merged safely get a layer of their own: translucent shapes, strokes, even-odd shapes with several subpaths, and shapes
 * with reversed winding where another shape has the same paint. `background` is the index of the shape whose layer is named
 * Background. Deterministic.
 */
export function arrange(given: Drawing, mode: LayerMode, background = -1): Layer[] {
  const drawing = { ...given, shapes: arrangeContent(given, mode) }
  if (mode === 'objects') {
    const groups = arrangeObjects(drawing, background)
    if (groups) return groups
  }
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
    return { name, shapes: isMerged(mode) ? [mergeShapes(shapes, turns)] : shapes, count }
  })
  const names = uniqueNames(layers.map(({ name }) => name))
  return layers.map((layer, i) => ({ ...layer, name: names[i] ?? layer.name }))
}

/** Merges the shapes within groups, where shapes are merged at all. */
function arrangeContent(drawing: Drawing, mode: LayerMode): readonly Shape[] {
  if (!isMerged(mode)) return drawing.shapes
  return drawing.shapes.map((shape) =>
    mapContent(shape, (shapes) => arrange({ ...drawing, shapes }, 'merged').flatMap((layer) => layer.shapes)),
  )
}

const isMerged = (mode: LayerMode) => mode === 'merged' || mode === 'objects'

interface Plan {
  readonly runs: readonly Run[]
  readonly signs: readonly Sign[]
}

const asDrawn = ({ shapes }: Drawing): Plan => ({ runs: shapes.map((_, index) => [index]), signs: [] })

function inRuns(drawing: Drawing): Plan {
  const paints = assignPaintNumbers(drawing.shapes)
  const { order, signs } = findConstraints(drawing, paints, readSigns(drawing, paints))
  // For scheduling, a shape that cannot be merged gets a paint of its own. For the order, it keeps its paint.
  let next = paints.reduce((most, paint) => Math.max(most, paint + 1), 0)
  const numbers = paints.map((paint, index) => (paint < 0 || signs[index] === 0 ? next++ : paint))
  return { runs: schedule(order, numbers), signs }
}
