import { layerStrings } from '../../strings/layers'
import type { Drawing, Shape } from '../drawing'
import { findConstraints } from '../layers/constraints'
import type { Layer, LayerPart } from '../layers/layer'
import { mergeShapes } from '../layers/merge'
import { assignPaintNumbers } from '../layers/paints'
import { type Run, schedule, withoutHidden } from '../layers/schedule'
import { readSigns } from '../layers/signs'
import { layerName, uniqueNames } from '../steps/names'
import { inBlocks } from './blocks'
import { findObjects, type NoObjects } from './find-objects'
import { nameObjects, namePart } from './name-objects'
import { findParts } from './parts'
import { NONE } from './raster'

export interface ArrangeOptions {
  /** Index of the background; −1 if there is none. */
  readonly background?: number
  readonly prompt?: string
}

/**
 * Arranges the shapes in objects, from back to front, without changing the picture. Each object becomes a group in which shapes of the same
 * paint are merged as in mode `merged`, or a single layer. An object with others between its shapes becomes several entries. If an object
 * clearly has parts, they become groups in its group. Returns the reason if no objects were found.
 */
export function arrangeObjects(
  drawing: Drawing,
  { background = -1, prompt = '' }: ArrangeOptions = {},
): Layer[] | NoObjects {
  const { shapes } = drawing
  const objects = findObjects(drawing, background)
  if (typeof objects === 'string') return objects
  const { objectOf, sceneryCount } = objects
  const paints = assignPaintNumbers(shapes)
  const { order, signs, hidden } = findConstraints(drawing, paints, readSigns(drawing, paints))
  const blocks = schedule(order, objectOf)
  const parts = findParts(drawing, objects)
  // Blocks, divided into parts.
  const inBlock = blockOf(blocks)
  const pieces = parts.some((part) => part !== NONE)
    ? schedule(
        inBlocks(order, blocks),
        numbered(shapes, (index) => `${inBlock[index]} ${parts[index]}`),
      )
    : blocks
  const pieceOf = blockOf(pieces)
  // Runs of one paint. A shape that cannot be merged gets a unique paint.
  const paintNumbers = numbered(shapes, (index) => {
    const paint = paints[index] ?? -1
    return `${pieceOf[index]} ${paint < 0 || signs[index] === 0 ? `shape ${index}` : paint}`
  })
  const runs = withoutHidden(
    schedule(pieces.length > 1 ? inBlocks(order, pieces) : order, paintNumbers),
    hidden,
  )
  const runsOf = pieces.map((): Run[] => [])
  for (const run of runs) runsOf[pieceOf[run[0] ?? 0] ?? 0]?.push(run)
  const names = nameObjects(drawing, objects, { background, prompt })
  const layers = blocks.map((block, number): Layer => {
    const object = objectOf[block[0] ?? 0] ?? 0
    const members: Run[] = []
    const groups: LayerPart[] = []
    for (const [piece, own] of runsOf.entries()) {
      const first = pieces[piece]?.[0] ?? 0
      if (inBlock[first] !== number) continue
      const [from, to] = [members.length, members.length + own.length]
      if (parts[first] !== NONE && own.length > 1)
        groups.push({ name: namePart(drawing, objects, pieces[piece] ?? []), from, to })
      members.push(...own)
    }
    const inRuns = members.map((run) => run.flatMap((index) => shapes[index] ?? []))
    return {
      name: names[object] ?? layerStrings.unpainted,
      shapes: members.map((run, i) =>
        mergeShapes(
          inRuns[i] ?? [],
          run.map((index) => signs[index] ?? 0),
        ),
      ),
      names: inRuns.map((run) => (run[0] ? layerName(run[0], run.length) : layerStrings.unpainted)),
      // A part that is the whole object would be a group in a group.
      ...(groups.some(({ from, to }) => to - from < members.length) && { parts: groups }),
      object: { number: object, isScenery: object < sceneryCount },
      count: members.reduce((sum, run) => sum + run.length, 0),
    }
  })
  return withUniqueNames(layers.filter(({ count }) => count > 0))
}

function blockOf(blocks: readonly Run[]): Int32Array {
  const found = new Int32Array(blocks.reduce((sum, { length }) => sum + length, 0))
  for (const [block, run] of blocks.entries()) for (const index of run) found[index] = block
  return found
}

/** Returns numbers from 0. Shapes with the same key have the same number. */
function numbered(shapes: readonly Shape[], keyOf: (index: number) => string): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(shapes, (_, index) => {
    const key = keyOf(index)
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}

/** Ids must be unique in the file, so names inside groups are numbered across groups. */
function withUniqueNames(layers: readonly Layer[]): Layer[] {
  const all = layers.flatMap(({ name, names = [], parts = [] }) => [
    name,
    ...(names.length > 1 ? names : []),
    ...parts.map((part) => part.name),
  ])
  const unique = uniqueNames(all)
  let at = 0
  const next = (name: string) => unique[at++] ?? name
  return layers.map((layer) => {
    const name = next(layer.name)
    const names = layer.names && layer.names.length > 1 ? layer.names.map(next) : []
    return {
      ...layer,
      name,
      names,
      ...(layer.parts && { parts: layer.parts.map((part) => ({ ...part, name: next(part.name) })) }),
    }
  })
}
