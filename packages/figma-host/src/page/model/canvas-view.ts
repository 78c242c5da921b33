import { batch, signal } from '@preact/signals'
import type { Editor, ViewportSnapshot } from '../../editor/contract'
import { boundsOf } from './layers'
import { type CanvasSize, fitView, fromViewport, toViewport, type View } from './viewport'

/** The editor is told the viewport when the canvas has not moved for this long, in ms. */
const settleTime = 100

/**
 * The visible part of the page, synchronized with `figma.viewport`. The user's changes are applied first and reach the editor when they
 * have settled. The plugin's changes are applied immediately.
 */
export function createCanvasView(editor: Editor) {
  const size = signal<CanvasSize>({ width: 1, height: 1 })
  const view = signal<View>({ x: 0, y: 0, zoom: 1 })
  /** The last viewport that the editor reported or was told. */
  let known: ViewportSnapshot | null = null
  let settling: ReturnType<typeof setTimeout> | undefined

  /** Tells the editor immediately. Call it before anything in the sandbox may read the viewport. */
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

    /** Handles a new size of the canvas on screen. The visible part stays in place; initially, the page's origin is centered. */
    resize: (next: CanvasSize): void => {
      batch(() => {
        if (known === null) view.value = { x: -next.width / 2, y: -next.height / 2, zoom: 1 }
        size.value = next
      })
      settle()
    },

    /** Applies the plugin's changes of the viewport. */
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
