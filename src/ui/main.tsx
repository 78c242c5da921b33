import './styles'
import { render } from 'preact'
import { App } from './app'
import { createPanel, type InitialView, type Panel } from './panel'
import { browserClock, browserFetch } from './platform/network'
import { openSandbox } from './platform/sandbox'
import type { NewsSection } from './stores/news'

/** The address of a relay with its secret path, or null. Set when the panel is built. */
declare const RELAY: string | null
/** From package.json. */
declare const VERSION: string
/** The entries of CHANGELOG.md for this version. */
declare const NEWS: readonly NewsSection[]
declare const REPOSITORY: string | null

// Outdated browsers get the message of `opening/outdated.ts` instead.
if (!document.documentElement.hasAttribute('data-outdated'))
  start(document.getElementById('panel') as HTMLElement)

function start(root: HTMLElement): void {
  /** The opening shell's field, and what the user has typed into it. */
  const early = root.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  const typed = early?.value

  let panel: Panel | undefined
  const report = (error: unknown) => panel?.report(error)
  const sandbox = openSandbox((description) => {
    console.error(description)
    report(description)
  })
  panel = createPanel({
    sandbox,
    fetch: browserFetch,
    clock: browserClock,
    relay: RELAY,
    version: VERSION,
    news: NEWS,
    repository: REPOSITORY,
    opens: (root.dataset.opens ?? null) as InitialView | null,
  })
  addEventListener('error', ({ error }) => report(error))
  addEventListener('unhandledrejection', ({ reason }) => report(reason))
  addEventListener('pagehide', () => void panel.history.settle())

  // Before rendering, so that the requests to the sandbox run in parallel.
  void panel.open()
  render(<App panel={panel} onResize={(size) => sandbox.emit('window.resize', size)} />, root)
  // From here on, the panel reports errors itself (`opening/load.ts`).
  delete root.dataset.opens
  const { clicked } = root.dataset
  if (clicked) document.getElementById(clicked)?.click()
  // Hydration cleared the field.
  if (early && typed) {
    early.value = typed
    early.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
}
