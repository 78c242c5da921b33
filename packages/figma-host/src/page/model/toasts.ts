import { signal } from '@preact/signals'
import type { Toast } from '../../editor/contract'

/** The toasts on show, oldest first. */
export const toasts = signal<readonly Toast[]>([])

const timers = new Map<number, ReturnType<typeof setTimeout>>()
let lastOwnId = 0

/** Takes a toast away. Without effect when it is gone already. */
export function dismissToast(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

/** Shows a toast until its time is up. `Infinity` stays until dismissed. */
export function showToast(toast: Toast): void {
  toasts.value = [...toasts.value.filter(({ id }) => id !== toast.id), toast]
  if (Number.isFinite(toast.timeout)) timers.set(toast.id, setTimeout(dismissToast, toast.timeout, toast.id))
}

/** Shows a message of the editor itself, as `figma.closePlugin(message)` asks for. For 3 s, Figma's default. */
export function showMessage(text: string): void {
  // Below zero, where no toast of a plugin is.
  lastOwnId -= 1
  showToast({ id: lastOwnId, text, error: false, timeout: 3_000, button: null })
}
