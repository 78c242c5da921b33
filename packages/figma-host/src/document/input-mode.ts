import { ApiError } from './errors'

/** What every change throws while a plugin is asked for suggestions (Figma doc: Accepting parameters as input). */
export const NO_EDITING = 'Cannot edit the document while the plugin is accepting parameter input'

const NEEDS_UI = ['showUI', 'notify', 'scrollAndZoomIntoView']

/**
 * Throws for what a plugin may not do while it is asked for suggestions: showing anything or moving the view. `area` is
 * `figma` or one below it.
 */
export function assertAllowedDuringInput(area: string, op: 'get' | 'set' | 'call', member: string): void {
  const shows = op === 'call' && (NEEDS_UI.includes(member) || area === 'figma.ui')
  if (shows || (op === 'set' && area === 'figma.viewport')) {
    throw new ApiError('Cannot show UI while the plugin is accepting parameter input')
  }
}
