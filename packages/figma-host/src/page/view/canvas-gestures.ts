import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import { deepestAt, layerForClick, layerForDoubleClick } from '../model/layers'
import type { Session } from '../model/session'
import { panBy, toPage, zoomAt } from '../model/viewport'
import { startDrag } from './drag'

/** How far one notch of a wheel with Ctrl zooms. Trackpads send many small notches, which this makes a pinch. */
const zoomPerWheelPixel = 0.01
/** A line of a wheel that counts in lines, in px. */
const lineHeight = 16

/** What the pointer does on the canvas. */
export interface CanvasGestures {
  pointerDown(event: PointerEvent): void
  pointerMove(event: PointerEvent): void
  doubleClick(event: MouseEvent): void
  wheel(event: WheelEvent): void
}

/**
 * The pointer's gestures on the canvas: wheel to pan, Ctrl or Cmd and wheel to zoom, Space or the middle button to
 * drag, click and double click to select, as in Figma.
 *
 * @param isSpaceHeld Whether the space bar is down.
 */
export function canvasGestures(
  session: Session,
  canvas: HTMLElement,
  isSpaceHeld: () => boolean,
): CanvasGestures {
  const { view } = session
  const pointOf = (event: MouseEvent): Vector => {
    const { left, top } = canvas.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const pagePointOf = (event: MouseEvent): Vector => toPage(view.view.value, pointOf(event))

  const pan = (event: PointerEvent): void => {
    const start = view.view.value
    canvas.classList.add('panning')
    startDrag(event, {
      move: (dx, dy) => view.show(panBy(start, { x: -dx, y: -dy })),
      end: () => canvas.classList.remove('panning'),
    })
  }

  const layerUnder = (event: MouseEvent) => {
    const { layers, selection } = session.page.value
    const point = pagePointOf(event)
    return event.metaKey || event.ctrlKey ? deepestAt(layers, point) : layerForClick(layers, selection, point)
  }

  const click = (event: PointerEvent): void => {
    const { selection } = session.page.value
    const layer = layerUnder(event)
    if (layer === null) {
      if (!event.shiftKey) session.select([])
    } else if (event.shiftKey) {
      const without = selection.filter((id) => id !== layer.id)
      session.select(without.length < selection.length ? without : [...selection, layer.id])
    } else session.select([layer.id])
  }

  return {
    pointerDown: (event) => {
      if (event.button === 1 || (event.button === 0 && isSpaceHeld())) {
        // Or Chromium starts its own scrolling with the middle button.
        event.preventDefault()
        pan(event)
      } else if (event.button === 0) click(event)
    },
    pointerMove: (event) => {
      session.hovered.value = isSpaceHeld() || event.buttons !== 0 ? null : (layerUnder(event)?.id ?? null)
    },
    doubleClick: (event) => {
      const { layers, selection } = session.page.value
      const layer = layerForDoubleClick(layers, selection, pagePointOf(event))
      if (layer !== null) session.select([layer.id])
    },
    wheel: (event) => {
      event.preventDefault()
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? lineHeight : 1
      const dx = event.deltaX * unit
      const dy = event.deltaY * unit
      const current = view.view.value
      if (event.ctrlKey || event.metaKey) {
        // A mouse's notch is 100 px or more: without the limit it would zoom by e.
        const amount = Math.max(-40, Math.min(40, dy)) * zoomPerWheelPixel
        view.show(zoomAt(current, pointOf(event), current.zoom * Math.exp(-amount)))
      } else if (event.shiftKey && dx === 0) view.show(panBy(current, { x: dy, y: 0 }))
      else view.show(panBy(current, { x: dx, y: dy }))
    },
  }
}
