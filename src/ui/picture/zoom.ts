import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { strings } from '../../strings'

export type Zoom = ReturnType<typeof useZoom>

/** From 1 (fit) to 16. Snaps to 1, because a zoom of 100.4% looks like a mistake. */
const within = (zoom: number) => (zoom < 1.01 ? 1 : Math.min(zoom, 16))

/**
 * The zoom of an image. The image itself is resized, so it stays sharp, and the box around it scrolls.
 * @param id Another image starts with a zoom of 1 again.
 */
export function useZoom(id: string, announce: (text: string) => void) {
  const zoom = useSignal(1)
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    zoom.value = 1
  }, [id, zoom])

  /** Keeps the point under the pointer in place, or else the center of the view. */
  const zoomTo = (wish: number, pointer?: MouseEvent) => {
    const view = box.current
    const image = view?.querySelector('img')
    if (!view || !image) return
    const { left, top, width, height } = view.getBoundingClientRect()
    const { clientX: x, clientY: y } = pointer ?? { clientX: left + width / 2, clientY: top + height / 2 }
    const old = image.getBoundingClientRect()
    zoom.value = within(wish)
    view.style.setProperty('--zoom', `${zoom.value}`)
    const now = image.getBoundingClientRect()
    const scale = now.width / old.width
    view.scrollBy(now.left - x + (x - old.left) * scale, now.top - y + (y - old.top) * scale)
    if (!pointer) announce(strings.zoom.now(zoom.value))
  }

  return {
    /** 1 fits the image into the view. */
    zoom,
    box,
    zoomTo,
    /** Returns the zoom that a key asks for; null for other keys. */
    wishOf: (key: string): number | null =>
      // Plus shares a key with the equals sign.
      ({ '-': zoom.value / 2, 0: 1, '+': zoom.value * 2, '=': zoom.value * 2 })[key] ?? null,
    /** Returns whether the zoom cannot change to this wish, because it is there already. */
    isAt: (wish: number): boolean => within(wish) === zoom.value,
  }
}
