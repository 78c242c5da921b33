import './styles/base.css'
import './styles/buttons.css'
import './styles/controls.css'
import './styles/overlays.css'
import './styles/shell.css'
import './styles/bar.css'
import './styles/compose.css'
import './styles/choices.css'
import './styles/tiles.css'
import './styles/jobs.css'
import './styles/picture.css'
import './styles/colors.css'
import './styles/history.css'
import './styles/settings.css'
import './styles/first-run.css'
import { render } from 'preact'
import { App } from './app'
import { createPanel, type Opens, type Panel } from './panel'
import { browserClock, browserFetch } from './platform/network'
import { openSandbox } from './platform/sandbox'

/** Set when the panel is built: the address of a relay, with its secret path, or null. */
declare const RELAY: string | null
/** From package.json. */
declare const VERSION: string
declare const REPOSITORY: string | null

// Not in a browser that is too old for it: `opening/outdated.ts` says so.
if (!document.documentElement.hasAttribute('data-outdated'))
  start(document.getElementById('panel') as HTMLElement)

function start(root: HTMLElement): void {
  /** The field that was in the page before this script ran, and what was typed in it meanwhile. */
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
    repository: REPOSITORY,
    opens: (root.dataset.opens ?? null) as Opens | null,
  })
  addEventListener('error', ({ error }) => report(error))
  addEventListener('unhandledrejection', ({ reason }) => report(reason))
  addEventListener('pagehide', () => void panel.history.settle())

  // Before the first picture of the panel: what it asks the sandbox for is on its way meanwhile.
  void panel.open()
  render(<App panel={panel} onResize={(size) => sandbox.emit('window.resize', size)} />, root)
  // It is live: what goes wrong from here on is the panel's own to tell.
  delete root.dataset.opens
  const { clicked } = root.dataset
  if (clicked) document.getElementById(clicked)?.click()
  // Drawing has taken the field over, and emptied it.
  if (early && typed) {
    early.value = typed
    early.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
}
