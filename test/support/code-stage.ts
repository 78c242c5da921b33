import { readFileSync } from 'node:fs'
import {
  createEditor,
  type Editor,
  type EditorOptions,
  memoryStore,
  type PersistentStore,
  type PluginWindow,
} from 'figma-host/editor'
import { type Channel, openChannel } from '../../src/protocol/channel'
import { codeContract, uiContract } from '../../src/protocol/contract'
import { DIST, readBuilt } from './built'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url))
const wasm = WebAssembly.compile(read('node_modules/quickjs-wasi/quickjs.wasm'))

/** The built sandbox code in a real QuickJS. The test acts as the panel. */
export interface CodeStage {
  readonly editor: Editor
  readonly panel: Channel<typeof uiContract, typeof codeContract>
  /** Everything that should not happen: faults of the sandbox, console errors, unreadable messages. */
  readonly faults: string[]
  /** Every message that the sandbox posted to the panel, as JSON. */
  readonly posted: string[]
  /** Every state of the plugin's window, in order. */
  readonly windows: (PluginWindow | null)[]
  readonly store: PersistentStore
  close(): void
}

interface CodeStageOptions {
  readonly editorType?: EditorOptions['editorType']
  /** Builds the document before the plugin starts. */
  readonly build?: Parameters<Editor['build']>[0]
  /** Folder of the built plugin. Default: `dist`. */
  readonly dist?: string | undefined
  /** Changes the script before it runs, to simulate another editor. */
  readonly wrapCode?: (code: string) => string
  /** The panel's page, if it matters. */
  readonly html?: string
  /** The clock for the plugin's timers, and for its `Date`. Default: the real ones. */
  readonly clock?: NonNullable<EditorOptions['clock']>
  readonly now?: () => number
}

/** Returns editor options with the built plugin. */
export const codeOptions = async (dist = DIST): Promise<EditorOptions> => ({
  code: readBuilt('code.js', dist).toString(),
  html: '<p>panel</p>',
  manifest: JSON.parse(read('manifest.json').toString()),
  wasm: await wasm,
  viewport: { width: 1200, height: 800 },
})

/** Starts the built plugin. A `store` of an earlier stage simulates the next session on the same device. */
export async function openCode(
  store: PersistentStore = memoryStore(),
  { editorType = 'figma', build, dist, wrapCode = (code) => code, ...page }: CodeStageOptions = {},
): Promise<CodeStage> {
  const files = await codeOptions(dist)
  const code = wrapCode(files.code)
  const editor = await createEditor({ ...files, ...page, code, store, editorType })
  if (build) editor.build(build)
  const faults: string[] = []
  const posted: string[] = []
  const windows: (PluginWindow | null)[] = []
  editor.on('window', (window) => windows.push(window))
  editor.on('fault', ({ message }) => faults.push(message))
  editor.on('console', ({ level, text }) => level === 'error' && faults.push(text))
  const panel = openChannel({
    transport: {
      send: (message) => editor.receive(message),
      listen: (listener) =>
        editor.on('message', (message) => {
          posted.push(JSON.stringify(message))
          listener(message)
        }),
    },
    timers: {
      set: (callback, delay) => setTimeout(callback, delay),
      clear: (handle) => clearTimeout(handle as NodeJS.Timeout),
    },
    mine: uiContract,
    handlers: {},
    theirs: codeContract,
    timeout: 10_000,
    onFault: (description) => faults.push(description),
  })
  panel.on('fault', ({ message }) => faults.push(message))
  await editor.start()
  await editor.idle()
  return {
    editor,
    panel,
    faults,
    posted,
    windows,
    store,
    close() {
      panel.close()
      editor.dispose()
    },
  }
}
