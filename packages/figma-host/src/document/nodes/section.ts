import type { SectionNode } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { boolean } from '../check'

/** Whether the layers of a section are hidden (Figma doc: sectionContentsHidden). */
export const sectionContents = {
  sectionContentsHidden: {
    get: ({ data }: NodeSubject) => data.contentsHidden,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { contentsHidden: boolean(value, 'sectionContentsHidden') }),
  },
} satisfies Capability<SectionNode>
