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

/** The modeled node types. */
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
  /** Represent unknown future types: one without position and size, and one that is like a frame. */
  | 'MADE_UP_LAYER'
  | 'MADE_UP_FRAME'

/** Corner radii in px: top left, top right, bottom right, bottom left. */
export type CornerRadii = readonly [number, number, number, number]

/** Auto layout settings, both as a frame and as a child. Lengths in px. */
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
  /** The node's cell in a grid, counted row by row. */
  readonly gridCell: number | null
}

/** Alignment of the items of an auto layout along its primary axis. */
export type PrimaryAlignment = 'MIN' | 'CENTER' | 'MAX' | 'SPACE_BETWEEN' | 'SPACE_EVENLY' | 'SPACE_AROUND'

/** The content of a text layer, which has a single font. Sizes in px. */
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
 * The record of a node: immutable plain data, replaced as a whole on every change, so that undo only needs to restore earlier records. All
 * types have all fields; capabilities decide which ones plugins can access.
 */
export interface NodeData {
  readonly id: string
  readonly type: ModeledType
  readonly name: string
  readonly parent: string | null
  /** Ids, from back to front. */
  readonly children: readonly string[]
  readonly visible: boolean
  readonly locked: boolean
  readonly expanded: boolean
  readonly opacity: number
  readonly blendMode: BlendMode
  readonly isMask: boolean
  readonly maskType: MaskType
  /** Not rendered; plugins can read them. */
  readonly effects: readonly Effect[]
  readonly reactions: readonly Reaction[]
  /**
   * From the node's own coordinates (px, origin at its top left corner) to its container: the nearest ancestor that is not a group (Figma
   * doc: relativeTransform). For groups, only the linear part is used; their position follows from their children.
   */
  readonly transform: Transform
  /** Size in px. Not used for groups, whose size follows from their children. */
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
  /** For a section: whether its layers are hidden. */
  readonly contentsHidden: boolean
  /** Paths in the node's own coordinates. Their bounding box starts at (0, 0). */
  readonly vectorPaths: readonly VectorPath[]
  /** The fills of each path if they differ, as after flattening. Null if all paths use `fills`. */
  readonly pathFills: readonly (readonly Paint[])[] | null
  readonly text: TextData
  /** Ids of the paint styles of fills and strokes; '' for none. */
  readonly fillStyleId: string
  readonly strokeStyleId: string
  /** Variable modes that are set on this node, by collection id. */
  readonly variableModes: Readonly<Record<string, string>>
  /** Private entries as `plugin id/key`, shared ones as `shared/namespace/key`. */
  readonly pluginData: Readonly<Record<string, string>>
  readonly relaunchData: Readonly<Record<string, string>>
  /** For an instance: the id of its main component. */
  readonly mainComponent: string | null
  readonly description: string
}

/** Defaults of a new record: Figma's values for a node that paints nothing. */
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
