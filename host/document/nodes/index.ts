import type { MemberTable, NodeSubject } from '../capability'
import type { ModelledType } from '../node-data'
import { autoLayout, autoLayoutChild, constraints } from './auto-layout'
import { base, nodeType } from './base'
import { children } from './children'
import { cloning, sectionSizing } from './clone'
import { component, instance } from './component'
import { cornerRadius, rectangleCorners } from './corners'
import { clipping, expandable } from './frame'
import { fills, strokes } from './geometry'
import { page } from './page'
import { position, sizing } from './placement'
import { pluginData } from './plugin-data'
import { blend, scene } from './scene'
import { vector } from './vector'

const node = { ...nodeType, ...base, ...pluginData }
const layer = { ...node, ...scene, ...blend, ...position, ...sizing, ...autoLayoutChild, ...cloning }
const shape = { ...layer, ...fills, ...strokes, ...constraints, ...cornerRadius }
const frame = { ...shape, ...rectangleCorners, ...children, ...expandable, ...clipping, ...autoLayout }

/** What the host models of each node type: a capability a file, put together here. */
export const NODE_MEMBERS: Readonly<Record<ModelledType, MemberTable<NodeSubject>>> = {
  DOCUMENT: { ...node, ...children },
  PAGE: { ...node, ...children, ...page },
  FRAME: frame,
  GROUP: { ...layer, ...children, ...expandable },
  VECTOR: { ...shape, ...vector },
  RECTANGLE: { ...shape, ...rectangleCorners },
  SECTION: { ...node, ...scene, ...position, ...children, ...fills, ...cloning, ...sectionSizing },
  COMPONENT: { ...frame, ...component },
  INSTANCE: { ...frame, ...instance },
}
