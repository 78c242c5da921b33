import type { ToastRequest } from '../document/session-types'
import type { Clock } from '../sandbox/timers'
import type { Toast } from './contract'

type Reason = 'timeout' | 'dismiss' | 'action_button_click'

interface Shown {
  readonly request: ToastRequest
  readonly timer: unknown
}

/** What toasts need from the editor. */
export interface ToastOptions {
  readonly clock: Clock
  readonly onShow: (toast: Toast) => void
  /** A toast was removed early. */
  readonly onGone: (id: number) => void
  /** Runs something in the plugin that requested the toast. */
  readonly run: (task: () => void) => void
}

/** The toasts on screen. */
export class Toasts {
  readonly #options: ToastOptions
  readonly #shown = new Map<number, Shown>()
  #lastId = 0

  constructor(options: ToastOptions) {
    this.#options = options
  }

  /** Shows a toast. Returns a function that removes it. */
  show(request: ToastRequest): () => void {
    const id = ++this.#lastId
    const { clock, onShow, onGone } = this.#options
    const { text, error, timeout, button } = request
    const timer = Number.isFinite(timeout)
      ? clock.setTimeout(() => this.#dequeue(id, 'timeout'), timeout)
      : null
    this.#shown.set(id, { request, timer })
    onShow({ id, text, error, timeout, button: button?.text ?? null })
    return () => {
      if (this.#dequeue(id, 'dismiss')) onGone(id)
    }
  }

  /** Handles a click on a toast's button. The toast stays if the plugin's function returns false. */
  press(id: number): void {
    const { button } = this.#shown.get(id)?.request ?? {}
    if (!button) return
    this.#options.run(() => {
      if (button.action() === false) return
      if (this.#dequeue(id, 'action_button_click')) this.#options.onGone(id)
    })
  }

  /** At the end of a run, removes toasts that need their plugin. Others stay for their time. */
  leave(): void {
    for (const [id, { request }] of this.#shown) {
      if (request.button === null && request.onDequeue === null) continue
      this.#forget(id)
      this.#options.onGone(id)
    }
  }

  /** Removes all toasts without notifying anyone. */
  dispose(): void {
    for (const id of [...this.#shown.keys()]) this.#forget(id)
  }

  #dequeue(id: number, reason: Reason): boolean {
    const shown = this.#forget(id)
    const onDequeue = shown?.request.onDequeue
    if (onDequeue) this.#options.run(() => onDequeue(reason))
    return shown !== undefined
  }

  #forget(id: number): Shown | undefined {
    const shown = this.#shown.get(id)
    if (!shown) return undefined
    this.#shown.delete(id)
    if (shown.timer !== null) this.#options.clock.clearTimeout(shown.timer)
    return shown
  }
}
