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

/** A clock that is only advanced by the test. */
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

  /** Advances the time, in ms, and runs due timers in order. */
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

/** Deviations from the default stage. */
interface StageOptions extends Partial<EditorOptions> {
  /** Whether the plugin's timers use the real clock instead of the stage's. */
  readonly realClock?: boolean
}

/** An editor with a plugin of a few lines, and everything that it has reported so far. */
export interface Stage {
  readonly editor: Editor
  readonly clock: FakeClock
  readonly told: { readonly [E in keyof EditorEvents]: EditorEvents[E][] }
  /** Messages of the faults so far. */
  readonly faults: () => string[]
}

/** Creates an editor with a plugin without starting it. */
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

/** Creates an editor, runs a plugin in it, and waits until it is idle. */
export async function run(code: string, options: Partial<EditorOptions> = {}): Promise<Stage> {
  const stage = await prepare(code, options)
  await stage.editor.start()
  await stage.editor.idle()
  return stage
}

/** Runs an async function body as a plugin and returns its result as plain data. If it throws, returns `{ threw: message }`. */
export async function evaluate(body: string, options: Partial<EditorOptions> = {}): Promise<unknown> {
  const { editor, told } = await run(asPlugin(body), options)
  editor.stop()
  return told.message[0]
}

/** Returns a plugin that runs an async function body and posts its result. */
export function asPlugin(body: string): string {
  return `
    figma.showUI('', { visible: false })
    ;(async () => { ${body} })().then(
      (value) => figma.ui.postMessage(value),
      (error) => figma.ui.postMessage({ threw: error instanceof Error ? error.message : { value: error } }),
    )`
}
