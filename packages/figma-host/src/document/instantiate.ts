import { cloneNode } from './clone-node'
import type { DocumentModel } from './document'
import { IDENTITY } from './geometry/matrix'

/** Creates an instance of a component at (0, 0) of `parent`, in front. Returns its id. */
export function instantiateComponent(document: DocumentModel, component: string, parent: string): string {
  const { children, ...fields } = document.need(component)
  const id = document.create({ ...fields, type: 'FRAME', transform: IDENTITY }, parent)
  for (const child of children) cloneNode(document, child, id)
  document.convert(id, { type: 'INSTANCE', mainComponent: component, pluginData: {}, relaunchData: {} })
  return id
}
