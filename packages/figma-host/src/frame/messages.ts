import type { PanelTheme } from './theme'

/** What went wrong inside the panel. */
export interface PanelFault {
  /**
   * `csp`: the policy blocked something. `error`: an uncaught exception. `rejection`: a promise nobody caught.
   * `message`: a message that Figma would not have carried.
   */
  readonly kind: 'csp' | 'error' | 'rejection' | 'message'
  /** One or more lines for a developer to read. */
  readonly text: string
}

/**
 * What the outer document sends to the window that holds it. Exactly one of the keys is there.
 *
 * Listen on `window` and accept a message only when `event.source` is the outer frame's `contentWindow`.
 */
export interface FromPanel {
  /** A value the panel posted to its plugin. Plain data, `Date` and `Uint8Array` only. */
  readonly pluginMessage?: unknown
  /** The panel let go of something over the canvas: `{clientX, clientY, items, …}` in px of the panel. */
  readonly pluginDrop?: unknown
  readonly panelFault?: PanelFault
  /** `listening`: messages sent from now on arrive. `loaded`: the panel's own document has fired `load`. */
  readonly panelState?: 'listening' | 'loaded'
}

/** What the window that holds the outer document sends down to it. Exactly one of the keys is there. */
export interface ToPanel {
  /** The value given to `figma.ui.postMessage`. Kept back until the panel has loaded; the order stays. */
  readonly pluginMessage?: unknown
  /** Changes the panel's theme without reloading it. Without effect on a panel opened with theme `null`. */
  readonly panelTheme?: PanelTheme
}
