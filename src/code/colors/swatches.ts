import type { NamedPalette } from '../../protocol/colors'
import { fitTo } from '../insert/fit-to'
import { putWhereSeen } from '../insert/put-where-seen'
import { centered } from '../placement/fit'
import { readScene } from '../placement/read-scene'
import { place } from '../placement/rules'
import { rgbOf } from './paints'

/** Side of a swatch, and the room between two, in px. */
const SIDE = 64
const GAP = 8

/** Swatches in a row: more go below. */
const IN_A_ROW = 12

/** Puts colors as a small board of swatches where a picture would go, selected, as one undo step. */
export function insertSwatches(figma: PluginAPI, { name, entries }: NamedPalette): { nodeId: string } {
  const board = figma.createFrame()
  try {
    board.name = name
    board.fills = []
    const columns = Math.min(entries.length, IN_A_ROW)
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
    // A picture fills the frame that it goes into; swatches stay small.
    const isEnlarged = spot.width > size.width
    if (!isEnlarged) fitTo(board, spot)
    const spots = [isEnlarged ? { ...size, ...centered(size, where.parent.size) } : spot]
    putWhereSeen(figma, [{ layer: board, offset: { x: 0, y: 0 }, room: size }], { ...where, spots }, read)
    figma.currentPage.selection = [board]
    figma.commitUndo()
    return { nodeId: board.id }
  } catch (error) {
    board.remove()
    throw error
  }
}

const span = (count: number): number => count * (SIDE + GAP) - GAP
