import { ApiError } from './errors'

/** Thrown by every change while a plugin is asked for suggestions (Figma doc: Accepting parameters as input). */
export const NO_EDITING = 'Cannot edit the document while the plugin is accepting parameter input'

const NEEDS_UI = ['showUI', 'notify', 'scrollAndZoomIntoView']

/**
 * Throws for what a plugin must not do while it is asked for suggestions: showing something, or moving the viewport. `area`: `figma` or one
 * of its areas.
 */
export function assertAllowedDuringInput(area: string, op: 'get' | 'set' | 'call', member: string): void {
  const shows = op === 'call' && (NEEDS_UI.includes(member) || area === 'figma.ui')
  if (shows || (op === 'set' && area === 'figma.viewport')) {
    throw new ApiError('Cannot show UI while the plugin is accepting parameter input')
  }
}
