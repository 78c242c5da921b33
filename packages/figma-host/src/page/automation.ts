import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import type { Editor, PageSnapshot } from '../editor/contract'
import type { PanelTheme } from '../frame'
import { faults } from './model/log'
import type { Session } from './model/session'
import { theme } from './model/theme'

/**
 * What scripts and tests reach in the page, as `window.figmaHost`.
 *
 * It is there once the page has loaded the plugin's files and made the editor, before the plugin runs. When the
 * page cannot come that far it stays away, an alert on the page says why, and so does `console.error`.
 */
interface HostAutomation {
  /** The editor itself, with everything a person at it can do. */
  readonly editor: Editor
  /** Every fault since the page opened, of the sandbox, the panel and the page, oldest first. */
  readonly faults: readonly string[]
  /** Why the plugin did not start, or null. */
  readonly failure: string | null
  readonly running: boolean
  /** How far the panel has come: null without one, then `listening`, then `loaded`. */
  readonly panelState: 'listening' | 'loaded' | null
  /** Layers, selection and viewport as plain data. */
  snapshot(): PageSnapshot
  /** The page as a standalone SVG. `area` in page px; everything when left out. */
  renderSvg(area?: Rect): string
  /** Runs the plugin. Resolves when it has started or failed to. */
  run(): Promise<void>
  stop(): void
  setTheme(theme: PanelTheme): void
  /** Resolves once the sandbox rests, the canvas shows the document as it then is, and the editor knows the view. */
  settled(): Promise<void>
}

declare global {
  interface Window {
    figmaHost?: HostAutomation
  }
}

/** Makes the session reachable as `window.figmaHost`. */
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
      // One frame to draw the document, one for the picture to be on the screen.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    },
  }
}
