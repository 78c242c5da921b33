import type { DocumentModel } from './document'
import { ApiError } from './errors'
import { IDENTITY } from './geometry/matrix'
import { assertHolds } from './holders'
import { liesInInstance } from './instances'
import { placementOf, setTransform } from './layout'
import { moveInPlace } from './move-in-place'
import type { NodeData } from './node-data'

const REFUSED = 'Cannot create component from node'

/**
 * Turns a layer into a component in place, like `figma.createComponentFromNode` (Figma doc). A frame or group becomes the component itself;
 * other layers are wrapped. It is unknown whether Figma keeps the node's id. Here the component is a new node and the frame or group is
 * removed, so that plugins must use the result. Returns the component's id. Throws for components, and for layers inside a component or an
 * instance.
 */
export function makeComponent(document: DocumentModel, id: string): string {
  const node = document.need(id)
  const { parent } = node
  const inComponent = [...document.ancestors(id)].some(({ type }) => type.startsWith('COMPONENT'))
  if (parent === null || node.type.startsWith('COMPONENT') || inComponent || liesInInstance(document, id)) {
    throw new ApiError(REFUSED)
  }
  if (node.type === 'SECTION' || node.type.startsWith('SLIDE') || node.type === 'PAGE')
    throw new ApiError(REFUSED)
  assertHolds(document.need(parent).type, 'COMPONENT')
  const index = document.need(parent).children.indexOf(id)
  return node.type === 'FRAME'
    ? replaceFrame(document, node, parent, index)
    : wrap(document, node, parent, index)
}

function replaceFrame(document: DocumentModel, node: NodeData, parent: string, index: number): string {
  const { children, ...fields } = node
  const component = document.create({ ...fields, type: 'COMPONENT' }, parent, index)
  for (const child of children) document.move(child, component)
  document.remove(node.id)
  return component
}

/** Wraps a layer, or the children of a group, in a component with the layer's position and size. */
function wrap(document: DocumentModel, node: NodeData, parent: string, index: number): string {
  const { transform, width, height } = placementOf(document, node)
  const { name, constraints } = node
  const layout = { ...node.layout, layoutMode: 'NONE' } as const
  const fields = { type: 'COMPONENT', name, transform, width, height, constraints, layout } as const
  const component = document.create(fields, parent, index)
  if (node.type === 'GROUP') {
    for (const child of node.children) moveInPlace(document, child, component)
  } else {
    document.move(node.id, component)
    setTransform(document, node.id, IDENTITY)
  }
  return component
}
