import type { Drawing } from '../drawing'
import { VectorError } from '../errors'
import { readDocument } from './document'
import { Ledger, type LeftOut } from './ledger'
import { Styles } from './style'
import { TreeReader } from './tree'
import { readViewport } from './viewport'

export type { LeftOut } from './ledger'

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
  const viewport = readViewport(root, size)
  const ledger = new Ledger()
  const styles = new Styles()
  for (const sheet of sheets) styles.add(sheet, () => ledger.leaveOut('css-rule'))
  const shapes = new TreeReader(root, viewport, styles, ledger).read(root, viewport)
  if (shapes.length === 0) throw new VectorError('nothing-drawn', 'no shape that can be kept')
  const { width, height } = viewport
  return { drawing: { width, height, shapes }, leftOut: ledger.leftOut }
}
