import type { NamedPalette } from '../../protocol/colors'
import type { FitTo } from '../insert/fit-to'
import { putWhereVisible } from '../insert/put-where-visible'
import { centered } from '../placement/fit'
import { readScene } from '../placement/read-scene'
import { place } from '../placement/rules'
import { rgbOf } from './paints'

/** Side of a swatch, and the distance between two, in px. */
const SIDE = 64
const GAP = 8

/** Maximum number of swatches in a row. */
const MAX_COLUMNS = 12

/** Inserts a frame with color swatches where a picture would go, selected, as one undo step. */
export function insertSwatches(
  figma: PluginAPI,
  { name, entries }: NamedPalette,
  fitTo: FitTo,
): { nodeId: string } {
  const board = figma.createFrame()
  try {
    board.name = name
    board.fills = []
    const columns = Math.min(entries.length, MAX_COLUMNS)
    const size = { width: span(columns), height: span(Math.ceil(entries.length / columns)) }
    board.resize(size.width, size.height)
    for (const [i, { color, name }] of entries.entries()) {
      const swatch = figma.createFrame()
      board.appendChild(swatch)
      swatch.name = name
      swatch.resize(SIDE, SIDE)
      swatch.x = (i % columns) * (SIDE + GAP)
      swatch.y = Math.floor(i / columns) * (SIDE + GAP)
      swatch.fills = [{ type: 'SOLID', color: rgbOf(color) }]
    }
    const read = readScene(figma, [board.id])
    const where = place(read.scene, [size])
    const [spot = { x: 0, y: 0, ...size }] = where.spots
    // Unlike a picture, swatches are not enlarged to fill a frame.
    const isEnlarged = spot.width > size.width
    if (!isEnlarged) fitTo(board, spot)
    const spots = [isEnlarged ? { ...size, ...centered(size, where.parent.size) } : spot]
    putWhereVisible(
      figma,
      [{ layer: board, offset: { x: 0, y: 0 }, room: size }],
      { ...where, spots },
      read,
      fitTo,
    )
    figma.currentPage.selection = [board]
    figma.commitUndo()
    return { nodeId: board.id }
  } catch (error) {
    board.remove()
    throw error
  }
}

const span = (count: number): number => count * (SIDE + GAP) - GAP
