import type { PanelTheme } from './theme'

/** An error inside the panel. */
export interface PanelFault {
  /**
   * `csp`: the policy blocked something. `error`: an uncaught exception. `rejection`: an unhandled rejection. `message`: a message that
   * Figma would not have transferred.
   */
  readonly kind: 'csp' | 'error' | 'rejection' | 'message'
  /** One or more lines for developers. */
  readonly text: string
}

/**
 * A message from the outer document to the window that contains it. Has exactly one of the keys.
 * Listen on `window` and accept a message only if `event.source` is the outer frame's `contentWindow`.
 */
export interface FromPanel {
  /** A value that the panel posted to its plugin: only plain data, `Date`, and `Uint8Array`. */
  readonly pluginMessage?: unknown
  /** The panel dropped something on the canvas: `{clientX, clientY, items, …}` in px of the panel. */
  readonly pluginDrop?: unknown
  readonly panelFault?: PanelFault
  /** `listening`: messages sent from now on arrive. `loaded`: the panel's own document has fired `load`. */
  readonly panelState?: 'listening' | 'loaded'
}

/** A message from the containing window to the outer document. Has exactly one of the keys. */
export interface ToPanel {
  /** The argument of `figma.ui.postMessage`. Queued until the panel has loaded. */
  readonly pluginMessage?: unknown
  /** Changes the panel's theme without reloading it. No effect on a panel opened with theme `null`. */
  readonly panelTheme?: PanelTheme
}
