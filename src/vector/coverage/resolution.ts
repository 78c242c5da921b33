import type { Drawing, Shape } from '../drawing'
import { boundsOf } from './bounds'
import { countSegments } from './flatten'
import { type Grid, gridOf } from './grid'
import { SLACK } from './mask'

const FINEST = 768
const COARSEST = 16

/** Cells along the longer side, finest first: two shapes less than a cell apart count as overlapping. */
const RESOLUTIONS = [FINEST, 512, 384, 256, 128, 64, 32, COARSEST]

/**
 * The longer side in cells for drawings of at most so many shapes. A finer grid would save one layer in a hundred, and take longer than all
 * other steps.
 */
const USEFUL = [
  { shapes: 60, cells: 384 },
  { shapes: 100, cells: 512 },
]

/** Returns how many cells along the longer side are useful for a drawing. */
export const usefulCells = (drawing: Drawing): number =>
  USEFUL.find(({ shapes }) => drawing.shapes.length <= shapes)?.cells ?? FINEST

/** Maximum number of cells to visit: real pictures need 1 to 10 million, ten thousand paths 13 million. */
const MAX_CELLS = 40_000_000

/** Cells that are visited for each cell that a boundary passes through. */
const BOUNDARY_COST = 12

/**
 * Returns the grids to try for a drawing: the finest that is affordable and has at most `most` cells along the longer side,
 * then coarser ones. Never empty.
 */
export function gridsFor({ width, height, shapes }: Drawing, most = FINEST): readonly [Grid, ...Grid[]] {
  const side = Math.max(width, height)
  let area = 0
  let length = 0
  for (const shape of shapes) {
    const box = boundsOf(shape.path)
    const w = Math.min(box.right, width) - Math.max(box.left, 0)
    const h = Math.min(box.bottom, height) - Math.max(box.top, 0)
    if (w > 0 && h > 0) area += w * h
    length += boundaryLength(shape, 2 * side)
  }
  const cost = (cells: number) => {
    const segments = shapes.reduce((sum, { path }) => sum + countSegments(path, (side / cells) * SLACK), 0)
    return (area / side ** 2) * cells ** 2 + ((length / side) * cells + segments) * BOUNDARY_COST
  }
  const sizes = RESOLUTIONS.filter((cells) => cells <= most)
  while (sizes.length > 1 && cost(sizes[0] ?? 0) > MAX_CELLS) sizes.shift()
  const [first = COARSEST, ...coarser] = sizes
  return [gridOf(width, height, first), ...coarser.map((cells) => gridOf(width, height, cells))]
}

/** Approximate length from point to point. Each step counts at most `most`, because what is far outside is clipped. */
function boundaryLength({ path: { coords } }: Shape, most: number): number {
  let sum = 0
  for (let i = 2; i + 1 < coords.length; i += 2) {
    const step =
      Math.abs((coords[i] ?? 0) - (coords[i - 2] ?? 0)) +
      Math.abs((coords[i + 1] ?? 0) - (coords[i - 1] ?? 0))
    sum += Math.min(step, most)
  }
  return sum
}
