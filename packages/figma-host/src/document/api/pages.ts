import type { PluginAPI } from '@figma/plugin-typings/plugin-api-standalone'
import { type Area, NodeRef } from '../capability'
import { invalid, node, text } from '../check'
import { ApiError } from '../errors'
import type { Session } from '../session'

/** Throws for a synchronous call that `dynamic-page` forbids (Figma doc: documentAccess). */
export function forbidden(call: string, instead: string) {
  return (): never => {
    throw new ApiError(`Cannot call with documentAccess: dynamic-page. Use ${instead} instead of ${call}.`)
  }
}

/** The document, its pages, and its nodes. */
export const pages = {
  root: { get: ({ document }: Session) => new NodeRef(document.rootId) },
  currentPage: {
    get: ({ document }: Session) => new NodeRef(document.currentPage),
    set: forbidden('figma.currentPage = page', 'figma.setCurrentPageAsync'),
  },
  setCurrentPageAsync: {
    call: async ({ document, loadedPages }: Session, page) => {
      const { id } = node(page, 'page')
      if (document.need(id).type !== 'PAGE') throw invalid('page', 'Expected a page')
      document.currentPage = id
      loadedPages.add(id)
    },
  },
  loadAllPagesAsync: {
    call: async ({ document, loadedPages }: Session) => {
      for (const id of document.need(document.rootId).children) loadedPages.add(id)
      loadedPages.add(document.rootId)
    },
  },
  getNodeByIdAsync: {
    call: async ({ document }: Session, id) => {
      const wanted = text(id, 'id')
      return document.get(wanted) ? new NodeRef(wanted) : null
    },
  },
  getNodeById: { call: forbidden('figma.getNodeById', 'figma.getNodeByIdAsync') },
} satisfies Area<PluginAPI>
