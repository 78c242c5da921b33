import type { DocumentModel } from '../document/document'
import type { Manifest } from '../document/manifest'
import type { Session } from '../document/session'
import type { EditorType } from '../document/session-types'
import { TURN_LIMIT } from '../sandbox/sandbox'
import { REAL_CLOCK } from '../sandbox/timers'
import { importSvg } from '../svg-import/import-svg'
import type { EditorEvents, EditorOptions } from './contract'
import type { EventHub } from './editor-events'
import { Handlers, MessageHandlers } from './handlers'
import { WindowState } from './plugin-window'
import { Run } from './run'
import type { TaskQueue } from './task-queue'
import type { Toasts } from './toasts'

/** What an editor provides for a run of its plugin. */
interface RunOptions extends Pick<Session, 'manifest' | 'command' | 'input' | 'viewport' | 'storage'> {
  readonly options: EditorOptions & { readonly editorType: EditorType; readonly wasm: WebAssembly.Module }
  readonly manifest: Manifest
  readonly document: DocumentModel
  readonly queue: TaskQueue
  readonly events: EventHub
  readonly slides: Session['slides']
  readonly membersUsed: Session['membersUsed']
  readonly nodeReads: Session['nodeReads']
  readonly toasts: Toasts
  /** Called first when the run has ended. */
  readonly onEnd: () => void
}

/** Creates a run of the plugin in a new sandbox with its own window and handlers. Does not run any of its code yet. */
export function startRun(run: RunOptions): Promise<Run> {
  const { document, events, toasts, options } = run
  const { html, wasm, editorType, now, clock = REAL_CLOCK, turnLimit = TURN_LIMIT } = options
  const window = new WindowState(
    (window) => events.emit('window', window),
    (message) => events.emit('message', message),
  )
  const onFault = (fault: EditorEvents['fault']) => events.emit('fault', fault)
  const fault = (message: string) => onFault({ message, stack: null })
  return Run.create({
    wasm,
    html,
    clock,
    turnLimit,
    now,
    queue: run.queue,
    onConsole: (level, text) => events.emit('console', { level, text }),
    onFault,
    session: {
      document,
      manifest: run.manifest,
      editorType,
      command: run.command,
      input: run.input,
      events: new Handlers(),
      parameters: new Handlers(),
      messages: new MessageHandlers(),
      window,
      viewport: run.viewport,
      storage: run.storage,
      slides: run.slides,
      loadedFonts: new Set(),
      membersUsed: run.membersUsed,
      nodeReads: run.nodeReads,
      loadedPages: new Set([document.currentPage]),
      notify: (toast) => toasts.show(toast),
      importSvg: (svg, parent) => importSvg(document, svg, parent, fault),
      fault,
    },
    onEnd: (message) => {
      run.onEnd()
      // Without commitUndo, the whole run is one undo step (Figma doc: commitUndo).
      document.commitUndo()
      window.close()
      toasts.leave()
      events.emit('closed', { message })
    },
  })
}
