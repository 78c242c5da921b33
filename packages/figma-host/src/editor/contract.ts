import type { Rect, ShowUIOptions, Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentBuilder } from '../document/builder'
import type { DocumentModel } from '../document/document'
import type { ManifestCommand, ManifestParameter } from '../document/manifest-menu'
import type { ModeledType } from '../document/node-data'
import type { EditorType } from '../document/session-types'
import type { Clock } from '../sandbox/timers'

/** A layer as plain data for the host page and scripts. Can be structured-cloned or written as JSON. */
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
  /** Axis-aligned bounding box on the page, in px. Null for a layer that paints nothing. */
  readonly absoluteBoundingBox: Rect | null
  /** Children in Figma's order: the first is painted first, so it is at the back. */
  readonly children: readonly LayerSnapshot[]
}

/** The page and the viewport at one moment. */
export interface PageSnapshot {
  readonly name: string
  readonly layers: readonly LayerSnapshot[]
  readonly selection: readonly string[]
  readonly viewport: ViewportSnapshot
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** The editor's view of the page. */
export interface ViewportSnapshot {
  /** Center of the view in page coordinates. */
  readonly center: Vector
  /** Screen px per page px. */
  readonly zoom: number
  /** Size of the canvas on screen, in screen px. */
  readonly width: number
  readonly height: number
}

/** A toast requested by `figma.notify`. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly error: boolean
  /** How long it stays, in ms. Infinity: until dismissed. */
  readonly timeout: number
  readonly button: string | null
}

/** The plugin's window, as set by `figma.showUI` and `figma.ui`. */
export interface PluginWindow {
  readonly html: string
  readonly options: ShowUIOptions
  readonly width: number
  readonly height: number
  readonly visible: boolean
}

/** Events of an editor. Delivered in order, and never during a call by the listener. */
export interface EditorEvents {
  /** The document, the selection or the viewport changed. */
  change: PageSnapshot
  /** The plugin's window was opened, resized, shown or hidden; null when it was closed. */
  window: PluginWindow | null
  /** A message for the panel: the argument of `figma.ui.postMessage`. */
  message: unknown
  toast: Toast
  /** A toast was removed early, because the plugin canceled it or closed. */
  'toast-gone': { readonly id: number }
  /** `console.*` in the sandbox. */
  console: { readonly level: 'log' | 'info' | 'warn' | 'error'; readonly text: string }
  /** An uncaught exception, an unhandled rejection, or a violation of the platform's rules in the sandbox. Tests fail on any. */
  fault: { readonly message: string; readonly stack: string | null }
  /** The state of entering parameters in quick actions changed; null when it ended. */
  input: InputState | null
  /** `figma.closePlugin(message?)` or `stop` was called. */
  closed: { readonly message: string | null }
}

/** The persistent store behind `figma.clientStorage`. Values are JSON-like plain data and `Uint8Array`. */
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
  /** Text of its `ui` file, available in the sandbox as `__html__`; empty if there is none. */
  readonly html: string
  /** The parsed `manifest.json`. */
  readonly manifest: unknown
}

/** Options of an editor. */
export interface EditorOptions extends PluginFiles {
  /** Compiled module or bytes of `quickjs-wasi/quickjs.wasm`. */
  readonly wasm: WebAssembly.Module | BufferSource
  /** The store behind `figma.clientStorage`. Default: a new in-memory store. */
  readonly store?: PersistentStore
  /** The kind of editor. Default: Figma Design. The manifest must list it. */
  readonly editorType?: EditorType
  readonly viewport?: { readonly width: number; readonly height: number }
  /** If given, ids of new nodes and `Date` are deterministic: ms since 1970. */
  readonly now?: () => number
  /** The clock for the plugin's timers and for toasts. Default: the real `setTimeout`. */
  readonly clock?: Clock
  /**
   * Maximum duration of an uninterrupted turn of the plugin in ms of real time. Default: 10 s. Longer ones are interrupted, which is a
   * fault.
   */
  readonly turnLimit?: number
}

/** Something dragged from the panel to the canvas, as in `pluginDrop`. */
export interface PanelDrop {
  /** Where it was dropped, in page px. */
  readonly x: number
  readonly y: number
  readonly items: readonly { readonly type: string; readonly data: string }[]
  readonly dropMetadata?: unknown
  readonly files?: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[]
}

/** A relaunch button of the selection. */
export interface RelaunchOffer {
  readonly command: string
  readonly name: string
  readonly description: string
}

/** A suggestion of the plugin for a parameter. */
export interface Suggestion {
  readonly name: string
  /** The value that the plugin receives: plain data. */
  readonly data: unknown
  /** SVG text, the bytes of an image, or an address. */
  readonly icon: string | Uint8Array | null
}

/** The state of quick actions while they ask for a command's parameters. */
export interface InputState {
  /** The name of the command. */
  readonly name: string
  /** The parameter that is asked for; null when all are answered. */
  readonly question: ManifestParameter | null
  readonly query: string
  /** Null until the plugin has made suggestions. */
  readonly suggestions: readonly Suggestion[] | null
  readonly error: string | null
  /** Shown until there are suggestions. */
  readonly message: string
}

/** Entering a command's parameters in quick actions. */
export interface QuickAction {
  readonly state: InputState
  /** Types a text. Resolves when the plugin has answered, unless its answer depends on timers. */
  type(query: string): Promise<InputState>
  /** Chooses a suggestion by name, or any text if the parameter allows it. Default: the typed text. */
  choose(name?: string): Promise<InputState>
  /** Leaves an optional parameter out. */
  skip(): Promise<InputState>
  /** Runs the command. Throws if a required parameter is missing. */
  run(): void
  /** Closes the plugin without running it. */
  cancel(): void
}

/** Simulates Figma: a document, a plugin in a real QuickJS, and the actions of a user. */
export interface Editor {
  /**
   * Evaluates `code.js` in a new QuickJS and fires `run`. Rejects if the code throws while loading, if the command does not exist, or if it
   * can only be run with parameters, which requires `openQuickAction`.
   */
  start(run?: { readonly command?: string }): Promise<void>
  /** Closes the plugin: its window, timers, and sandbox. The document stays. `start` can be called again. */
  stop(): void
  /** Closes the plugin and replaces its files. The document stays. Throws if the manifest is invalid. */
  replacePlugin(files: PluginFiles): void
  /** Passes a message of the panel (its `pluginMessage`) to `figma.ui.onmessage`. */
  receive(message: unknown): void
  /** The commands of the plugin's menu and quick actions. */
  readonly commands: readonly ManifestCommand[]
  /** Chooses a command with parameters in quick actions: starts the plugin and asks it for suggestions for the first one. */
  openQuickAction(command: string): Promise<QuickAction>
  /** Returns the relaunch buttons of the selection. */
  relaunchOffers(): readonly RelaunchOffer[]
  /** Clicks a relaunch button: starts the plugin, or restarts it, with the button's command. */
  relaunch(command: string): Promise<void>
  /**
   * Drops something from the panel on the canvas, which fires `figma.on('drop')`. Resolves to whether a handler has handled it by returning
   * false; otherwise the editor would. A promise does not count as false.
   */
  drop(drop: PanelDrop): Promise<boolean>
  snapshot(): PageSnapshot
  /**
   * Renders the current page as a standalone SVG text. `area`: in page coordinates. Default: the bounding box of everything, or 100 × 100.
   */
  renderSvg(area?: Rect): string
  select(ids: readonly string[]): void
  /** Switches to another page, as a user does in the list of pages. */
  goToPage(id: string): void
  /** Does what Cmd+Z and Shift+Cmd+Z do. False if there is nothing to undo or redo. */
  undo(): boolean
  redo(): boolean
  setViewport(view: Partial<ViewportSnapshot>): void
  pressToastButton(id: number): void
  on<E extends keyof EditorEvents>(event: E, listener: (value: EditorEvents[E]) => void): () => void
  /**
   * Sets up the document before a test with a builder, like a file that was opened: there is nothing to undo afterwards. Returns the result
   * of `build`.
   */
  build<Result>(build: (builder: DocumentBuilder) => Result): Result
  /**
   * Changes the document while a plugin runs, as another user of the file: the plugin gets events, and this user's undo does not revert the
   * changes. Returns the result of `edit`.
   */
  editAsAnother<Result>(edit: (builder: DocumentBuilder) => Result): Result
  /** Returns everything in the document that undo and redo restore. Two documents are equal if this is deep-equal. */
  contents(): ReturnType<DocumentModel['contents']>
  /** Returns the members of the typings that the plugin has used in all runs: `figma.createFrame`, `FrameNode.resize` … */
  membersUsed(): readonly string[]
  /** Returns the number of properties that the plugin has read from each node in all runs, by the node's id. Method calls do not count. */
  nodeReads(): ReadonlyMap<string, number>
  /** Returns the memory of the plugin's sandbox in bytes, after garbage collection. 0 if none is running. */
  memoryInUse(): number
  /** Resolves when the sandbox only waits for timers or messages. */
  idle(): Promise<void>
  dispose(): void
}
