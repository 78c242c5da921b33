import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { deepestAt, findLayers, layerForClick } from '../model/layers'
import type { Session } from '../model/session'
import { panBy, toPage, toScreen, zoomAt } from '../model/viewport'
import { startDrag } from './drag'
import { Picture } from './picture'

/** Zoom per px of the wheel with Ctrl. Trackpads send many small steps for a pinch. */
const ZOOM_PER_PIXEL = 0.01

/** The outlines of the selected layers. */
function Outlines({ session }: { readonly session: Session }) {
  const view = session.view.view.value
  const { layers, selection } = session.page.value
  return (
    <>
      {findLayers(layers, new Set(selection)).map(({ id, absoluteBoundingBox: box }) => {
        if (box === null) return null
        const { x, y, width, height } = toScreen(view, box)
        const style = { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` }
        return <div key={id} class="outline" style={style} />
      })}
    </>
  )
}

/**
 * The canvas: the page's image and the selection. The wheel pans, and zooms with Ctrl or Cmd; a click selects, with Ctrl or Cmd the deepest
 * layer; the middle button drags the canvas.
 */
export function Canvas({ session }: { readonly session: Session }) {
  const canvas = useRef<HTMLElement>(null)
  const { view } = session

  const pointOf = (event: MouseEvent): Vector => {
    const { left, top } = canvas.current?.getBoundingClientRect() ?? { left: 0, top: 0 }
    return { x: event.clientX - left, y: event.clientY - top }
  }

  const pointerDown = (event: PointerEvent): void => {
    if (event.button === 1) {
      // Otherwise Chromium starts its own scrolling with the middle button.
      event.preventDefault()
      const start = view.view.value
      startDrag(event, (dx, dy) => view.show(panBy(start, { x: -dx, y: -dy })))
    }
    if (event.button !== 0) return
    const { layers, selection } = session.page.value
    const point = toPage(view.view.value, pointOf(event))
    const layer =
      event.metaKey || event.ctrlKey ? deepestAt(layers, point) : layerForClick(layers, selection, point)
    if (layer === null) session.select([])
    else if (event.shiftKey && !selection.includes(layer.id)) session.select([...selection, layer.id])
    else session.select([layer.id])
  }

  const wheel = (event: WheelEvent): void => {
    event.preventDefault()
    const current = view.view.value
    if (event.ctrlKey || event.metaKey) {
      // A notch of a mouse wheel is 100 px or more: without a limit it would zoom by a factor of e.
      const amount = Math.max(-40, Math.min(40, event.deltaY)) * ZOOM_PER_PIXEL
      view.show(zoomAt(current, pointOf(event), current.zoom * Math.exp(-amount)))
    } else view.show(panBy(current, { x: event.deltaX, y: event.deltaY }))
  }

  useLayoutEffect(() => {
    const element = canvas.current
    if (element === null) return
    const measure = (): void =>
      view.resize({ width: element.clientWidth || 1, height: element.clientHeight || 1 })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    // Not as a property, because such listeners are passive and cannot prevent the page from scrolling.
    element.addEventListener('wheel', wheel, { passive: false })
    return () => {
      observer.disconnect()
      element.removeEventListener('wheel', wheel)
    }
  }, [session])

  return (
    <section ref={canvas} class="canvas" aria-label="Canvas" onPointerDown={pointerDown}>
      <Picture session={session} />
      <Outlines session={session} />
    </section>
  )
}
