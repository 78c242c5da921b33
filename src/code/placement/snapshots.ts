import type { Note } from '../../protocol/contract'
import type { Box, Size } from './boxes'
import type { Matrix } from './clipping'

/**
 * What may be put into a layer:
 * - `pictures`: a picture, if the layer is selected (frames, components, slots, slides, sections; the page)
 * - `neighbors`: a picture next to one of its children (groups)
 * - `own-kind`: only layers that contain pictures themselves (component sets, slide rows)
 * - `nothing`: no picture, or none that would show as one
 */
export type Accepts = 'pictures' | 'neighbors' | 'own-kind' | 'nothing'

/** A layer as the rules see it. */
export interface LayerSnapshot {
  readonly id: string
  readonly type: string
  readonly accepts: Accepts
  /** Whether the layer itself may be replaced; its ancestors may still prevent it. */
  readonly isReplaceable: boolean
  readonly locked: boolean
  /** Whether its content is invisible: hidden, fully transparent, or a section with hidden content. */
  readonly isHidden: boolean
  readonly isMask: boolean
  /** Bounding box in the coordinates of its container: the nearest ancestor that is not a group. */
  readonly box: Box
  /** Size before any rotation, in px. */
  readonly size: Size
  /** Transform from its own coordinates to those of its container. */
  readonly transform: Matrix
  /** Space that auto layout has for an item, infinite if the layer hugs its content; null without auto layout. */
  readonly autoLayout: Size | null
  /** Whether the auto layout is a grid. */
  readonly isGrid: boolean
  /** Whether it clips its content. */
  readonly clips: boolean
  /** Whether it is a section: pictures are not enlarged to fill it. */
  readonly isBoard: boolean
  /** Whether it is one of our own pictures, which no other picture goes into. */
  readonly isPicture: boolean
  /** Null for a page. */
  readonly parent: LayerSnapshot | null
  /** Index among its parent's children. */
  readonly index: number
  /** Index of the first mask among its children: layers at this index or above are masked. Null without a mask. */
  readonly firstMask: number | null
}

/** What the rules need to know about the document. */
export interface Scene {
  readonly page: LayerSnapshot
  readonly selection: readonly LayerSnapshot[]
  /** The open slide in Figma Slides: the page around it is not visible. */
  readonly slide: LayerSnapshot | null
  /** The visible part of the page. */
  readonly view: Box
  /** Boxes of the children of a container, in its coordinates; for groups that contain `snapshot`, of their children instead. */
  readonly obstacles: (container: LayerSnapshot, snapshot: LayerSnapshot | null) => readonly Box[]
  /** Space that auto layout has for each of `count` new items: less than for one if they share it, in a grid. */
  readonly roomIn: (container: LayerSnapshot, count: number) => Size | null
  /** Where auto layout would put new items of these sizes, as the last ones or from `index` on; null if that is unknown in advance. */
  readonly nextItems: (
    container: LayerSnapshot,
    index: number | null,
    sizes: readonly Size[],
  ) => readonly Box[] | null
}

/** Where pictures go: one, or several together. */
export interface Place {
  readonly rule: 'inside' | 'appended' | 'beside' | 'view' | 'point'
  readonly parent: LayerSnapshot
  /** The layer that they are in or beside; the page for the rule `view`. */
  readonly by: LayerSnapshot
  /** Index of the first among the parent's children, followed by the others; null for the front. */
  readonly index: number | null
  /** The pictures' new sizes, in px, and their places in the coordinates of the parent's container; places are ignored with auto layout. */
  readonly spots: readonly Box[]
  readonly note: Note | null
}

/** Returns the layer itself or, for a group, the nearest ancestor with its own coordinates. */
export function containerOf(snapshot: LayerSnapshot): LayerSnapshot {
  let container = snapshot
  while (container.type === 'GROUP' && container.parent) container = container.parent
  return container
}

/** Whether a layer is a page or a slide. A picture cannot go next to those. */
export const isSurface = ({ type, parent }: LayerSnapshot): boolean => parent === null || type === 'SLIDE'
