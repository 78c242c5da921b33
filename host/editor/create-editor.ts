import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import { NodeRef } from '../document/capability'
import { type ChangeKind, DocumentModel } from '../document/document'
import { type Manifest, readManifest } from '../document/manifest'
import { plainData } from '../document/plain-data'
import { renderPage } from '../document/render/render-page'
import { TURN_LIMIT } from '../sandbox/sandbox'
import { REAL_CLOCK } from '../sandbox/timers'
import { importSvg } from '../svg-import/import-svg'
import { ClientStorage } from './client-storage'
import type {
  Editor,
  EditorEvents,
  EditorOptions,
  PageSnapshot,
  PanelDrop,
  ViewportSnapshot,
} from './contract'
import { EventHub } from './editor-events'
import { Handlers, MessageHandlers } from './handlers'
import { memoryStore } from './memory-store'
import { WindowState } from './plugin-window'
import { Run } from './run'
import { snapshotPage } from './snapshot'
import { TaskQueue } from './task-queue'
import { Toasts } from './toasts'
import { Viewport } from './viewport'

/** Size of the canvas area on screen unless told otherwise, in px. */
const DEFAULT_VIEW = { width: 1280, height: 800 }

/** Makes an editor with an empty document. The plugin is not started. Rejects where the manifest has the wrong shape. */
export async function createEditor(options: EditorOptions): Promise<Editor> {
  const manifest = readManifest(options.manifest)
  const wasm =
    options.wasm instanceof WebAssembly.Module ? options.wasm : await WebAssembly.compile(options.wasm)
  return new PluginEditor(options, manifest, wasm)
}

class PluginEditor implements Editor {
  readonly #options: EditorOptions
  readonly #manifest: Manifest
  readonly #wasm: WebAssembly.Module
  readonly #queue = new TaskQueue()
  readonly #events = new EventHub(this.#queue)
  readonly #document = new DocumentModel()
  readonly #viewport: Viewport
  readonly #toasts: Toasts
  readonly #storage: ClientStorage
  #run: Run | null = null
  #starting = false
  #changed = false

  constructor(options: EditorOptions, manifest: Manifest, wasm: WebAssembly.Module) {
    this.#options = options
    this.#manifest = manifest
    this.#wasm = wasm
    const { width, height } = options.viewport ?? DEFAULT_VIEW
    this.#viewport = new Viewport(width, height, () => this.#onChange('viewport'))
    this.#storage = new ClientStorage(options.store ?? memoryStore())
    this.#toasts = new Toasts({
      clock: options.clock ?? REAL_CLOCK,
      onShow: (toast) => this.#events.emit('toast', toast),
      onGone: (id) => this.#events.emit('toast-gone', { id }),
      run: (task) => this.#queue.post(() => this.#run?.attempt(task)),
    })
    this.#document.onChange((kind) => this.#onChange(kind))
  }

  async start({ command = '' }: { readonly command?: string } = {}): Promise<void> {
    if (this.#run || this.#starting) throw new Error('the plugin is running already')
    this.#starting = true
    try {
      this.#run = await this.#createRun(command)
      this.#run.begin(this.#options.code)
    } finally {
      this.#starting = false
    }
  }

  stop(): void {
    this.#run?.end(null)
  }

  receive(message: unknown): void {
    this.#run?.receive(message)
  }

  drop({ x, y, items, dropMetadata }: PanelDrop): void {
    this.#run?.fire('drop', {
      node: new NodeRef(this.#document.currentPage),
      x,
      y,
      absoluteX: x,
      absoluteY: y,
      items: items.map(({ type, data }) => ({ type, data })),
      files: [],
      dropMetadata: plainData(dropMetadata, 'dropMetadata'),
    })
  }

  snapshot(): PageSnapshot {
    return snapshotPage(this.#document, this.#viewport.snapshot)
  }

  renderSvg(area?: Rect): string {
    return renderPage(this.#document, area)
  }

  select(ids: readonly string[]): void {
    this.#document.select(ids)
  }

  undo(): boolean {
    return this.#document.undo()
  }

  redo(): boolean {
    return this.#document.redo()
  }

  setViewport(view: Partial<ViewportSnapshot>): void {
    this.#viewport.change(view)
  }

  pressToastButton(id: number): void {
    this.#toasts.press(id)
  }

  on<E extends keyof EditorEvents>(event: E, listener: (value: EditorEvents[E]) => void): () => void {
    return this.#events.on(event, listener)
  }

  memoryInUse(): number {
    return this.#run?.memoryInUse ?? 0
  }

  idle(): Promise<void> {
    return this.#queue.idle()
  }

  dispose(): void {
    this.stop()
    this.#toasts.dispose()
    this.#events.clear()
  }

  async #createRun(command: string): Promise<Run> {
    const { html, now, editorType = 'figma', clock = REAL_CLOCK, turnLimit = TURN_LIMIT } = this.#options
    const window = new WindowState(
      (window) => this.#events.emit('window', window),
      (message) => this.#events.emit('message', message),
    )
    const onFault = (fault: EditorEvents['fault']) => this.#events.emit('fault', fault)
    return Run.create({
      wasm: this.#wasm,
      html,
      clock,
      turnLimit,
      now,
      queue: this.#queue,
      onConsole: (level, text) => this.#events.emit('console', { level, text }),
      onFault,
      session: {
        document: this.#document,
        manifest: this.#manifest,
        editorType,
        command,
        events: new Handlers(),
        messages: new MessageHandlers(),
        window,
        viewport: this.#viewport,
        storage: this.#storage,
        loadedPages: new Set([this.#document.currentPage]),
        notify: (toast) => this.#toasts.show(toast),
        importSvg: (svg) => importSvg(this.#document, svg, (message) => onFault({ message, stack: null })),
        fault: (message) => onFault({ message, stack: null }),
      },
      onEnd: (message) => {
        this.#run = null
        // Without commitUndo the whole run is one undo step (Figma doc: commitUndo).
        this.#document.commitUndo()
        window.close()
        this.#toasts.leave()
        this.#events.emit('closed', { message })
      },
    })
  }

  /** Many changes in a row are told once, when the work that makes them has returned. */
  #onChange(kind: ChangeKind): void {
    if (kind === 'selection') this.#run?.fire('selectionchange')
    if (kind === 'page') this.#run?.fire('currentpagechange')
    if (this.#changed) return
    this.#changed = true
    this.#queue.post(() => {
      this.#changed = false
      this.#events.tell('change', this.snapshot())
    })
  }
}
