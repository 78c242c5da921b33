/** Asked for when it is drawn: the build draws the first view, too, and has no navigator. */
export const isMac = (): boolean =>
  typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)

/** The keys that generate, as they are shown. */
export const generateKeys = (): string => (isMac() ? '⌘↵' : 'Ctrl ↵')

/** The keys that insert, as they are shown. */
export const insertKeys = (): string => (isMac() ? '⌘⇧↵' : 'Ctrl ⇧ ↵')

/** The keys that copy, as they are shown. */
export const copyKeys = (): string => (isMac() ? '⌘C' : 'Ctrl C')

/** The key that deletes, as it is shown. */
export const deleteKey = (): string => (isMac() ? '⌫' : 'Del')

/** Whether an event comes from a field that takes text, where keys mean the text. */
export const isTyping = ({ target }: Event): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
