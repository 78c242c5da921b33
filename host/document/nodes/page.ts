import type { PageNode } from '@figma/plugin-typings/plugin-api-standalone'
import { type Capability, NodeRef, type NodeSubject } from '../capability'
import { list, node } from '../check'
import { ApiError } from '../errors'
import { paints } from '../paints'

/** What only pages have. */
export const page = {
  selection: {
    get: ({ document, id }: NodeSubject) => document.selection(id).map((selected) => new NodeRef(selected)),
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.select(
        list(value, 'selection', (item, where) => node(item, where).id),
        id,
      ),
  },
  backgrounds: {
    get: ({ data }: NodeSubject) => data.fills,
    set: ({ document, id }: NodeSubject, value: unknown) => {
      const fills = paints(value, 'backgrounds')
      // Figma doc: a page has exactly one background, and it is solid.
      if (fills.length !== 1 || fills[0]?.type !== 'SOLID') {
        throw new ApiError('Property "backgrounds" failed validation: Expected exactly one solid paint')
      }
      document.update(id, { fills })
    },
  },
  loadAsync: {
    call: async ({ session, id }: NodeSubject) => {
      session.loadedPages.add(id)
    },
  },
  isPageDivider: { get: () => false },
} satisfies Capability<PageNode, 'selection' | 'backgrounds' | 'loadAsync' | 'isPageDivider'>
