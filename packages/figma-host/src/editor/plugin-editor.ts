import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import { DocumentBuilder } from '../document/builder'
import { DocumentModel } from '../document/document'
import { type Manifest, readManifestFor } from '../document/manifest'
import type { ManifestCommand } from '../document/manifest-menu'
import type { ChangeKind } from '../document/records'
import { renderPage } from '../document/render/render-page'
import type { EditorType, SlidesState } from '../document/session-types'
import { addSlideGrid } from '../document/slide-grid'
import { REAL_CLOCK } from '../sandbox/timers'
import { ClientStorage } from './client-storage'
import type {
  Editor,
  EditorEvents,
  EditorOptions,
  PageSnapshot,
  PanelDrop,
  PluginFiles,
  QuickAction,
  RelaunchOffer,
  ViewportSnapshot,
} from './contract'
import { ChangeRecorder } from './document-changes'
import { dropEvent } from './drop-target'
import { EventHub } from './editor-events'
import { findCommand } from './find-command'
import { memoryStore } from './memory-store'
import { ParameterInput } from './parameter-input'
import { relaunchOffers } from './relaunch'
import type { Run } from './run'
import { snapshotPage } from './snapshot'
import { startRun } from './start-run'
import { TaskQueue } from './task-queue'
import { Toasts } from './toasts'
import { Viewport } from './viewport'

/** Default size of the canvas on screen, in px. */
const DEFAULT_VIEW = { width: 1280, height: 800 }

/** The options of `createEditor` with defaults, and the compiled engine. */
type PluginEditorOptions = EditorOptions & {
  readonly editorType: EditorType
  readonly wasm: WebAssembly.Module
}

/** An editor that runs one plugin at a time. */
export class PluginEditor implements Editor {
  #options: PluginEditorOptions
  #manifest: Manifest
  readonly #queue = new TaskQueue()
  readonly #events = new EventHub(this.#queue)
  readonly #document = new DocumentModel()
  readonly #changes = new ChangeRecorder(this.#document)
  readonly #slides: SlidesState = { focused: null }
  readonly #membersUsed = new Set<string>()
  readonly #nodeReads = new Map<string, number>()
  readonly #viewport: Viewport
  readonly #toasts: Toasts
  readonly #storage: ClientStorage
  #run: Run | null = null
  #starting = false
  #changed = false

  constructor(options: PluginEditorOptions, manifest: Manifest) {
    this.#options = options
    this.#manifest = manifest
    const { width, height } = options.viewport ?? DEFAULT_VIEW
    this.#viewport = new Viewport(width, height, () => this.#onChange('viewport'))
    this.#storage = new ClientStorage(options.store ?? memoryStore())
    this.#toasts = new Toasts({
      clock: options.clock ?? REAL_CLOCK,
      onShow: (toast) => this.#events.emit('toast', toast),
      onGone: (id) => this.#events.emit('toast-gone', { id }),
      run: (task) => this.#queue.post(() => this.#run?.attempt(task)),
    })
    if (options.editorType === 'slides') {
      addSlideGrid(this.#document)
      this.#document.forgetHistory()
    }
    this.#document.onChange((kind) => this.#onChange(kind))
    this.#document.onEdit((before, after) => this.#onEdit(before, after))
  }

  get commands(): readonly ManifestCommand[] {
    return this.#manifest.commands
  }

  async start({ command }: { readonly command?: string } = {}): Promise<void> {
    const known = findCommand(this.#manifest, command)
    if (known && known.parameters.length > 0 && known.parameterOnly) {
      throw new Error(`"${known.name}" can only be run with its parameters, from quick actions`)
    }
    const run = await this.#begin(command ?? known?.command ?? '', false)
    run.fireRun(undefined)
  }

  async openQuickAction(command: string): Promise<QuickAction> {
    const known = findCommand(this.#manifest, command)
    if (!known || known.parameters.length === 0) throw new Error(`"${command}" has no parameters`)
    const run = await this.#begin(command, true)
    const input = new ParameterInput(known, {
      ask: (key, query, parameters, result) =>
        run.ask({ key, query, parameters, result: result as Parameters<Run['ask']>[0]['result'] }),
      idle: () => this.idle(),
      run: (values) => run.fireRun(values),
      cancel: () => run.end(null),
      changed: (state) => this.#events.emit('input', state),
    })
    await input.type('')
    return input
  }

  relaunchOffers(): readonly RelaunchOffer[] {
    return relaunchOffers(this.#document, this.#manifest, this.#options.editorType)
  }

  async relaunch(command: string): Promise<void> {
    if (!this.relaunchOffers().some((offer) => offer.command === command)) {
      throw new Error(`What is selected has no relaunch button "${command}"`)
    }
    this.stop()
    const run = await this.#begin(command, false)
    run.fireRun(undefined)
  }

  stop(): void {
    this.#run?.end(null)
  }

  replacePlugin(files: PluginFiles): void {
    const manifest = readManifestFor(this.#options.editorType, files.manifest)
    this.stop()
    this.#manifest = manifest
    this.#options = { ...this.#options, ...files }
  }

  receive(message: unknown): void {
    this.#run?.receive(message)
  }

  async drop(drop: PanelDrop): Promise<boolean> {
    this.#document.settle()
    const results = await this.#run?.fire('drop', dropEvent(this.#document, drop))
    return results?.includes(false) ?? false
  }

  snapshot(): PageSnapshot {
    this.#document.settle()
    return snapshotPage(this.#document, this.#viewport.snapshot)
  }

  renderSvg(area?: Rect): string {
    this.#document.settle()
    return renderPage(this.#document, area)
  }

  select(ids: readonly string[]): void {
    this.#document.select(ids)
  }

  goToPage(id: string): void {
    this.#document.currentPage = id
  }

  build<Result>(build: (builder: DocumentBuilder) => Result): Result {
    const result = build(new DocumentBuilder(this.#document))
    this.#document.forgetHistory()
    return result
  }

  editAsAnother<Result>(edit: (builder: DocumentBuilder) => Result): Result {
    this.#changes.origin = 'REMOTE'
    try {
      return this.#document.changeByOther(() => edit(new DocumentBuilder(this.#document)))
    } finally {
      this.#changes.origin = 'LOCAL'
    }
  }

  nodeReads(): ReadonlyMap<string, number> {
    return new Map(this.#nodeReads)
  }

  contents(): ReturnType<DocumentModel['contents']> {
    return this.#document.contents()
  }

  membersUsed(): readonly string[] {
    return [...this.#membersUsed].sort()
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

  /** Starts the plugin. With `input`, it is first asked for suggestions, and can neither edit nor show anything. */
  async #begin(command: string, input: boolean): Promise<Run> {
    if (this.#run || this.#starting) throw new Error('the plugin is running already')
    this.#starting = true
    try {
      const run = await startRun({
        options: this.#options,
        manifest: this.#manifest,
        command,
        input,
        document: this.#document,
        queue: this.#queue,
        events: this.#events,
        viewport: this.#viewport,
        storage: this.#storage,
        slides: this.#slides,
        membersUsed: this.#membersUsed,
        nodeReads: this.#nodeReads,
        toasts: this.#toasts,
        onEnd: () => {
          this.#run = null
        },
      })
      this.#run = run
      run.begin(this.#options.code)
      return run
    } finally {
      this.#starting = false
    }
  }

  #onEdit(...edit: Parameters<ChangeRecorder['note']>): void {
    const run = this.#run
    if (!run || !(run.listensTo('documentchange') || run.listensTo('nodechange'))) return
    this.#changes.note(...edit)
    run.announceChanges(this.#changes)
  }

  /** Several changes in a row are reported once, after the code that makes them has returned. */
  #onChange(kind: ChangeKind): void {
    if (kind === 'page') this.#run?.announce('currentpagechange')
    // Figma doc: a currentpagechange event always triggers a selectionchange event.
    if (kind === 'selection' || kind === 'page') this.#run?.announce('selectionchange')
    if (this.#changed) return
    this.#changed = true
    this.#queue.post(() => {
      this.#changed = false
      this.#events.tell('change', this.snapshot())
    })
  }
}
