import type { Box, Size } from './boxes'
import { whole } from './fit'

/** Room between pictures that are inserted together, in px. */
const BETWEEN = 80

/** As many as one prompt is asked for at once: its pictures are one row. */
const PER_ROW = 4

/** Pictures that are placed together: their boxes, the whole beginning at (0, 0). In whole px. */
export interface Block {
  readonly size: Size
  readonly spots: readonly Box[]
}

/** Pictures in their order, side by side in rows, aligned at the top left. */
export function inRows(sizes: readonly Size[], perRow = PER_ROW): Block {
  const spots: Box[] = []
  let [x, y, width, height] = [0, 0, 0, 0]
  for (const [i, size] of sizes.map(whole).entries()) {
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
 * Pictures in as many rows as let them be as large as can be in a room, all by the same scale, and never larger than they are. Null where
 * that scale would be below `least`, or a picture less than a px.
 */
export function inRoom(sizes: readonly Size[], room: Size, least = 0): Block | null {
  const natural = sizes.map(whole)
  let [best, perRow] = [0, 0]
  for (const count of perRowsFor(sizes.length)) {
    const scale = scaleIn(natural, room, count)
    if (scale > best + SAME) [best, perRow] = [scale, count]
  }
  const scaled = natural.map(({ width, height }) => ({
    width: Math.floor(width * best + SAME),
    height: Math.floor(height * best + SAME),
  }))
  const isVisible = scaled.every(({ width, height }) => width >= 1 && height >= 1)
  return best >= least && isVisible ? inRows(scaled, perRow) : null
}

/** Scales that differ by less are the same. */
const SAME = 1e-6

/** How many may be in a row, what is usual first. */
const perRowsFor = (count: number): number[] => [
  Math.min(PER_ROW, count),
  ...Array.from(Array(count), (_, i) => i + 1),
]

/** The greatest scale, at most 1, by which rows of so many fit into a room. Not positive where their gaps alone do not. */
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

/** The boxes of a block whose top left corner is at a point. */
export const spotsAt = ({ spots }: Block, { x, y }: { readonly x: number; readonly y: number }): Box[] =>
  spots.map((spot) => ({ ...spot, x: spot.x + x, y: spot.y + y }))
