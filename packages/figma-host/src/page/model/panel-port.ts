import type { FromPanel, ToPanel } from '../../frame'

/** Where the plugin's messages wait until a panel listens. */
export interface PanelPort {
  /** How far the panel's document has come; null when no panel is open. */
  readonly state: NonNullable<FromPanel['panelState']> | null
  /** Sends a message down, now or as soon as a panel listens. */
  post(message: ToPanel): void
  /** Connects a panel that listens from now on and hands it what waited. */
  attach(send: (message: ToPanel) => void): void
  /** Notes that the panel's own document has loaded. */
  loaded(): void
  /** Forgets the panel and whatever waits for it. */
  close(): void
}

/**
 * A queue in front of the panel: Figma keeps messages until the panel listens, and so does this.
 *
 * Order is kept. What waits when the panel closes is dropped, as in Figma.
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
