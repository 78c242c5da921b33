import type { Note, Picture } from '../../protocol/contract'
import type { Point, Size } from '../placement/boxes'

/** What became of the frame. */
export interface Converted {
  readonly layer: SceneNode & LayoutMixin & ConstraintMixin
  /** Where its top left corner lies in the frame, in px. */
  readonly offset: Point
  /** Of the frame, in px. */
  readonly room: Size
  /** Whether all of it is one vector now. */
  readonly isFlat: boolean
  readonly note: Note | null
}

const AT_CORNER: Point = { x: 0, y: 0 }

/** Less than this, in px, does not reach over an edge. */
const SAME = 0.01

/**
 * The frame, which lies on the page by itself, as what was asked for. Where that cannot be, or cannot be in `holder`, it stays a
 * frame with all that is in it, and `note` says why.
 */
export function convert(
  figma: PluginAPI,
  frame: FrameNode,
  as: Picture['as'],
  holder: BaseNode | null,
): Converted {
  if (as === 'component') return toComponent(figma, frame, holder)
  return as === 'vector' ? toVector(figma, frame) : stays(frame, null)
}

const stays = (frame: FrameNode, note: Note | null): Converted => ({
  layer: frame,
  offset: AT_CORNER,
  room: { width: frame.width, height: frame.height },
  isFlat: false,
  note,
})

/** Components exist in Figma Design alone (typings), and cannot hold another; nor can what fills a slot. */
function toComponent(figma: PluginAPI, frame: FrameNode, holder: BaseNode | null): Converted {
  if (figma.editorType !== 'figma' || isInComponent(holder)) return stays(frame, 'no-component')
  try {
    return { ...stays(frame, null), layer: figma.createComponentFromNode(frame) }
  } catch {
    return stays(frame, 'no-component')
  }
}

const HOLD_NO_COMPONENT = new Set(['COMPONENT', 'COMPONENT_SET', 'SLOT', 'INSTANCE'])

function isInComponent(holder: BaseNode | null): boolean {
  for (let around = holder; around; around = around.parent) {
    if (HOLD_NO_COMPONENT.has(around.type)) return true
  }
  return false
}

/**
 * The layers are flattened inside the frame, not the frame itself: nobody says what becomes of its clipping. If nothing
 * reaches over its edge, it has clipped nothing, and the vector leaves it; else it stays around the vector and goes on clipping.
 */
function toVector(figma: PluginAPI, frame: FrameNode): Converted {
  let vector: VectorNode
  try {
    vector = figma.flatten(frame.children, frame)
  } catch {
    return stays(frame, 'no-flattening')
  }
  vector.name = frame.name
  const { x, y, width, height } = vector
  const isClipped =
    x < -SAME || y < -SAME || x + width > frame.width + SAME || y + height > frame.height + SAME
  if (isClipped || !frame.parent) return { ...stays(frame, 'clipped'), isFlat: true }
  const room = { width: frame.width, height: frame.height }
  frame.parent.appendChild(vector)
  frame.remove()
  return { layer: vector, offset: { x, y }, room, isFlat: true, note: null }
}
