import type { DocumentModel } from './document'

/**
 * Copies a node and its descendants into `parent`, at the front unless `index` is given. Components inside it become instances of the
 * original (Figma doc: clone). Returns the copy's id.
 */
export function cloneNode(document: DocumentModel, id: string, parent: string, index?: number): string {
  const { children, ...fields } = document.need(id)
  const copy = document.create(fields, parent, index)
  for (const child of children) {
    const inner = cloneNode(document, child, copy)
    if (document.need(child).type === 'COMPONENT' && fields.type !== 'COMPONENT_SET') {
      document.convert(inner, { type: 'INSTANCE', mainComponent: child })
    }
  }
  return copy
}
