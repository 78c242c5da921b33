import '@create-figma-plugin/ui/css/base.css'
import './styles/panel.css'
import './styles/create.css'
import { render } from 'preact'
import { App } from './app'
import { createPanel, type Panel } from './panel'
import { browserClock, browserFetch } from './platform/network'
import { openSandbox } from './platform/sandbox'

let panel: Panel | undefined
const report = () => panel?.report()

const sandbox = openSandbox((description) => {
  console.error(description)
  report()
})
panel = createPanel(sandbox, browserFetch, browserClock)
addEventListener('error', report)
addEventListener('unhandledrejection', report)

render(
  <App panel={panel} onResize={(size) => sandbox.emit('window.resize', size)} />,
  document.getElementById('panel') as HTMLElement,
)
void panel.settings.load()
