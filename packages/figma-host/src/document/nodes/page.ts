import type { PageNode } from '@figma/plugin-typings/plugin-api-standalone'
import { handlerMembers } from '../api/handlers'
import { type Capability, NodeRef, type NodeSubject } from '../capability'
import { list, node, oneOf } from '../check'
import { ApiError } from '../errors'
import { paints } from '../paints'

/** Returns the key under which the handlers of a page's event are stored. Throws for a page that is not loaded. */
function eventType({ session, document, id }: NodeSubject, type: unknown): string {
  if (id !== document.currentPage && !session.loadedPages.has(id)) {
    throw new ApiError(
      'Cannot register a nodechange handler on a page that is not loaded. Await page.loadAsync() first.',
    )
  }
  return `${oneOf(type, 'type', ['nodechange'])} ${id}`
}

/** Members of pages. */
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
  /** The slide that is open. */
  focusedSlide: {
    get: ({ session }: NodeSubject) =>
      session.slides.focused === null ? null : new NodeRef(session.slides.focused),
    set: ({ session, document }: NodeSubject, value: unknown) => {
      const { id } = node(value, 'focusedSlide')
      if (document.need(id).type !== 'SLIDE') throw new ApiError('Only a slide can be focused')
      session.slides.focused = id
    },
  },
  ...handlerMembers<NodeSubject>(eventType, ({ session }) => session.events),
} satisfies Capability<PageNode>
