import type { Hex } from '../../colors/hex'
import { layerColorName } from '../../colors/names'
import { layerStrings } from '../../strings/layers'
import type { Drawing } from '../drawing'
import type { Run } from '../layers/schedule'
import type { Objects } from './find-objects'
import { addHull, emptyHull } from './hull'
import { colorOf } from './things'

/** Returns a name for each block of shapes: the color of which most is seen, and where in the picture it is. */
export function nameObjects(
  { shapes }: Drawing,
  { objectOf, grounds, visible, seen: { grid } }: Objects,
  blocks: readonly Run[],
  background: number,
): string[] {
  const places = layerStrings.places
  const groundColors = new Set(
    shapes.flatMap((shape, i) => ((objectOf[i] ?? 0) < grounds ? [colorOf(shape)] : [])),
  )
  return blocks.map((run) => {
    if (background >= 0 && run.includes(background)) return layerStrings.background
    const hull = emptyHull()
    const areas = new Map<Hex, number>()
    for (const index of run) {
      const area = visible.areas[index] ?? 0
      const seenHull = visible.hulls[index]
      const shape = shapes[index]
      if (seenHull && area > 0) addHull(hull, seenHull)
      if (shape) areas.set(colorOf(shape), (areas.get(colorOf(shape)) ?? 0) + area)
    }
    // What is painted in a ground's color is a hole, as between branches, unless there is nothing else.
    const own = [...areas].filter(([color]) => !groundColors.has(color))
    const [color] = (own.length > 0 ? own : [...areas]).reduce((most, entry) =>
      entry[1] > most[1] ? entry : most,
    )
    const [left = 0, right = 0, top = 0, bottom = 0] = hull
    const column = third((left + right) / 2, grid.columns)
    const row = third((top + bottom) / 2, grid.rows)
    return layerStrings.object(layerColorName(color), places[row]?.[column] ?? '')
  })
}

/** In which third of a length a point is: 0, 1 or 2. A point outside, or none, is in the middle. */
function third(at: number, length: number): 0 | 1 | 2 {
  const share = at / length
  return share < 1 / 3 ? 0 : share > 2 / 3 ? 2 : 1
}
