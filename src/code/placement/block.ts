import type { Box, Size } from './boxes'
import { roundedSize } from './fit'

/** Distance between pictures that are inserted together, in px. */
const BETWEEN = 80

/** Maximum number of pictures per prompt, which form one row. */
const PER_ROW = 4

/** Boxes of pictures that are placed together, starting at (0, 0). In whole px. */
export interface Block {
  readonly size: Size
  readonly spots: readonly Box[]
}

/** Arranges pictures in rows, in their order, aligned at the top left. */
export function inRows(sizes: readonly Size[], perRow = PER_ROW): Block {
  const spots: Box[] = []
  let [x, y, width, height] = [0, 0, 0, 0]
  for (const [i, size] of sizes.map(roundedSize).entries()) {
    if (i > 0 && i % perRow === 0) {
      x = 0
      y = height + BETWEEN
    }
    spots.push({ ...size, x, y })
    width = Math.max(width, x + size.width)
    height = Math.max(height, y + size.height)
    x += size.width + BETWEEN
  }
  return { size: { width, height }, spots }
}

/**
 * Arranges pictures in the number of rows with which they are largest in a room, all scaled the same and never enlarged. Null if the
 * scale would be below `least`, or a picture smaller than a px.
 */
export function inRoom(sizes: readonly Size[], room: Size, least = 0): Block | null {
  const natural = sizes.map(roundedSize)
  let [best, perRow] = [0, 0]
  for (const count of perRowsFor(sizes.length)) {
    const scale = scaleIn(natural, room, count)
    if (scale > best + EPSILON) [best, perRow] = [scale, count]
  }
  const scaled = natural.map(({ width, height }) => ({
    width: Math.floor(width * best + EPSILON),
    height: Math.floor(height * best + EPSILON),
  }))
  const isVisible = scaled.every(({ width, height }) => width >= 1 && height >= 1)
  return best >= least && isVisible ? inRows(scaled, perRow) : null
}

/** Smaller differences of scales are rounding errors. */
const EPSILON = 1e-6

/** Numbers of pictures in a row to try, the usual one first. */
const perRowsFor = (count: number): number[] => [
  Math.min(PER_ROW, count),
  ...Array.from(Array(count), (_, i) => i + 1),
]

/** Returns the largest scale, at most 1, at which rows of `perRow` pictures fit into a room. Not positive if the gaps alone do not fit. */
function scaleIn(sizes: readonly Size[], room: Size, perRow: number): number {
  let scale = 1
  let [heights, rows] = [0, 0]
  for (let from = 0; from < sizes.length; from += perRow) {
    const row = sizes.slice(from, from + perRow)
    const widths = row.reduce((sum, { width }) => sum + width, 0)
    scale = Math.min(scale, (room.width - BETWEEN * (row.length - 1)) / widths)
    heights += Math.max(...row.map(({ height }) => height))
    rows += 1
  }
  return Math.min(scale, (room.height - BETWEEN * (rows - 1)) / heights)
}

/** Moves the boxes of a block, so that its top left corner is at a point. */
export const spotsAt = ({ spots }: Block, { x, y }: { readonly x: number; readonly y: number }): Box[] =>
  spots.map((spot) => ({ ...spot, x: spot.x + x, y: spot.y + y }))
