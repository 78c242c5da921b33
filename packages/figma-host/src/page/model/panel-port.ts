import type { FromPanel, ToPanel } from '../../frame'

/** Queues the plugin's messages until a panel is listening. */
export interface PanelPort {
  /** The loading state of the panel's document; null if no panel is open. */
  readonly state: NonNullable<FromPanel['panelState']> | null
  /** Sends a message now, or as soon as a panel is listening. */
  post(message: ToPanel): void
  /** Connects a panel that is listening, and sends it the queued messages. */
  attach(send: (message: ToPanel) => void): void
  /** Call it when the panel's own document has loaded. */
  loaded(): void
  /** Removes the panel and the queued messages. */
  close(): void
}

/**
 * Creates a message queue for the panel: like Figma, keeps messages until the panel is listening.
 * Keeps the order. Messages that are still queued when the panel closes are dropped, as in Figma.
 */
export function createPanelPort(): PanelPort {
  let waiting: ToPanel[] = []
  let send: ((message: ToPanel) => void) | null = null
  let state: PanelPort['state'] = null
  return {
    get state() {
      return state
    },
    post: (message) => {
      if (send === null) waiting.push(message)
      else send(message)
    },
    attach: (connected) => {
      send = connected
      state = 'listening'
      for (const message of waiting.splice(0)) connected(message)
    },
    loaded: () => {
      state = 'loaded'
    },
    close: () => {
      send = null
      state = null
      waiting = []
    },
  }
}
