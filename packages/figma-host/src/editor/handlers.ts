import type { GuestFunction } from '../document/guest-function'
import type { HandlerList } from '../document/session-types'

/** A plugin's event handlers in order of registration. */
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

  /** Returns whether there are handlers for an event type; `type` may be a prefix of several types. */
  has(type: string): boolean {
    return this.#entries.some((entry) => entry.type.startsWith(type))
  }

  /** Returns the handlers to call for an event, and removes those registered with `once`. */
  take(type: string): GuestFunction[] {
    const due = this.#entries.filter((entry) => entry.type === type)
    this.#entries = this.#entries.filter((entry) => entry.type !== type || !entry.once)
    return due.map(({ handler }) => handler)
  }
}

/** The handlers of `figma.ui`, including the one assigned to `onmessage`. */
export class MessageHandlers extends Handlers {
  onmessage: GuestFunction | undefined

  override take(type: string): GuestFunction[] {
    return [...(this.onmessage ? [this.onmessage] : []), ...super.take(type)]
  }
}
