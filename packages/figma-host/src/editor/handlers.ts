import type { GuestFunction } from '../document/guest-function'
import type { HandlerList } from '../document/session-types'

/** The handlers of a plugin by the kind of event, in the order in which they were registered. */
export class Handlers implements HandlerList {
  #entries: { readonly type: string; readonly handler: GuestFunction; readonly once: boolean }[] = []

  on(type: string, handler: GuestFunction): void {
    this.#entries.push({ type, handler, once: false })
  }

  once(type: string, handler: GuestFunction): void {
    this.#entries.push({ type, handler, once: true })
  }

  off(type: string, handler: GuestFunction): void {
    this.#entries = this.#entries.filter((entry) => entry.type !== type || entry.handler !== handler)
  }

  /** Whether anyone listens to events of a kind; `type` may be the beginning of several kinds. */
  has(type: string): boolean {
    return this.#entries.some((entry) => entry.type.startsWith(type))
  }

  /** The handlers to call for one event. Those registered with `once` are gone after this. */
  take(type: string): GuestFunction[] {
    const due = this.#entries.filter((entry) => entry.type === type)
    this.#entries = this.#entries.filter((entry) => entry.type !== type || !entry.once)
    return due.map(({ handler }) => handler)
  }
}

/** The handlers of `figma.ui`, with the one that is assigned to `onmessage`. */
export class MessageHandlers extends Handlers {
  onmessage: GuestFunction | undefined

  override take(type: string): GuestFunction[] {
    return [...(this.onmessage ? [this.onmessage] : []), ...super.take(type)]
  }
}
