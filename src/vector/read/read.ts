import type { Drawing } from '../drawing'
import { VectorError } from '../errors'
import { ComputedStyles } from './computed'
import { readDocument } from './document'
import { MEDIUM } from './fonts'
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
 * Reads an SVG text into a drawing of `size` px, or of the file's own size. All transforms, the uneven scale of the
 * viewBox included, are baked into the paths. Throws VectorError; what cannot be kept is counted, never lost in silence.
 */
export function readSvg(text: string, size?: { width: number; height: number }): ReadResult {
  const { root, sheets } = readDocument(text)
  const budget = new ReadBudget()
  const styles = new Styles()
  // What media queries and lengths may ask for; the root's own font decides only its own size.
  const picture = readViewport(root, MEDIUM, size)
  for (const sheet of sheets) styles.add(sheet, picture, () => budget.leaveOut('css-rule'))
  const computed = new ComputedStyles(styles, picture, () => budget.leaveOut('paint'))
  const viewport = readViewport(root, computed.at(root).units.em, size)
  const shapes = new TreeReader(root, viewport, computed, budget).read(root, viewport)
  if (shapes.length === 0) throw new VectorError('nothing-drawn', 'no shape that can be kept')
  const { width, height } = viewport
  return { drawing: { width, height, shapes }, leftOut: budget.leftOut }
}
