import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { strings } from '../../strings'

export type Zoom = ReturnType<typeof useZoom>

/** From as large as it fits to 16 times that. The last bit of the way out is taken at once: nobody sees a zoom of 100.4%. */
const within = (zoom: number) => (zoom < 1.01 ? 1 : Math.min(zoom, 16))

/**
 * How closely an image is looked at. The image itself becomes larger, so it stays crisp, and the box around it scrolls.
 *
 * @param id Another image fits again.
 */
export function useZoom(id: string, announce: (text: string) => void) {
  const zoom = useSignal(1)
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    zoom.value = 1
  }, [id, zoom])

  /** What is under the pointer stays there; without one, what is in the middle. */
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
    /** 1 is as large as it fits. */
    zoom,
    box,
    zoomTo,
    /** What plus, minus and 0 zoom to; null for other keys. */
    wishOf: (key: string): number | null =>
      // Plus is on the key of the equals sign.
      ({ '-': zoom.value / 2, 0: 1, '+': zoom.value * 2, '=': zoom.value * 2 })[key] ?? null,
    /** Whether it is that large already. */
    isAt: (wish: number): boolean => within(wish) === zoom.value,
  }
}
