import type { Rect, ShowUIOptions, Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentBuilder } from '../document/builder'
import type { DocumentModel } from '../document/document'
import type { ManifestCommand, ManifestParameter } from '../document/manifest-menu'
import type { ModeledType } from '../document/node-data'
import type { EditorType } from '../document/session-types'
import type { Clock } from '../sandbox/timers'

/** One layer as the host page and the scripts see it: plain data, safe to structured-clone or to write as JSON. */
export interface LayerSnapshot {
  readonly id: string
  readonly name: string
  readonly type: ModeledType
  readonly visible: boolean
  readonly locked: boolean
  /** Position in the parent, in px. */
  readonly x: number
  readonly y: number
  /** Size in px. */
  readonly width: number
  readonly height: number
  /** Axis-aligned box on the page, in px. Null for a layer that draws nothing. */
  readonly absoluteBoundingBox: Rect | null
  /** Children in Figma's order: the first is drawn first, so it lies at the back. */
  readonly children: readonly LayerSnapshot[]
}

/** What the page and the viewport look like at one moment. */
export interface PageSnapshot {
  readonly name: string
  readonly layers: readonly LayerSnapshot[]
  readonly selection: readonly string[]
  readonly viewport: ViewportSnapshot
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** The editor's view on the page. */
export interface ViewportSnapshot {
  /** Center of the view in page coordinates. */
  readonly center: Vector
  /** Screen px per page px. */
  readonly zoom: number
  /** Size of the canvas area on screen, in screen px. */
  readonly width: number
  readonly height: number
}

/** A toast that `figma.notify` asked for. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly error: boolean
  /** How long it stays, in ms. Infinity stays until dismissed. */
  readonly timeout: number
  readonly button: string | null
}

/** The plugin's window as `figma.showUI` and `figma.ui` left it. */
export interface PluginWindow {
  readonly html: string
  readonly options: ShowUIOptions
  readonly width: number
  readonly height: number
  readonly visible: boolean
}

/** What an editor tells whoever shows it. Each is delivered in order, never from inside a call of the listener's own. */
export interface EditorEvents {
  /** The document, the selection or the viewport changed. */
  change: PageSnapshot
  /** The plugin's window was opened, resized, shown or hidden; null when it was closed. */
  window: PluginWindow | null
  /** A message for the panel: the value given to `figma.ui.postMessage`. */
  message: unknown
  toast: Toast
  /** A toast left before its time, because the plugin cancelled it or closed. */
  'toast-gone': { readonly id: number }
  /** `console.*` in the sandbox. */
  console: { readonly level: 'log' | 'info' | 'warn' | 'error'; readonly text: string }
  /** An uncaught exception, an unhandled rejection or a breach of the platform's rules in the sandbox. Tests fail on any. */
  fault: { readonly message: string; readonly stack: string | null }
  /** The entry of parameters in quick actions changed; null when it is over. */
  input: InputState | null
  /** `figma.closePlugin(message?)` was called, or `stop`. */
  closed: { readonly message: string | null }
}

/** Small persistent store behind `figma.clientStorage`: values are JSON-like plain data and `Uint8Array`. */
export interface PersistentStore {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
  keys(): Promise<string[]>
}

/** A built plugin. */
export interface PluginFiles {
  /** Text of its `main` file. */
  readonly code: string
  /** Text of its `ui` file, given to the sandbox as `__html__`; empty where it has none. */
  readonly html: string
  /** The parsed `manifest.json`. */
  readonly manifest: unknown
}

/** What an editor is made of. */
export interface EditorOptions extends PluginFiles {
  /** Compiled module or bytes of `quickjs-wasi/quickjs.wasm`. */
  readonly wasm: WebAssembly.Module | BufferSource
  /** What `figma.clientStorage` keeps. A fresh in-memory store when left out. */
  readonly store?: PersistentStore
  /** Which editor it is, Figma Design when left out. The manifest must list it. */
  readonly editorType?: EditorType
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Ids of fresh nodes and `Date` are deterministic when this is given: ms since the epoch. */
  readonly now?: () => number
  /** What the plugin's timers and the toasts run on. The real `setTimeout` when left out. */
  readonly clock?: Clock
  /** Longest uninterrupted turn of the plugin in ms of real time, 10 s when left out. A longer one is cut off, as a fault. */
  readonly turnLimit?: number
}

/** Something that was dragged from the panel onto the canvas, as `pluginDrop` describes it. */
export interface PanelDrop {
  /** Where it was dropped, in page px. */
  readonly x: number
  readonly y: number
  readonly items: readonly { readonly type: string; readonly data: string }[]
  readonly dropMetadata?: unknown
  readonly files?: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[]
}

/** A button that a plugin has left on what is selected. */
export interface RelaunchOffer {
  readonly command: string
  readonly name: string
  readonly description: string
}

/** Something that a plugin suggests as the value of a parameter. */
export interface Suggestion {
  readonly name: string
  /** The value that the plugin gets: plain data. */
  readonly data: unknown
  /** An SVG text, the bytes of an image, or an address. */
  readonly icon: string | Uint8Array | null
}

/** What quick actions show while they ask for a command's parameters. */
export interface InputState {
  /** The name of the command. */
  readonly name: string
  /** What is asked for; null once everything is. */
  readonly question: ManifestParameter | null
  readonly query: string
  /** Null until the plugin has suggested something. */
  readonly suggestions: readonly Suggestion[] | null
  readonly error: string | null
  /** What stands in the place of the suggestions until they come. */
  readonly message: string
}

/** The entry of a command's parameters in quick actions. */
export interface QuickAction {
  readonly state: InputState
  /** Types a text. Resolves once the plugin has answered, as far as it does so without waiting for time to pass. */
  type(query: string): Promise<InputState>
  /** Takes a suggestion by its name, or any text where the parameter allows it; what was typed when left out. */
  choose(name?: string): Promise<InputState>
  /** Leaves an optional parameter out. */
  skip(): Promise<InputState>
  /** Runs the command. Throws while a parameter is missing that is not optional. */
  run(): void
  /** Closes the plugin without running it. */
  cancel(): void
}

/** Figma without Figma: a document, one plugin in a real QuickJS, and the handles of a person at the editor. */
export interface Editor {
  /**
   * Evaluates `code.js` in a fresh QuickJS and fires `run`. Rejects when the code throws while it loads, when there is no
   * such command, and for a command that can only be run with its parameters: that is what `openQuickAction` is for.
   */
  start(run?: { readonly command?: string }): Promise<void>
  /** Closes the plugin: its window, its timers, its sandbox. The document stays. `start` may be called again. */
  stop(): void
  /** Closes the plugin and puts these files in its place; the document stays. Throws where the manifest has the wrong shape. */
  replacePlugin(files: PluginFiles): void
  /** Hands a message of the panel (the `pluginMessage` part) to `figma.ui.onmessage`. */
  receive(message: unknown): void
  /** What the plugin's menu and quick actions offer. */
  readonly commands: readonly ManifestCommand[]
  /** Picks a command with parameters in quick actions: starts the plugin and asks it for suggestions to the first one. */
  openQuickAction(command: string): Promise<QuickAction>
  /** The relaunch buttons that are shown for what is selected. */
  relaunchOffers(): readonly RelaunchOffer[]
  /** Presses one of these buttons: the plugin starts, anew if it is running, with the button's command. */
  relaunch(command: string): Promise<void>
  /**
   * Drops something of the panel's onto the canvas: `figma.on('drop')` is fired for it. Resolves to whether a handler has
   * taken it, by returning false; else it would be the editor's own business. A promise is not false.
   */
  drop(drop: PanelDrop): Promise<boolean>
  snapshot(): PageSnapshot
  /** The current page as a standalone SVG text. `area` in page coordinates; the box around everything (or 100 × 100) when left out. */
  renderSvg(area?: Rect): string
  select(ids: readonly string[]): void
  /** Goes to another page, as a person does in the list of pages. */
  goToPage(id: string): void
  /** What Cmd+Z and Shift+Cmd+Z do. False when there is nothing to do. */
  undo(): boolean
  redo(): boolean
  setViewport(view: Partial<ViewportSnapshot>): void
  pressToastButton(id: number): void
  on<E extends keyof EditorEvents>(event: E, listener: (value: EditorEvents[E]) => void): () => void
  /**
   * Sets the document up before a test, with what the document's builder offers, as a file that was opened: afterwards
   * there is nothing to undo. Returns what `build` returns.
   */
  build<Result>(build: (builder: DocumentBuilder) => Result): Result
  /**
   * Changes the document while a plugin runs, as somebody else who works in the same file: the plugin is told, and no undo of this
   * person takes it back. Returns what `edit` returns.
   */
  editAsAnother<Result>(edit: (builder: DocumentBuilder) => Result): Result
  /** All of the document that undo and redo restore: two documents are the same when this is deep-equal. */
  contents(): ReturnType<DocumentModel['contents']>
  /** What the plugin has used of the typings so far, over all its runs: `figma.createFrame`, `FrameNode.resize` … */
  membersUsed(): readonly string[]
  /** How many properties the plugin has read of each node so far, over all its runs, by the node's id. Calls of methods are none. */
  nodeReads(): ReadonlyMap<string, number>
  /** Memory that the plugin takes in its sandbox, in bytes, after collecting garbage. 0 when none is running. */
  memoryInUse(): number
  /** Resolves once the sandbox has nothing left to do but wait for timers or messages. */
  idle(): Promise<void>
  dispose(): void
}
