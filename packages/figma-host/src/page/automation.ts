import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import type { Editor, PageSnapshot } from '../editor/contract'
import type { PanelTheme } from '../frame'
import { faults } from './model/log'
import type { Session } from './model/session'
import { theme } from './model/theme'

/**
 * The API for scripts and tests in the page, as `window.figmaHost`.
 * Available when the page has loaded the plugin's files and created the editor, before the plugin runs. If that fails, it stays undefined,
 * and an alert on the page and `console.error` say why.
 */
interface HostAutomation {
  /** The editor, with all actions of a user. */
  readonly editor: Editor
  /** All faults of the sandbox, the panel, and the page since it was opened, oldest first. */
  readonly faults: readonly string[]
  /** Why the plugin did not start; null if it did. */
  readonly failure: string | null
  readonly running: boolean
  /** The loading state of the panel: null without one, then `listening`, then `loaded`. */
  readonly panelState: 'listening' | 'loaded' | null
  /** Returns layers, selection, and viewport as plain data. */
  snapshot(): PageSnapshot
  /** Renders the page as a standalone SVG. `area`: in page px. Default: everything. */
  renderSvg(area?: Rect): string
  /** Runs the plugin. Resolves when it has started, or failed to. */
  run(): Promise<void>
  stop(): void
  setTheme(theme: PanelTheme): void
  /** Resolves when the sandbox is idle, the canvas shows the current document, and the editor knows the viewport. */
  settled(): Promise<void>
}

declare global {
  interface Window {
    figmaHost?: HostAutomation
  }
}

/** Makes the session available as `window.figmaHost`. */
export function exposeAutomation(session: Session): void {
  window.figmaHost = {
    editor: session.editor,
    faults,
    get failure() {
      return session.failure.peek()
    },
    get running() {
      return session.running.peek()
    },
    get panelState() {
      return session.panel.state
    },
    snapshot: () => session.editor.snapshot(),
    renderSvg: (area) => session.editor.renderSvg(area),
    run: session.run,
    stop: session.stop,
    setTheme: (next) => {
      theme.value = next
    },
    settled: async () => {
      session.view.settle()
      await session.editor.idle()
      // One frame to render the document, and one to show it.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    },
  }
}
