import type { Transform } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentModel } from './document'
import { inverse, multiply } from './geometry/matrix'
import { absoluteTransform, containerOf, setTransform } from './layout'

/** Sets the transform of a layer on the page, whatever its parent is. */
function setAbsoluteTransform(document: DocumentModel, id: string, transform: Transform): void {
  const container = containerOf(document, document.need(id))
  const back = container && inverse(absoluteTransform(document, container))
  setTransform(document, id, back ? multiply(back, transform) : transform)
}

/** Moves a layer to another parent without changing its position on the page. */
export function moveInPlace(document: DocumentModel, id: string, parent: string, index?: number): void {
  const before = absoluteTransform(document, document.need(id))
  document.move(id, parent, index)
  setAbsoluteTransform(document, id, before)
}
