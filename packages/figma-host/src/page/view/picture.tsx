import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Session } from '../model/session'

/** How long the canvas lies still before the picture is drawn sharp again, in ms. */
const sharpenAfter = 120

/**
 * The page's picture.
 *
 * It is an image, so that nothing in the SVG can run or mix with the page, and a thousand paths are one element.
 * Panning and zooming only move that element; while they last the compositor does it with the picture it has,
 * afterwards the browser draws it anew at the new size.
 */
export function Picture({ session }: { readonly session: Session }) {
  const image = useRef<HTMLImageElement>(null)
  const shown = useRef<string | null>(null)
  const sharpen = useRef<ReturnType<typeof setTimeout>>()

  useSignalEffect(() => {
    const element = image.current
    const drawing = session.drawing.value
    if (element === null) return
    const last = shown.current
    shown.current =
      drawing === null ? null : URL.createObjectURL(new Blob([drawing.svg], { type: 'image/svg+xml' }))
    element.hidden = drawing === null
    if (shown.current === null) element.removeAttribute('src')
    else element.src = shown.current
    // The browser keeps showing the old picture until the new one is there: only then may it go.
    if (last !== null)
      element
        .decode()
        .catch(() => undefined)
        .finally(() => URL.revokeObjectURL(last))
  })

  useSignalEffect(() => {
    const element = image.current
    const { x, y, zoom } = session.view.view.value
    const area = session.drawing.value?.area
    if (element === null || area === undefined) return
    element.style.width = `${area.width}px`
    element.style.height = `${area.height}px`
    element.style.transform = `translate(${(area.x - x) * zoom}px, ${(area.y - y) * zoom}px) scale(${zoom})`
    element.style.willChange = 'transform'
    clearTimeout(sharpen.current)
    sharpen.current = setTimeout(() => {
      element.style.willChange = 'auto'
    }, sharpenAfter)
  })

  useEffect(
    () => () => {
      clearTimeout(sharpen.current)
      if (shown.current !== null) URL.revokeObjectURL(shown.current)
    },
    [],
  )

  const count = session.page.value.layers.length
  return (
    <img
      ref={image}
      class="picture"
      alt={`${session.page.value.name}: ${count} ${count === 1 ? 'layer' : 'layers'}`}
      draggable={false}
    />
  )
}
