import type { Note } from '../../protocol/contract'
import type { Box, Size } from './boxes'
import type { Matrix } from './sight'

/**
 * What may be put into a layer:
 * - `pictures`: a picture, when the layer is selected (frames, components, slots, slides, sections; the page)
 * - `neighbors`: a picture beside a layer that is in it (groups)
 * - `own-kind`: only layers that hold pictures themselves (component sets, rows of slides)
 * - `nothing`: no picture, or none that would be seen as one
 */
export type Accepts = 'pictures' | 'neighbors' | 'own-kind' | 'nothing'

/** A layer as the rules see it. */
export interface LayerSnapshot {
  readonly id: string
  readonly type: string
  readonly accepts: Accepts
  /** Whether another layer may take its place, as far as the layer itself goes. */
  readonly isReplaceable: boolean
  readonly locked: boolean
  /** Whether it draws nothing of what is in it: hidden, fully transparent, or a section whose content is hidden. */
  readonly isHidden: boolean
  readonly isMask: boolean
  /** In the coordinates of its container: the nearest one around it that has coordinates of its own, which a group has not. */
  readonly box: Box
  /** Of its own, before any rotation. */
  readonly size: Size
  /** From its own coordinates to those of its container. */
  readonly transform: Matrix
  /** The room that auto layout gives an item, infinite where the layer grows with it; null without auto layout. */
  readonly autoLayout: Size | null
  /** Whether that is of the kind with cells, each of its items in one of its own. */
  readonly isGrid: boolean
  /** Whether it hides what lies outside of it. */
  readonly clips: boolean
  /** Whether it is a board that holds many things, a section: nothing is enlarged to fill it. */
  readonly isBoard: boolean
  /** Whether it is one of our own pictures: those are not filled with others. */
  readonly isPicture: boolean
  /** Null for a page. */
  readonly parent: LayerSnapshot | null
  /** Its place among its parent's children. */
  readonly index: number
  /** The lowest place among its children that a mask hides or is: what is put there or above is masked. Null without a mask. */
  readonly firstMask: number | null
}

/** What the rules ask of the document. */
export interface Scene {
  readonly page: LayerSnapshot
  readonly selection: readonly LayerSnapshot[]
  /** The slide that is open, in Slides: what lies on the page beside it is not seen. */
  readonly slide: LayerSnapshot | null
  /** What is seen of the page. */
  readonly view: Box
  /** The boxes of what lies in a container, in its coordinates: of each child, but of the children of groups that hold `snapshot`. */
  readonly obstacles: (container: LayerSnapshot, snapshot: LayerSnapshot | null) => readonly Box[]
  /** The room that auto layout gives each of so many further items: less than for one where they share what there is, in a grid. */
  readonly roomIn: (container: LayerSnapshot, count: number) => Size | null
  /** Where auto layout puts further items, the last or from `index` on; null where that cannot be told before. */
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
  /** The place of the first among the parent's children, the others follow; null for the front. */
  readonly index: number | null
  /** What becomes of each picture, in the coordinates of the parent's container; auto layout sets corners of its own. */
  readonly spots: readonly Box[]
  readonly note: Note | null
}

/** The layer whose coordinates count within this one: a group has none of its own. */
export function containerOf(snapshot: LayerSnapshot): LayerSnapshot {
  let container = snapshot
  while (container.type === 'GROUP' && container.parent) container = container.parent
  return container
}

/** Whether what lies around a layer is all there is to see: the page, or a slide. A picture cannot go beside those. */
export const isSurface = ({ type, parent }: LayerSnapshot): boolean => parent === null || type === 'SLIDE'
