import type { PageNode } from '@figma/plugin-typings/plugin-api-standalone'
import { type Capability, NodeRef, type NodeSubject } from '../capability'
import { callback, list, node, oneOf } from '../check'
import { ApiError } from '../errors'
import { paints } from '../paints'

/** The kind of a page's event, as the plugin's handlers are kept under. Throws for a page that is not loaded. */
function eventType({ session, document, id }: NodeSubject, type: unknown): string {
  if (id !== document.currentPage && !session.loadedPages.has(id)) {
    throw new ApiError(
      'Cannot register a nodechange handler on a page that is not loaded. Await page.loadAsync() first.',
    )
  }
  return `${oneOf(type, 'type', ['nodechange'])} ${id}`
}

/** A layer that can be open by itself in Slides or Buzz. */
const focused = {
  get: ({ session }: NodeSubject) =>
    session.slides.view === 'single' && session.slides.focused !== null
      ? new NodeRef(session.slides.focused)
      : null,
  set: ({ session, document }: NodeSubject, value: unknown) => {
    const { id } = node(value, 'focusedNode')
    if (document.need(id).type !== 'SLIDE') throw new ApiError('Only a slide can be focused')
    session.slides.focused = id
    session.slides.view = 'single'
  },
}

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
  focusedSlide: focused,
  focusedNode: focused,
  on: {
    call: (page: NodeSubject, type, handler) =>
      page.session.events.on(eventType(page, type), callback(handler, 'callback')),
  },
  once: {
    call: (page: NodeSubject, type, handler) =>
      page.session.events.once(eventType(page, type), callback(handler, 'callback')),
  },
  off: {
    call: (page: NodeSubject, type, handler) =>
      page.session.events.off(eventType(page, type), callback(handler, 'callback')),
  },
} satisfies Capability<
  PageNode,
  | 'selection'
  | 'backgrounds'
  | 'loadAsync'
  | 'isPageDivider'
  | 'focusedSlide'
  | 'focusedNode'
  | 'on'
  | 'once'
  | 'off'
>
