import type {
  BlendMode,
  Constraints,
  Effect,
  FontName,
  LetterSpacing,
  MaskType,
  Paint,
  Reaction,
  StrokeCap,
  StrokeJoin,
  Transform,
  VectorPath,
} from '@figma/plugin-typings/plugin-api-standalone'
import { IDENTITY } from './geometry/matrix'

/** The node types that the host models. */
export type ModeledType =
  | 'DOCUMENT'
  | 'PAGE'
  | 'FRAME'
  | 'GROUP'
  | 'VECTOR'
  | 'RECTANGLE'
  | 'ELLIPSE'
  | 'LINE'
  | 'TEXT'
  | 'SECTION'
  | 'COMPONENT'
  | 'COMPONENT_SET'
  | 'INSTANCE'
  | 'SLIDE'
  | 'SLIDE_ROW'
  | 'SLIDE_GRID'
  | 'SLOT'
  /** Stand for types of which plugins know nothing yet: one that has neither place nor size, and one that is like a frame. */
  | 'MADE_UP_LAYER'
  | 'MADE_UP_FRAME'

/** Radii of the corners in px: top left, top right, bottom right, bottom left. */
export type CornerRadii = readonly [number, number, number, number]

/** How a frame lays out its children, and how a node behaves in such a frame. Lengths in px. */
export interface AutoLayoutData {
  readonly layoutMode: 'NONE' | 'HORIZONTAL' | 'VERTICAL' | 'GRID'
  readonly primaryAxisSizingMode: 'FIXED' | 'AUTO'
  readonly counterAxisSizingMode: 'FIXED' | 'AUTO'
  readonly primaryAxisAlignItems: PrimaryAlignment
  readonly counterAxisAlignItems: 'MIN' | 'CENTER' | 'MAX'
  readonly itemSpacing: number
  readonly paddingLeft: number
  readonly paddingRight: number
  readonly paddingTop: number
  readonly paddingBottom: number
  readonly itemReverseZIndex: boolean
  readonly strokesIncludedInLayout: boolean
  readonly layoutPositioning: 'AUTO' | 'ABSOLUTE'
  readonly layoutAlign: 'INHERIT' | 'STRETCH'
  readonly layoutGrow: 0 | 1
  readonly minWidth: number | null
  readonly maxWidth: number | null
  readonly minHeight: number | null
  readonly maxHeight: number | null
  readonly gridRowCount: number
  readonly gridColumnCount: number
  readonly gridRowGap: number
  readonly gridColumnGap: number
  /** The cell of the grid that the node lies in, row by row. */
  readonly gridCell: number | null
}

/** Where the items of an auto layout lie along its primary axis. */
export type PrimaryAlignment = 'MIN' | 'CENTER' | 'MAX' | 'SPACE_BETWEEN' | 'SPACE_EVENLY' | 'SPACE_AROUND'

/** What a text layer says, in one font throughout. Sizes in px. */
export interface TextData {
  readonly characters: string
  readonly fontName: FontName
  readonly fontSize: number
  readonly letterSpacing: LetterSpacing
  readonly autoResize: 'NONE' | 'WIDTH_AND_HEIGHT' | 'HEIGHT'
  readonly alignHorizontal: 'LEFT' | 'CENTER' | 'RIGHT' | 'JUSTIFIED'
  readonly alignVertical: 'TOP' | 'CENTER' | 'BOTTOM'
}

/**
 * All that is kept of one node: immutable plain data, replaced as a whole on every change, so that undo is putting an
 * earlier record back. Every type has every field; which of them a plugin can reach is decided by the capabilities.
 */
export interface NodeData {
  readonly id: string
  readonly type: ModeledType
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
  /** Not drawn: they are there for plugins to find. */
  readonly effects: readonly Effect[]
  readonly reactions: readonly Reaction[]
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
  /** Of a section: its layers are hidden. */
  readonly contentsHidden: boolean
  /** Paths in the node's own space, so that their box starts at (0, 0). */
  readonly vectorPaths: readonly VectorPath[]
  /** The fills of each of the paths where they have their own, as after flattening. Null where all share `fills`. */
  readonly pathFills: readonly (readonly Paint[])[] | null
  readonly text: TextData
  /** Ids of the paint styles that fills and strokes follow, '' for none. */
  readonly fillStyleId: string
  readonly strokeStyleId: string
  /** The modes chosen on this very node, by the collection's id. */
  readonly variableModes: Readonly<Record<string, string>>
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
  effects: [],
  reactions: [],
  transform: IDENTITY,
  width: 0,
  height: 0,
  constrainProportions: false,
  constraints: { horizontal: 'MIN', vertical: 'MIN' },
  layout: {
    layoutMode: 'NONE',
    primaryAxisSizingMode: 'AUTO',
    counterAxisSizingMode: 'AUTO',
    primaryAxisAlignItems: 'MIN',
    counterAxisAlignItems: 'MIN',
    itemSpacing: 0,
    paddingLeft: 0,
    paddingRight: 0,
    paddingTop: 0,
    paddingBottom: 0,
    itemReverseZIndex: false,
    strokesIncludedInLayout: false,
    layoutPositioning: 'AUTO',
    layoutAlign: 'INHERIT',
    layoutGrow: 0,
    minWidth: null,
    maxWidth: null,
    minHeight: null,
    maxHeight: null,
    gridRowCount: 1,
    gridColumnCount: 1,
    gridRowGap: 0,
    gridColumnGap: 0,
    gridCell: null,
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
  contentsHidden: false,
  vectorPaths: [],
  pathFills: null,
  text: {
    characters: '',
    fontName: { family: 'Inter', style: 'Regular' },
    fontSize: 12,
    letterSpacing: { value: 0, unit: 'PERCENT' },
    autoResize: 'WIDTH_AND_HEIGHT',
    alignHorizontal: 'LEFT',
    alignVertical: 'TOP',
  },
  fillStyleId: '',
  strokeStyleId: '',
  variableModes: {},
  pluginData: {},
  relaunchData: {},
  mainComponent: null,
  description: '',
}
