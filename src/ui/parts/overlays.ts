import { signal } from '@preact/signals'

/** Number of open popovers and menus. While there are any, shortcuts that cost money or change the canvas are off. */
const open = signal(0)

/** Whether a popover or a menu is open. */
export const hasOverlay = (): boolean => open.value > 0

/** Counts a popover or menu as open until the returned function is called. */
export function countOverlay(): () => void {
  open.value = open.peek() + 1
  return () => {
    open.value = open.peek() - 1
  }
}
