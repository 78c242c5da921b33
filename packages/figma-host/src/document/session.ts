import type { Rect, ShowUIOptions, Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { GuestFunction } from './capability'
import type { DocumentModel } from './document'
import type { Manifest } from './manifest'

/** The plugin's window, as the `figma.ui` calls drive it. Sizes in screen px. */
export interface WindowControl {
  readonly isOpen: boolean
  open(html: string, options: ShowUIOptions): void
  resize(width: number, height: number): void
  setVisible(visible: boolean): void
  move(x: number, y: number): void
  close(): void
  /** Sends plain data to the panel. */
  post(message: unknown): void
}

/** What `figma.notify` asks for. `timeout` in ms. */
export interface ToastRequest {
  readonly text: string
  readonly error: boolean
  readonly timeout: number
  readonly button: { readonly text: string; readonly action: GuestFunction } | null
  readonly onDequeue: GuestFunction | null
}

/** The view on the page, as `figma.viewport` drives it. */
export interface ViewportControl {
  center: Vector
  zoom: number
  readonly bounds: Rect
  /** Moves and zooms so that a box in page px fills the view. */
  show(box: Rect): void
}

/** `figma.clientStorage` of this plugin. Values are plain data; `set` rejects when the 5 MB are full. */
export interface StorageControl {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
  keys(): Promise<string[]>
}

/** The handlers that a plugin has registered for one kind of event. */
export interface HandlerList {
  on(type: string, handler: GuestFunction): void
  once(type: string, handler: GuestFunction): void
  off(type: string, handler: GuestFunction): void
}

/** What is open in Slides and Buzz: the whole grid, or one slide. */
export interface SlidesState {
  view: 'grid' | 'single'
  /** The id of the slide that is open or was last. */
  focused: string | null
}

/** The editors that a plugin can run in, by their names in the manifest. */
export type EditorType = 'figma' | 'figjam' | 'slides' | 'buzz'

/** One run of a plugin, as the API areas see it: the document and everything the editor lends. */
export interface Session {
  readonly document: DocumentModel
  readonly manifest: Manifest
  readonly editorType: EditorType
  readonly command: string
  /** Whether the plugin is asked for suggestions to its parameters; then it may neither edit nor show anything. */
  input: boolean
  readonly events: HandlerList
  /** Handlers of `figma.parameters`. */
  readonly parameters: HandlerList
  readonly messages: HandlerList & { onmessage: GuestFunction | undefined }
  readonly window: WindowControl
  readonly viewport: ViewportControl
  readonly storage: StorageControl
  readonly slides: SlidesState
  /** The fonts that the plugin has loaded, as `family style`. */
  readonly loadedFonts: Set<string>
  /** Names of the members that the plugin has used, such as `figma.createFrame` and `FrameNode.resize`. */
  readonly membersUsed: Set<string>
  /** How many properties of each node it has read, by the node's id. */
  readonly nodeReads: Map<string, number>
  /**
   * Ids of the pages whose layers the plugin may read (`dynamic-page`). The current page always is one of them. The
   * document's own id stands for `figma.loadAllPagesAsync`.
   */
  readonly loadedPages: Set<string>
  /** Shows a toast and returns the way to take it away. */
  notify(toast: ToastRequest): () => void
  /** Imports an SVG text into a node and returns the new node's id. Throws the platform's own error. */
  importSvg(svg: string, parent: string): string
  /** Reports a breach of the platform's rules that Figma itself would pass over in silence. */
  fault(message: string): void
  /** Ends the run after the current turn. */
  close(message: string | null): void
}
