import { CENTER } from '../../../src/vector/coverage/cell-bits'
import { gridOf } from '../../../src/vector/coverage/grid'
import { Mask } from '../../../src/vector/coverage/mask'
import type { Drawing, Shape } from '../../../src/vector/drawing'
import { prepare } from '../../../src/vector/prepare'
import { readSvg } from '../../../src/vector/read/read'
import { readWritten } from '../../../src/vector/written'
import type { Scene } from './scenes'

/** How well the groups of a prepared scene match its objects. */
export interface Score {
  /** Harmonic mean of precision and recall over all pairs of cells. A pair is positive if both cells are in one group or object. */
  readonly f1: number
  /** The same with equal weights for all objects. */
  readonly equalF1: number
  readonly objects: number
  /** Number of objects that a single group matches with an overlap (intersection over union) of at least 0.9. */
  readonly found: number
  readonly groups: number
}

const CELLS = 512
const PICKED_UP = 0.9

export function scoreOf({ svg, truth }: Scene): Score {
  const { drawing } = readSvg(svg)
  const prepared = prepare(svg, { layers: 'objects' })
  const { shapes, groupOf } = readGroups(prepared.svg)
  const want = paint(drawing, drawing.shapes, (i) => truth[i] ?? 0)
  // The first entry is the background.
  const got = paint(drawing, shapes, (i) => groupOf[i] ?? 0)
  return agreement(want, got)
}

/** Returns the shapes of a prepared picture, and for each the index of its entry in the layers panel. */
function readGroups(svg: string): { readonly shapes: readonly Shape[]; readonly groupOf: readonly number[] } {
  const groupOf = readWritten(svg).entries.flatMap((entry, number) =>
    Array.from(entry.matchAll(/<path\b/g), () => number),
  )
  return { shapes: readSvg(svg).drawing.shapes, groupOf }
}

function paint(
  { width, height }: Drawing,
  shapes: readonly Shape[],
  labelOf: (index: number) => number,
): Int32Array {
  const mask = new Mask(gridOf(width, height, CELLS))
  const cells = new Int32Array(mask.grid.columns * mask.grid.rows)
  for (const [index, { path, fillRule }] of shapes.entries()) {
    const count = mask.cover(path, fillRule, 0)
    for (let i = 0; i < count; i += 1) {
      if (((mask.bits[i] ?? 0) & CENTER) !== 0) cells.fill(labelOf(index), mask.starts[i], mask.ends[i])
    }
  }
  return cells
}

function agreement(want: Int32Array, got: Int32Array): Score {
  const objects = new Map<number, number>()
  const groups = new Map<number, number>()
  const both = new Map<string, { readonly object: number; readonly group: number; cells: number }>()
  for (let cell = 0; cell < want.length; cell += 1) {
    const object = want[cell] ?? 0
    const group = got[cell] ?? 0
    if (object > 0) objects.set(object, (objects.get(object) ?? 0) + 1)
    if (group > 0) groups.set(group, (groups.get(group) ?? 0) + 1)
    if (object === 0 && group === 0) continue
    const key = `${object} ${group}`
    const entry = both.get(key) ?? { object, group, cells: 0 }
    both.set(key, entry)
    entry.cells += 1
  }
  const mean = sum([...objects.values()]) / objects.size
  const masses = new Map<number, number>()
  const best = new Map<number, number>()
  let together = 0
  let togetherEqual = 0
  for (const { object, group, cells } of both.values()) {
    if (group === 0) continue
    const all = objects.get(object)
    const weight = cells / (all ?? mean)
    masses.set(group, (masses.get(group) ?? 0) + weight)
    if (all === undefined) continue
    together += cells ** 2
    togetherEqual += weight ** 2
    const overlap = cells / (all + (groups.get(group) ?? 0) - cells)
    best.set(object, Math.max(best.get(object) ?? 0, overlap))
  }
  return {
    f1: harmonic(together, squares(groups.values()), squares(objects.values())),
    equalF1: harmonic(togetherEqual, squares(masses.values()), objects.size),
    objects: objects.size,
    found: [...best.values()].filter((overlap) => overlap >= PICKED_UP).length,
    groups: groups.size,
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const squares = (values: Iterable<number>) => sum([...values].map((value) => value ** 2))
/** Returns the harmonic mean of `both / of` and `both / ofOther`. */
const harmonic = (both: number, of: number, ofOther: number) => (2 * both) / (of + ofOther)
