import './styles/base.css'
import './styles/panel.css'
import './styles/create.css'
import './styles/pictures.css'
import './styles/settings.css'
import { render } from 'preact'
import { App } from './app'
import { createPanel, type Panel } from './panel'
import { browserClock, browserFetch } from './platform/network'
import { openSandbox } from './platform/sandbox'

/** Set when the panel is built: the origin of a relay, or null. */
declare const RELAY: string | null

let panel: Panel | undefined
const report = () => panel?.report()

const sandbox = openSandbox((description) => {
  console.error(description)
  report()
})
panel = createPanel({ sandbox, fetch: browserFetch, clock: browserClock, relay: RELAY })
addEventListener('error', report)
addEventListener('unhandledrejection', report)

render(
  <App panel={panel} onResize={(size) => sandbox.emit('window.resize', size)} />,
  document.getElementById('panel') as HTMLElement,
)
void panel.open()
