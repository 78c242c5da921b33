import type { Note, Picture } from '../../protocol/contract'

/** What the editor can make of a frame: components exist in Figma Design alone (typings). */
const canBeComponent = (editor: string): boolean => editor === 'figma'

/** The frame as what was asked for, in its place. Where that cannot be, it stays a frame, and `note` says why. */
export function convert(
  figma: PluginAPI,
  frame: FrameNode,
  as: Picture['as'],
): { readonly layer: SceneNode; readonly note: Note | null } {
  if (as === 'component') {
    if (!canBeComponent(figma.editorType) || isInComponent(frame))
      return { layer: frame, note: 'no-component' }
    return { layer: figma.createComponentFromNode(frame), note: null }
  }
  if (as === 'vector') {
    const { parent, name } = frame
    if (!parent) return { layer: frame, note: 'no-flattening' }
    const index = parent.children.findIndex(({ id }) => id === frame.id)
    const layer = figma.flatten([frame], parent, index)
    layer.name = name
    return { layer, note: null }
  }
  return { layer: frame, note: null }
}

/** A component cannot hold another. */
function isInComponent(frame: FrameNode): boolean {
  for (let around = frame.parent; around; around = around.parent) {
    if (around.type === 'COMPONENT' || around.type === 'COMPONENT_SET') return true
  }
  return false
}
