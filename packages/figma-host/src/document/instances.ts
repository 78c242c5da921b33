import type { DocumentModel } from './document'
import { ApiError } from './errors'

/** Returns whether a node is inside an instance, at any depth, but not the instance itself. */
export function liesInInstance(document: DocumentModel, id: string): boolean {
  for (const { type } of document.ancestors(id)) if (type === 'INSTANCE') return true
  return false
}

/** Throws for a layer of an instance, because its position, size, and order belong to the main component. */
export function assertOwnPlace(document: DocumentModel, id: string): void {
  if (liesInInstance(document, id)) throw new ApiError('This property cannot be overridden in an instance')
}

/**
 * Returns whether it is a slot of an instance, which can be filled (Figma doc: SlotNode). For nested instances this is unknown, so it
 * returns false.
 */
function isOpenSlot(document: DocumentModel, id: string): boolean {
  const instances = [...document.ancestors(id)].filter(({ type }) => type === 'INSTANCE')
  return document.need(id).type === 'SLOT' && instances.length === 1
}

/** Throws if a node cannot be moved into a parent: out of an instance, into one, or a component into another. */
export function assertMovable(document: DocumentModel, id: string, holder: string): void {
  if (liesInInstance(document, id)) throw new ApiError('Cannot move node. Node is inside of an instance')
  if (
    document.need(holder).type === 'INSTANCE' ||
    (liesInInstance(document, holder) && !isOpenSlot(document, holder))
  ) {
    throw new ApiError('Cannot move node. New parent is an instance or is inside of an instance')
  }
  const moved = [document.need(id), ...document.descendants(id)]
  if (!moved.some(({ type }) => type === 'COMPONENT' || type === 'COMPONENT_SET')) return
  for (const { type } of [document.need(holder), ...document.ancestors(holder)]) {
    if (type === 'COMPONENT') throw new ApiError('Cannot move node. A component cannot be inside a component')
  }
}
