import { ApiError } from './errors'
import type { EditorType } from './session-types'

/**
 * The modeled members of `figma` that only some editors have according to the typings ("This API is only available in …"), and
 * `figma.variables`, which FigJam is not known to have.
 */
const EDITOR_ONLY: Readonly<Record<string, readonly EditorType[]>> = {
  createComponent: ['figma'],
  createComponentFromNode: ['figma'],
  createPaintStyle: ['figma'],
  variables: ['figma', 'slides', 'buzz'],
}

/** Throws if an editor lacks a member of `figma`. */
export function assertInEditor(editor: EditorType, member: string): void {
  const editors = Object.hasOwn(EDITOR_ONLY, member) ? EDITOR_ONLY[member] : undefined
  if (editors && !editors.includes(editor))
    throw new ApiError(`figma.${member} works in ${editors.join(', ')} only, not in ${editor}`)
}
