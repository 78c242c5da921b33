import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Session } from '../model/session'

/**
 * The page as an image, so that nothing in the SVG can run or affect the page, and panning and zooming only move one element, even with a
 * thousand paths.
 */
export function Picture({ session }: { readonly session: Session }) {
  const image = useRef<HTMLImageElement>(null)
  const shown = useRef<string | null>(null)

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
    // The browser shows the old image until the new one is ready, so the old one is only revoked then.
    if (last !== null)
      element
        .decode()
        .catch(() => undefined)
        .finally(() => URL.revokeObjectURL(last))
  })
  useEffect(
    () => () => {
      if (shown.current !== null) URL.revokeObjectURL(shown.current)
    },
    [],
  )

  const { x, y, zoom } = session.view.view.value
  const area = session.drawing.value?.area ?? { x: 0, y: 0, width: 0, height: 0 }
  const { name, layers } = session.page.value
  return (
    <img
      ref={image}
      class="picture"
      alt={`${name}: ${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}`}
      draggable={false}
      style={{
        width: `${area.width}px`,
        height: `${area.height}px`,
        transform: `translate(${(area.x - x) * zoom}px, ${(area.y - y) * zoom}px) scale(${zoom})`,
      }}
    />
  )
}
