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

/** The document as a picture. */
export interface Drawing {
  /** A standalone SVG document. */
  readonly svg: string
  /** What it shows, in page coordinates. */
  readonly area: Rect
}

/** Room around the layers' boxes for what reaches over them: strokes, shadows. In page px. */
const drawingMargin = 64

/** Whether a window only changed, by `figma.ui.resize` and its like. A new `showUI` brings options of its own. */
function isSameWindow(last: PluginWindow | null, next: PluginWindow | null): boolean {
  if (last === null || next === null || last.html !== next.html) return false
  if (last.options === next.options) return true
  // `figma.ui.reposition` shows as other options with another position.
  const { position: from, ...was } = last.options
  const { position: to, ...is } = next.options
  return from !== to && JSON.stringify(was) === JSON.stringify(is)
}

/** One editor with one plugin in it, as signals that the views read. */
export type Session = ReturnType<typeof createSession>

/**
 * Ties an editor to the page.
 *
 * However often the document changes, it is drawn once a frame at most, and only when its picture really is
 * another.
 */
export function createSession(editor: Editor, plugin: LoadedPlugin) {
  const page = signal<PageSnapshot>(editor.snapshot())
  const drawing = signal<Drawing | null>(null)
  const window = signal<PluginWindow | null>(null)
  /** Counts the plugin's windows: `showUI` opens another, `resize` and the like do not. */
  const opening = signal(0)
  const running = signal(false)
  /** Why the plugin did not start, for a person to read. */
  const failure = signal<string | null>(null)
  const view = createCanvasView(editor)
  const panel = createPanelPort()
  const fail = (error: unknown): void => {
    running.value = false
    failure.value = error instanceof Error ? error.message : String(error)
    log('plugin', 'fault', `${plugin.name} did not start. ${describeThrown(error)}`)
  }
  const entryPoints = createEntryPoints(editor, (error) => log('host', 'warn', describeThrown(error)))

  /** Runs a command of the plugin, the first when left out. What it throws while it loads becomes {@link failure}. */
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
      // What structured cloning refuses never reaches the frame, which refuses the rest.
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

    /** Presses a relaunch button of what is selected. */
    relaunch: async (command: string): Promise<void> => {
      view.settle()
      try {
        await editor.relaunch(command)
        // Only now: a plugin that ran until now has told meanwhile that it closed.
        running.value = true
      } catch (error) {
        fail(error)
      }
    },

    stop: (): void => editor.stop(),

    /** Puts another build of the plugin in the place of this one and runs it. The document stays. */
    reload: async ({ code, html, config }: LoadedPlugin): Promise<void> => {
      editor.replacePlugin({ code, html, manifest: config.manifest })
      await editor.idle()
      await run()
      entryPoints.refresh()
    },

    /** Hands the plugin what its panel posted. */
    receive: (message: unknown): void => {
      view.settle()
      editor.receive(message)
    },

    /** Drops something of the panel's onto the canvas. */
    drop: (drop: PanelDrop): void => {
      view.settle()
      editor.drop(drop)
    },

    select: (ids: readonly string[]): void => {
      editor.select(ids)
      // At once, not with the next frame: the next key may come before it and goes on from here.
      page.value = { ...page.value, selection: ids }
    },

    /** Takes back the last step, or repeats the one taken back last. False when there is none. */
    undo: (): boolean => editor.undo(),
    redo: (): boolean => editor.redo(),
  }
}
