import type { DocumentModel } from './document'
import type { GuestFunction } from './guest-function'
import type { Manifest } from './manifest'
import type {
  EditorType,
  HandlerList,
  SlidesState,
  StorageControl,
  ToastRequest,
  ViewportControl,
  WindowControl,
} from './session-types'

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
