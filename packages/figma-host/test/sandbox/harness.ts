import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Editor, EditorEvents, EditorOptions } from '../../src/editor'
import { createEditor } from '../../src/editor'
import type { Clock } from '../../src/sandbox/timers'

const wasm = WebAssembly.compile(
  readFileSync(createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm')),
)

/** The manifest of the plugin that the tests run. */
const manifest = {
  name: 'Test',
  id: '1234',
  api: '1.0.0',
  main: 'code.js',
  editorType: ['figma', 'figjam', 'slides', 'buzz'],
  documentAccess: 'dynamic-page',
  networkAccess: { allowedDomains: ['https://api.example.com', 'https://files.example.com/public/'] },
  relaunchButtons: [{ command: 'again', name: 'Again' }],
}

/** A clock whose time passes only when it is told to. */
export class FakeClock implements Clock {
  #time = 0
  #lastHandle = 0
  readonly #timers = new Map<number, { readonly due: number; readonly run: () => void }>()

  setTimeout(run: () => void, delay: number): number {
    this.#timers.set(++this.#lastHandle, { due: this.#time + delay, run })
    return this.#lastHandle
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as number)
  }

  get waiting(): number {
    return this.#timers.size
  }

  /** Lets time pass, in ms, and runs what is due in the order of its time. */
  advance(time: number): void {
    const end = this.#time + time
    for (;;) {
      const [next] = [...this.#timers]
        .filter(([, { due }]) => due <= end)
        .sort(([, a], [, b]) => a.due - b.due)
      if (!next) break
      const [handle, { due, run }] = next
      this.#timers.delete(handle)
      this.#time = due
      run()
    }
    this.#time = end
  }
}

/** What a test may have otherwise than usual. */
interface StageOptions extends Partial<EditorOptions> {
  /** Whether the plugin's timers run on the real clock and not on the stage's own. */
  readonly realClock?: boolean
}

/** An editor with a plugin of a few lines, and everything that it has told so far. */
export interface Stage {
  readonly editor: Editor
  readonly clock: FakeClock
  readonly told: { readonly [E in keyof EditorEvents]: EditorEvents[E][] }
  /** Texts of the faults so far. */
  readonly faults: () => string[]
}

/** Makes an editor with a plugin that is not started yet. */
export async function prepare(
  code: string,
  { realClock = false, ...options }: StageOptions = {},
): Promise<Stage> {
  const clock = new FakeClock()
  const editor = await createEditor({
    code,
    html: '<p>panel</p>',
    manifest,
    wasm: await wasm,
    ...(realClock ? {} : { clock }),
    ...options,
  })
  const told: Stage['told'] = {
    change: [],
    window: [],
    message: [],
    toast: [],
    'toast-gone': [],
    console: [],
    fault: [],
    input: [],
    closed: [],
  }
  const listen = <E extends keyof EditorEvents>(event: E) =>
    editor.on(event, (value) => told[event].push(value))
  for (const event of Object.keys(told) as (keyof EditorEvents)[]) listen(event)
  return { editor, clock, told, faults: () => told.fault.map(({ message }) => message) }
}

/** Makes an editor, runs a plugin in it and waits until it has nothing left to do. */
export async function run(code: string, options: Partial<EditorOptions> = {}): Promise<Stage> {
  const stage = await prepare(code, options)
  await stage.editor.start()
  await stage.editor.idle()
  return stage
}

/**
 * Runs an async function body as a plugin and gives back what it returns, as plain data. What it throws is given as
 * `{ threw: message }`.
 */
export async function evaluate(body: string, options: Partial<EditorOptions> = {}): Promise<unknown> {
  const { editor, told } = await run(asPlugin(body), options)
  editor.stop()
  return told.message[0]
}

/** A plugin that runs an async function body and posts what comes of it. */
export function asPlugin(body: string): string {
  return `
    figma.showUI('', { visible: false })
    ;(async () => { ${body} })().then(
      (value) => figma.ui.postMessage(value),
      (error) => figma.ui.postMessage({ threw: error instanceof Error ? error.message : { value: error } }),
    )`
}
