import { layerStrings } from '../../strings/layers'
import type { Drawing } from '../drawing'
import { findConstraints } from '../layers/constraints'
import type { Layer } from '../layers/layer'
import { mergeShapes } from '../layers/merge'
import { assignPaintNumbers } from '../layers/paints'
import { type Run, schedule, withoutHidden } from '../layers/schedule'
import { readSigns } from '../layers/signs'
import { layerName, uniqueNames } from '../steps/names'
import { inBlocks } from './blocks'
import { findObjects } from './find-objects'
import { nameObjects } from './name-objects'

/**
 * Arranges the shapes in objects, the first at the back, without changing the picture: a group for each, in which shapes of one
 * paint are merged as in the mode `merged`. An object of one layer is that layer. An object that others lie between is divided. Null
 * if no objects were found.
 */
export function arrangeObjects(drawing: Drawing, background = -1): Layer[] | null {
  const { shapes } = drawing
  const objects = findObjects(drawing, background)
  if (!objects) return null
  const paints = assignPaintNumbers(shapes)
  const { order, signs, hidden } = findConstraints(drawing, paints, readSigns(drawing, paints))
  const blocks = schedule(order, objects.objectOf)
  const blockOf = new Int32Array(shapes.length)
  for (const [block, run] of blocks.entries()) for (const index of run) blockOf[index] = block
  // Within an object, runs of one paint; a shape that cannot be merged gets a paint of its own.
  const keys = new Map<string, number>()
  const numbers = Int32Array.from(shapes, (_, index) => {
    const paint = paints[index] ?? -1
    const alone = paint < 0 || signs[index] === 0
    const key = `${blockOf[index]} ${alone ? `shape ${index}` : paint}`
    const number = keys.get(key) ?? keys.size
    keys.set(key, number)
    return number
  })
  const parts = blocks.map((): Run[] => [])
  const runs = withoutHidden(schedule(inBlocks(order, blocks), numbers), hidden)
  for (const run of runs) parts[blockOf[run[0] ?? 0] ?? 0]?.push(run)
  const names = nameObjects(drawing, objects, blocks, background)
  const groups = parts.map((runs, block): Layer => {
    const members = runs.map((run) => run.flatMap((index) => shapes[index] ?? []))
    return {
      name: names[block] ?? layerStrings.unpainted,
      shapes: runs.map((run, i) =>
        mergeShapes(
          members[i] ?? [],
          run.map((index) => signs[index] ?? 0),
        ),
      ),
      names: members.map((part) => (part[0] ? layerName(part[0], part.length) : layerStrings.unpainted)),
      thing: (objects.objectOf[blocks[block]?.[0] ?? 0] ?? 0) >= objects.grounds,
      count: runs.reduce((sum, run) => sum + run.length, 0),
    }
  })
  return withUniqueNames(groups.filter(({ count }) => count > 0))
}

/** Ids must be unique in the file, so the layers within the groups are numbered across groups. */
function withUniqueNames(groups: readonly Layer[]): Layer[] {
  const all = groups.flatMap(({ name, names = [] }) => [name, ...(names.length > 1 ? names : [])])
  const unique = uniqueNames(all)
  let at = 0
  return groups.map((group) => {
    const name = unique[at++] ?? group.name
    const names = group.names && group.names.length > 1 ? group.names.map((each) => unique[at++] ?? each) : []
    return { ...group, name, names }
  })
}
