import type { FrameNode, SectionNode } from '@figma/plugin-typings/plugin-api-standalone'
import { type Capability, NodeRef, type NodeSubject } from '../capability'
import { cloneNode } from '../clone-node'
import { holderOfNew } from '../new-layers'
import { resizeNode } from '../resize'
import { sides } from './placement'

/** Copying a layer. Figma puts the copy on the current page, wherever the original is (Figma doc: clone). */
export const cloning = {
  clone: {
    call: ({ session, document, id }: NodeSubject) =>
      new NodeRef(cloneNode(document, id, holderOfNew(session))),
  },
} satisfies Capability<FrameNode>

/** Resizing a section, whose layers stay in place. */
export const sectionSizing = {
  resizeWithoutConstraints: {
    call: (node: NodeSubject, width, height) =>
      resizeNode(node.document, node.id, ...sides(node, width, height), 'not-at-all'),
  },
  resize: {
    call: (node: NodeSubject, width, height) =>
      resizeNode(node.document, node.id, ...sides(node, width, height), 'not-at-all'),
  },
} satisfies Capability<SectionNode>
