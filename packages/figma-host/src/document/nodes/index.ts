import type { MemberTable, NodeSubject } from '../capability'
import type { ModeledType } from '../node-data'
import { autoLayout, autoLayoutChild, constraints } from './auto-layout'
import { base, nodeType } from './base'
import { children } from './children'
import { cloning, sectionSizing } from './clone'
import { component, instance } from './component'
import { cornerRadius, rectangleCorners } from './corners'
import { ellipse } from './ellipse'
import { exporting } from './exporting'
import { clipping, expandable } from './frame'
import { fills, strokes } from './geometry'
import { grid } from './grid'
import { madeUpFrame } from './made-up'
import { page } from './page'
import { position, sizing } from './placement'
import { pluginData } from './plugin-data'
import { blend, reactions, scene } from './scene'
import { sectionContents } from './section'
import { slotMembers } from './slot'
import { text } from './text'
import { boundVariables, explicitModes } from './variables'
import { vector } from './vector'

const node = { ...nodeType, ...base, ...pluginData }
const layer = {
  ...node,
  ...scene,
  ...explicitModes,
  ...boundVariables,
  ...blend,
  ...reactions,
  ...exporting,
  ...position,
  ...sizing,
  ...autoLayoutChild,
  ...cloning,
}
const shape = { ...layer, ...fills, ...strokes, ...constraints }
const cornered = { ...shape, ...cornerRadius }
const baseFrame = {
  ...cornered,
  ...rectangleCorners,
  ...children,
  ...expandable,
  ...clipping,
  ...autoLayout,
  ...grid,
}
const gridPart = { ...node, ...scene, ...position, ...children }

/** The modeled members of each node type, composed of the capabilities in this folder. */
export const NODE_MEMBERS: Readonly<Record<ModeledType, MemberTable<NodeSubject>>> = {
  DOCUMENT: { ...node, ...children },
  PAGE: { ...node, ...children, ...page, ...explicitModes },
  FRAME: baseFrame,
  GROUP: { ...layer, ...children, ...expandable },
  VECTOR: { ...cornered, ...vector },
  RECTANGLE: { ...cornered, ...rectangleCorners },
  ELLIPSE: { ...cornered, ...ellipse },
  LINE: shape,
  TEXT: { ...shape, ...text },
  SECTION: {
    ...node,
    ...scene,
    ...explicitModes,
    ...boundVariables,
    ...position,
    ...children,
    ...fills,
    ...cloning,
    ...sectionSizing,
    ...sectionContents,
  },
  COMPONENT: { ...baseFrame, ...component },
  COMPONENT_SET: baseFrame,
  INSTANCE: { ...baseFrame, ...instance },
  SLIDE: baseFrame,
  SLIDE_ROW: gridPart,
  SLIDE_GRID: gridPart,
  SLOT: slotMembers(baseFrame),
  MADE_UP_LAYER: { ...node, ...scene },
  MADE_UP_FRAME: madeUpFrame(baseFrame),
}
