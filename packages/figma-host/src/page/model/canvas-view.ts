import { batch, signal } from '@preact/signals'
import type { Editor, ViewportSnapshot } from '../../editor/contract'
import { boundsOf } from './layers'
import { type CanvasSize, fitView, fromViewport, toViewport, type View } from './viewport'

/** How long the canvas must lie still before the editor is told where it is, in ms. */
const settleTime = 100

/**
 * The part of the page on show, kept in step with `figma.viewport`. A person's moves come first and reach the editor once they have settled; a move that
 * the plugin makes is taken over at once.
 */
export function createCanvasView(editor: Editor) {
  const size = signal<CanvasSize>({ width: 1, height: 1 })
  const view = signal<View>({ x: 0, y: 0, zoom: 1 })
  /** The viewport as the editor last told or was told. */
  let known: ViewportSnapshot | null = null
  let settling: ReturnType<typeof setTimeout> | undefined

  /** Tells the editor now. Called before anything in the sandbox may ask for the viewport. */
  const settle = (): void => {
    clearTimeout(settling)
    settling = undefined
    const viewport = toViewport(view.value, size.value)
    known = viewport
    editor.setViewport(viewport)
  }

  const show = (next: View): void => {
    view.value = next
    clearTimeout(settling)
    settling = setTimeout(settle, settleTime)
  }

  return {
    size,
    view,
    show,
    settle: () => {
      if (settling !== undefined) settle()
    },

    /** The canvas has another size on screen. What it shows stays where it is; at first the page's origin is in the middle. */
    resize: (next: CanvasSize): void => {
      batch(() => {
        if (known === null) view.value = { x: -next.width / 2, y: -next.height / 2, zoom: 1 }
        size.value = next
      })
      settle()
    },

    /** Takes over where the plugin moved the viewport to, if it did. */
    follow: (viewport: ViewportSnapshot): void => {
      const moved =
        known === null ||
        Math.abs(viewport.zoom - known.zoom) > 1e-9 ||
        Math.hypot(viewport.center.x - known.center.x, viewport.center.y - known.center.y) > 1e-6
      if (!moved) return
      known = viewport
      clearTimeout(settling)
      settling = undefined
      view.value = fromViewport(viewport, size.value)
    },

    /** Shows everything on the page, at its own size or smaller. */
    fitAll: (): void => {
      const box = boundsOf(editor.snapshot().layers)
      if (box !== null) show(fitView(box, size.value))
    },
  }
}
