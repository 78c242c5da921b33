import { strings } from '../../strings'

/** Called while rendering, because the build renders the first view, too, and has no navigator. */
export const isMac = (): boolean =>
  typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)

/** The keys for Generate, as text. */
export const generateKeys = (): string => strings.keys.command('↵', isMac())

/** The keys for Insert, as text. */
export const insertKeys = (): string => strings.keys.shiftCommand('↵', isMac())

/** The keys for Copy, as text. */
export const copyKeys = (): string => strings.keys.command('C', isMac())

/** The key for Delete, as text. */
export const deleteKey = (): string => strings.keys.delete(isMac())

/** Whether an event comes from a text field, where keys edit the text. */
export const isTyping = ({ target }: Event): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
