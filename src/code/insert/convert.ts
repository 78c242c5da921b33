import type { Note, Picture } from '../../protocol/contract'
import type { Point, Size } from '../placement/boxes'

/** The layer that the frame was converted to. */
export interface Converted {
  readonly layer: SceneNode & LayoutMixin & ConstraintMixin
  /** Position of its top left corner in the frame, in px. */
  readonly offset: Point
  /** Size of the frame, in px. */
  readonly room: Size
  /** Whether it was flattened to one vector. */
  readonly isFlat: boolean
  readonly note: Note | null
}

const AT_CORNER: Point = { x: 0, y: 0 }

/** Smaller overhangs, in px, are rounding errors. */
const TOLERANCE = 0.01

/**
 * Converts the frame, which is directly on the page, to the requested kind. If that is impossible, or not allowed in `holder`, it stays a
 * frame, and `note` says why.
 */
export function convert(
  figma: PluginAPI,
  frame: FrameNode,
  picture: Pick<Picture, 'as' | 'finish'>,
  holder: BaseNode | null,
): Converted {
  if (picture.as === 'component') return toComponent(figma, frame, holder)
  if (picture.as === 'frame') return asFrame(frame, null)
  return isFlattening(picture) ? toVector(figma, frame) : asFrame(frame, 'no-flattening')
}

/** Whether a picture will become one vector. Masks, blend modes, images, and texts would be lost in it. */
export const isFlattening = ({ as, finish }: Pick<Picture, 'as' | 'finish'>): boolean =>
  as === 'vector' && !finish

const asFrame = (frame: FrameNode, note: Note | null): Converted => ({
  layer: frame,
  offset: AT_CORNER,
  room: { width: frame.width, height: frame.height },
  isFlat: false,
  note,
})

/** Components exist only in Figma Design (typings), and cannot contain other components; nor can the content of a slot. */
function toComponent(figma: PluginAPI, frame: FrameNode, holder: BaseNode | null): Converted {
  if (figma.editorType !== 'figma' || isInComponent(holder)) return asFrame(frame, 'no-component')
  try {
    return { ...asFrame(frame, null), layer: figma.createComponentFromNode(frame) }
  } catch {
    return asFrame(frame, 'no-component')
  }
}

const CANNOT_CONTAIN_COMPONENTS = new Set(['COMPONENT', 'COMPONENT_SET', 'SLOT', 'INSTANCE'])

function isInComponent(holder: BaseNode | null): boolean {
  for (let around = holder; around; around = around.parent) {
    if (CANNOT_CONTAIN_COMPONENTS.has(around.type)) return true
  }
  return false
}

/**
 * Flattens the layers inside the frame, not the frame itself, because it is undocumented what happens to its clipping. If no
 * layer extends beyond the frame, the vector replaces the frame. Otherwise the frame stays around the vector and clips it.
 */
function toVector(figma: PluginAPI, frame: FrameNode): Converted {
  let vector: VectorNode
  try {
    vector = figma.flatten(frame.children, frame)
  } catch {
    return asFrame(frame, 'no-flattening')
  }
  vector.name = frame.name
  const { x, y, width, height } = vector
  const isClipped =
    x < -TOLERANCE ||
    y < -TOLERANCE ||
    x + width > frame.width + TOLERANCE ||
    y + height > frame.height + TOLERANCE
  if (isClipped || !frame.parent) return { ...asFrame(frame, 'clipped'), isFlat: true }
  const room = { width: frame.width, height: frame.height }
  frame.parent.appendChild(vector)
  frame.remove()
  return { layer: vector, offset: { x, y }, room, isFlat: true, note: null }
}
