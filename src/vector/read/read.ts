import type { Drawing } from '../drawing'
import { VectorError } from '../errors'
import { ComputedStyles } from './computed'
import { readDocument } from './document'
import { DEFAULT_FONT_SIZE } from './fonts'
import { type LeftOut, ReadBudget } from './read-budget'
import { Styles } from './style'
import { TreeReader } from './tree'
import { readViewport } from './viewport'

export type { LeftOut } from './read-budget'

export interface ReadResult {
  readonly drawing: Drawing
  readonly leftOut: LeftOut
}

/**
 * Reads an SVG text into a drawing of `size` px, or of the file's own size. All transforms, including the scale of the
 * viewBox, are baked into the paths. Throws VectorError. Whatever cannot be kept is counted in `leftOut`.
 */
export function readSvg(text: string, size?: { width: number; height: number }): ReadResult {
  const { root, sheets } = readDocument(text)
  const budget = new ReadBudget()
  const styles = new Styles()
  // Media queries and relative lengths need a size before styles are known; the root's font size affects only the root's own size.
  const picture = readViewport(root, DEFAULT_FONT_SIZE, size)
  for (const sheet of sheets) styles.add(sheet, picture, () => budget.leaveOut('css-rule'))
  const computed = new ComputedStyles(styles, picture, () => budget.leaveOut('paint'))
  const viewport = readViewport(root, computed.at(root).units.em, size)
  const shapes = new TreeReader(root, viewport, computed, budget).read(root, viewport)
  if (shapes.length === 0 && Object.keys(budget.leftOut).length === 0)
    throw new VectorError('nothing-drawn', 'no shape that can be kept')
  const { width, height } = viewport
  return { drawing: { width, height, shapes }, leftOut: budget.leftOut }
}
