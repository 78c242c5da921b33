import { render } from 'preact'
import wasmUrl from 'quickjs-wasi/quickjs.wasm?url'
import { createEditor, memoryStore } from '../editor'
import { exposeAutomation } from './automation'
import { loadPlugin, RELOADS } from './config'
import { localStore } from './model/local-store'
import { describeThrown, log } from './model/log'
import { createSession, type Session } from './model/session'
import { applyTheme } from './model/theme'
import { App } from './view/app'
import { ProblemCard } from './view/problem-card'

/** Loads the plugin and creates an editor for it. Rejects if that fails. */
async function openSession(): Promise<Session> {
  const [plugin, wasm] = await Promise.all([loadPlugin(), WebAssembly.compileStreaming(fetch(wasmUrl))])
  const { config, code, html } = plugin
  const id: unknown = Reflect.get(Object(config.manifest), 'id')
  const fresh = new URLSearchParams(location.search).has('fresh')
  const store = fresh ? memoryStore() : localStore(localStorage, `clientStorage:${String(id)}:`)
  const { manifest, editorType = 'figma' } = config
  const editor = await createEditor({ code, html, manifest, wasm, store, editorType })
  return createSession(editor, plugin)
}

/** Reloads the plugin whenever the server reports that it was rebuilt. */
function followRebuilds(session: Session): void {
  new EventSource(RELOADS).addEventListener('message', async () => {
    try {
      await session.reload(await loadPlugin())
      log('host', 'info', `${session.plugin.name} was reloaded`)
    } catch (error) {
      log('host', 'fault', `The rebuilt plugin could not be loaded. ${describeThrown(error)}`)
    }
  })
}

/** Renders the page, or says why that failed. */
async function main(root: HTMLElement): Promise<void> {
  addEventListener('error', ({ error, message }) => log('host', 'fault', describeThrown(error ?? message)))
  addEventListener('unhandledrejection', ({ reason }) => log('host', 'fault', describeThrown(reason)))
  applyTheme()
  try {
    const session = await openSession()
    exposeAutomation(session)
    document.title = session.plugin.name
    render(<App session={session} />, root)
    followRebuilds(session)
    if (session.plugin.config.autorun !== false) await session.run()
  } catch (error) {
    log('host', 'fault', describeThrown(error))
    render(<ProblemCard title="The page could not open the plugin" text={describeThrown(error)} />, root)
  }
}

const root = document.getElementById('app')
if (root !== null) void main(root)
