import type {
  BlendMode,
  Constraints,
  MaskType,
  Paint,
  StrokeCap,
  StrokeJoin,
  Transform,
  VectorPath,
} from '@figma/plugin-typings/plugin-api-standalone'
import { IDENTITY } from './geometry/matrix'

/** The node types that the host models. */
export type ModelledType =
  | 'DOCUMENT'
  | 'PAGE'
  | 'FRAME'
  | 'GROUP'
  | 'VECTOR'
  | 'RECTANGLE'
  | 'SECTION'
  | 'COMPONENT'
  | 'INSTANCE'

/** Radii of the corners in px: top left, top right, bottom right, bottom left. */
export type CornerRadii = readonly [number, number, number, number]

/** How a frame lays out its children, and how a node behaves in such a frame. Stored, but no layout is computed. */
export interface AutoLayoutData {
  readonly layoutMode: 'NONE' | 'HORIZONTAL' | 'VERTICAL' | 'GRID'
  readonly layoutPositioning: 'AUTO' | 'ABSOLUTE'
  readonly layoutSizingHorizontal: 'FIXED' | 'HUG' | 'FILL'
  readonly layoutSizingVertical: 'FIXED' | 'HUG' | 'FILL'
}

/**
 * All that is kept of one node: immutable plain data, replaced as a whole on every change, so that undo is putting an
 * earlier record back. Every type has every field; which of them a plugin can reach is decided by the capabilities.
 */
export interface NodeData {
  readonly id: string
  readonly type: ModelledType
  readonly name: string
  readonly parent: string | null
  /** Ids, the back first. */
  readonly children: readonly string[]
  readonly visible: boolean
  readonly locked: boolean
  readonly expanded: boolean
  readonly opacity: number
  readonly blendMode: BlendMode
  readonly isMask: boolean
  readonly maskType: MaskType
  /**
   * From the node's own space (px, origin at its top left corner) to its container: the nearest ancestor that is not a
   * group (Figma doc: relativeTransform). Of a group only the linear part counts; its place follows its children.
   */
  readonly transform: Transform
  /** Size in px. Not used for groups, whose size follows their children. */
  readonly width: number
  readonly height: number
  readonly constrainProportions: boolean
  readonly constraints: Constraints
  readonly layout: AutoLayoutData
  readonly fills: readonly Paint[]
  readonly strokes: readonly Paint[]
  readonly strokeWeight: number
  readonly strokeCap: StrokeCap
  readonly strokeJoin: StrokeJoin
  readonly strokeAlign: 'CENTER' | 'INSIDE' | 'OUTSIDE'
  readonly strokeMiterLimit: number
  readonly dashPattern: readonly number[]
  readonly corners: CornerRadii
  readonly cornerSmoothing: number
  readonly clipsContent: boolean
  /** Paths in the node's own space, so that their box starts at (0, 0). */
  readonly vectorPaths: readonly VectorPath[]
  /** Private entries under `plugin id/key`, shared ones under `shared/namespace/key`. */
  readonly pluginData: Readonly<Record<string, string>>
  readonly relaunchData: Readonly<Record<string, string>>
  /** The main component's id, of an instance. */
  readonly mainComponent: string | null
  readonly description: string
}

/** What a fresh record starts from: Figma's values for a node that draws nothing. */
export const BLANK: Omit<NodeData, 'id' | 'type' | 'name'> = {
  parent: null,
  children: [],
  visible: true,
  locked: false,
  expanded: true,
  opacity: 1,
  blendMode: 'PASS_THROUGH',
  isMask: false,
  maskType: 'ALPHA',
  transform: IDENTITY,
  width: 0,
  height: 0,
  constrainProportions: false,
  constraints: { horizontal: 'MIN', vertical: 'MIN' },
  layout: {
    layoutMode: 'NONE',
    layoutPositioning: 'AUTO',
    layoutSizingHorizontal: 'FIXED',
    layoutSizingVertical: 'FIXED',
  },
  fills: [],
  strokes: [],
  strokeWeight: 1,
  strokeCap: 'NONE',
  strokeJoin: 'MITER',
  strokeAlign: 'INSIDE',
  strokeMiterLimit: 4,
  dashPattern: [],
  corners: [0, 0, 0, 0],
  cornerSmoothing: 0,
  clipsContent: false,
  vectorPaths: [],
  pluginData: {},
  relaunchData: {},
  mainComponent: null,
  description: '',
}

/** Whether nodes of this type hold layers. */
export function holdsLayers(type: ModelledType): boolean {
  return type !== 'VECTOR' && type !== 'RECTANGLE' && type !== 'DOCUMENT'
}
