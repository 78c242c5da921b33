import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import { computed, signal } from '@preact/signals'
import type { Editor, PageSnapshot, PanelDrop, PluginWindow } from '../../editor/contract'
import type { LoadedPlugin } from '../config'
import { createCanvasView } from './canvas-view'
import { createEntryPoints } from './entry-points'
import { boundsOf } from './layers'
import { describeThrown, log } from './log'
import { createPanelPort } from './panel-port'
import { dismissToast, showMessage, showToast } from './toasts'

/** The document as an image. */
export interface Drawing {
  /** A standalone SVG document. */
  readonly svg: string
  /** The area that it shows, in page coordinates. */
  readonly area: Rect
}

/** Margin around the layers' bounding boxes for strokes and shadows, in page px. */
const drawingMargin = 64

/** Returns whether a window was only modified, for example by `figma.ui.resize`. A new `showUI` has its own options object. */
function isSameWindow(last: PluginWindow | null, next: PluginWindow | null): boolean {
  if (last === null || next === null || last.html !== next.html) return false
  if (last.options === next.options) return true
  // `figma.ui.reposition` creates new options with another position.
  const { position: from, ...was } = last.options
  const { position: to, ...is } = next.options
  return from !== to && JSON.stringify(was) === JSON.stringify(is)
}

/** An editor with a plugin, as signals for the views. */
export type Session = ReturnType<typeof createSession>

/**
 * Connects an editor to the page.
 * The document is rendered at most once per frame, and only if its image has changed.
 */
export function createSession(editor: Editor, plugin: LoadedPlugin) {
  const page = signal<PageSnapshot>(editor.snapshot())
  const drawing = signal<Drawing | null>(null)
  const window = signal<PluginWindow | null>(null)
  /** Counts the plugin's windows: `showUI` opens a new one; `resize` and similar calls do not. */
  const opening = signal(0)
  const running = signal(false)
  /** Why the plugin did not start, for the user. */
  const failure = signal<string | null>(null)
  const view = createCanvasView(editor)
  const panel = createPanelPort()
  const fail = (error: unknown): void => {
    running.value = false
    failure.value = error instanceof Error ? error.message : String(error)
    log('plugin', 'fault', `${plugin.name} did not start. ${describeThrown(error)}`)
  }
  const entryPoints = createEntryPoints(editor, (error) => log('host', 'warn', describeThrown(error)))

  /** Runs a command of the plugin. Default: the first. If the code throws while loading, the error is in {@link failure}. */
  const run = async (command?: string): Promise<void> => {
    if (running.value) return
    failure.value = null
    running.value = true
    try {
      await editor.start(command === undefined ? {} : { command })
    } catch (error) {
      fail(error)
    }
  }

  const redraw = (): void => {
    const { layers } = page.value
    const box = boundsOf(layers)
    if (box === null) {
      drawing.value = null
      return
    }
    const area = {
      x: box.x - drawingMargin,
      y: box.y - drawingMargin,
      width: box.width + 2 * drawingMargin,
      height: box.height + 2 * drawingMargin,
    }
    const svg = editor.renderSvg(area)
    if (svg !== drawing.value?.svg) drawing.value = { svg, area }
  }

  let frameAsked = false
  const refresh = (): void => {
    frameAsked = false
    try {
      page.value = editor.snapshot()
      entryPoints.refresh()
      redraw()
    } catch (error) {
      log('host', 'fault', `The document could not be drawn: ${describeThrown(error)}`)
    }
  }
  const askFrame = (): void => {
    if (!frameAsked) requestAnimationFrame(refresh)
    frameAsked = true
  }

  editor.on('change', (snapshot) => {
    view.follow(snapshot.viewport)
    askFrame()
  })
  editor.on('window', (next) => {
    if (!isSameWindow(window.value, next)) {
      panel.close()
      opening.value += 1
    }
    window.value = next
  })
  editor.on('message', (pluginMessage) => {
    try {
      panel.post({ pluginMessage })
    } catch (error) {
      // Values that cannot be structured-cloned are refused here; the frame refuses the others.
      log('plugin', 'fault', `A message for the panel could not be sent: ${describeThrown(error)}`)
    }
  })
  editor.on('toast', showToast)
  editor.on('toast-gone', ({ id }) => dismissToast(id))
  editor.on('console', ({ level, text }) => log('plugin', level, text))
  editor.on('fault', ({ message, stack }) => {
    log('plugin', 'fault', stack === null || stack === '' ? message : `${message}\n${stack}`)
  })
  editor.on('closed', ({ message }) => {
    running.value = false
    window.value = null
    panel.close()
    if (message !== null) showMessage(message)
  })

  return {
    editor,
    plugin,
    page,
    drawing,
    window,
    opening,
    running,
    failure,
    view,
    panel,
    entryPoints,
    /** The title of the plugin's window. */
    title: computed(() => window.value?.options.title ?? plugin.name),

    run,

    /** Asks for the parameters of a command, then runs it. */
    ask: async (command: string): Promise<void> => {
      running.value = true
      view.settle()
      await entryPoints.open(command).catch(fail)
    },

    /** Clicks a relaunch button of the selection. */
    relaunch: async (command: string): Promise<void> => {
      view.settle()
      try {
        await editor.relaunch(command)
        // Only now, because a plugin that was running has reported in the meantime that it closed.
        running.value = true
      } catch (error) {
        fail(error)
      }
    },

    stop: (): void => editor.stop(),

    /** Replaces the plugin with another build and runs it. The document stays. */
    reload: async ({ code, html, config }: LoadedPlugin): Promise<void> => {
      editor.replacePlugin({ code, html, manifest: config.manifest })
      await editor.idle()
      await run()
      entryPoints.refresh()
    },

    /** Passes a message of the panel to the plugin. */
    receive: (message: unknown): void => {
      view.settle()
      editor.receive(message)
    },

    /** Drops something from the panel on the canvas. */
    drop: (drop: PanelDrop): void => {
      view.settle()
      editor.drop(drop)
    },

    select: (ids: readonly string[]): void => {
      editor.select(ids)
      // Immediately, not in the next frame, because the next key press may come earlier and must use it.
      page.value = { ...page.value, selection: ids }
    },

    /** Undoes the last step, or redoes the last undone one. False if there is none. */
    undo: (): boolean => editor.undo(),
    redo: (): boolean => editor.redo(),
  }
}
