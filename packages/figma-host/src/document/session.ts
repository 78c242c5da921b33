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

/** One run of a plugin as the API areas see it: the document, and what the editor provides. */
export interface Session {
  readonly document: DocumentModel
  readonly manifest: Manifest
  readonly editorType: EditorType
  readonly command: string
  /** Whether the plugin is being asked for parameter suggestions, when it can neither edit nor show anything. */
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
  /** Number of properties that were read from each node, by the node's id. */
  readonly nodeReads: Map<string, number>
  /**
   * Ids of the pages whose layers the plugin may read (`dynamic-page`). Always includes the current page. The document's own id represents
   * `figma.loadAllPagesAsync`.
   */
  readonly loadedPages: Set<string>
  /** Shows a toast. Returns a function that removes it. */
  notify(toast: ToastRequest): () => void
  /** Imports an SVG text into a node. Returns the new node's id. Throws Figma's own error. */
  importSvg(svg: string, parent: string): string
  /** Reports a violation of the platform's rules that Figma itself would silently ignore. */
  fault(message: string): void
  /** Ends the run after the current turn. */
  close(message: string | null): void
}
