import type { FrameNode, SectionNode } from '@figma/plugin-typings/plugin-api-standalone'
import { type Capability, NodeRef, type NodeSubject } from '../capability'
import { resizeNode } from '../resize'
import { sides } from './placement'

/** Copying a layer. Figma puts the copy on the current page, wherever the original lies (Figma doc: clone). */
export const cloning = {
  clone: {
    call: ({ document, id }: NodeSubject) => new NodeRef(document.clone(id, document.currentPage)),
  },
} satisfies Capability<FrameNode, 'clone'>

/** Sizing of a section, whose layers stay where they are. */
export const sectionSizing = {
  resizeWithoutConstraints: {
    call: ({ document, id }: NodeSubject, width, height) =>
      resizeNode(document, id, ...sides(width, height), 'not-at-all'),
  },
  resize: {
    call: ({ document, id }: NodeSubject, width, height) =>
      resizeNode(document, id, ...sides(width, height), 'not-at-all'),
  },
} satisfies Capability<SectionNode, 'resize' | 'resizeWithoutConstraints'>
