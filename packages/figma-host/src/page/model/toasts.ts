import { signal } from '@preact/signals'
import type { Toast } from '../../editor/contract'

/** The visible toasts, oldest first. */
export const toasts = signal<readonly Toast[]>([])

const timers = new Map<number, ReturnType<typeof setTimeout>>()
let lastOwnId = 0

/** Removes a toast. Does nothing if it was removed already. */
export function dismissToast(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

/** Shows a toast for its time. `Infinity`: until dismissed. */
export function showToast(toast: Toast): void {
  toasts.value = [...toasts.value.filter(({ id }) => id !== toast.id), toast]
  if (Number.isFinite(toast.timeout)) timers.set(toast.id, setTimeout(dismissToast, toast.timeout, toast.id))
}

/** Shows a message of the editor itself, for example for `figma.closePlugin(message)`. Stays 3 s, Figma's default. */
export function showMessage(text: string): void {
  // Negative, because the ids of a plugin's toasts are positive.
  lastOwnId -= 1
  showToast({ id: lastOwnId, text, error: false, timeout: 3_000, button: null })
}
