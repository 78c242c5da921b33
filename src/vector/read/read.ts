import type { Drawing } from '../drawing'
import { LIMITS, VectorError } from '../errors'
import { IDENTITY, type Matrix } from '../matrix'
import { ComputedStyles } from './computed'
import { readDocument, type XmlDocument } from './document'
import { DEFAULT_FONT_SIZE } from './fonts'
import type { ViewSize } from './lengths'
import { type LeftOut, ReadBudget } from './read-budget'
import type { EmbeddedImage, Scene } from './scene'
import { Styles } from './style'
import { TreeReader } from './tree'
import { hasOwnSize, readViewport } from './viewport'

export type { LeftOut } from './read-budget'

export interface ReadResult {
  readonly drawing: Drawing
  readonly leftOut: LeftOut
}

/**
 * Reads an SVG text into a drawing of `size` px, or of the file's own size. All transforms, including the scale of the
 * viewBox, are baked into the paths. Throws VectorError. Whatever cannot be kept is counted in `leftOut`.
 */
export function readSvg(text: string, size?: ViewSize): ReadResult {
  const budget = new ReadBudget()
  const document = readDocument(text)
  const { width, height, shapes } = drawDocument(document, { size, place: IDENTITY, level: 0 }, budget)
  if (shapes.length === 0 && Object.keys(budget.leftOut).length === 0)
    throw new VectorError('nothing-drawn', 'no shape that can be kept')
  return { drawing: { width, height, shapes }, leftOut: budget.leftOut }
}

interface Placement {
  /** Size in px that the document is drawn at; by default its own. */
  readonly size?: ViewSize | undefined
  /** From the document's px to those of the drawing. */
  readonly place: Matrix
  /** The document that it is an image in. */
  readonly around?: Pick<Scene, 'canvas' | 'reach'>
  /** Number of documents that it is in. */
  readonly level: number
}

function drawDocument(
  { root, sheets }: XmlDocument,
  { size, place, around, level }: Placement,
  budget: ReadBudget,
): Drawing {
  const styles = new Styles()
  // Media queries and relative lengths need a size before styles are known; the root's font size affects only the root's own size.
  const picture = readViewport(root, DEFAULT_FONT_SIZE, size)
  for (const sheet of sheets) styles.add(sheet, picture, () => budget.leaveOut('css-rule'))
  const computed = new ComputedStyles(styles, picture, (kind) => budget.leaveOut(kind))
  const viewport = readViewport(root, computed.at(root).units.em, size)
  const { width, height } = viewport
  const reader = new TreeReader(root, computed, budget, {
    canvas: around?.canvas ?? { x: 0, y: 0, width, height },
    reach: around?.reach ?? Math.max(width, height) * LIMITS.reach,
    openPicture: (text, scene) => openPicture(text, { around: scene, level: level + 1 }, budget),
  })
  return { width, height, shapes: reader.read(root, viewport, place) }
}

/** Opens an SVG within another one; null if it cannot be read. Throws VectorError if it is too large. */
function openPicture(
  text: string,
  within: Required<Pick<Placement, 'around' | 'level'>>,
  budget: ReadBudget,
): EmbeddedImage | null {
  if (within.level > LIMITS.pictures) return null
  return orNull(() => {
    const document = readDocument(text)
    const { root } = document
    const { width, height } = readViewport(root, DEFAULT_FONT_SIZE)
    const size = { width, height }
    return {
      size: hasOwnSize(root, DEFAULT_FONT_SIZE) ? size : null,
      proportions: size,
      draw: (place, at) =>
        orNull(() => drawDocument(document, { ...within, size: at, place }, budget).shapes),
    }
  })
}

/** Returns null where `read` throws a VectorError, unless something is too large. */
function orNull<Result>(read: () => Result): Result | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof VectorError && error.code !== 'too-large') return null
    throw error
  }
}
