import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { followPointer } from './follow-pointer'

interface ZoomableProps {
  /** Width by height of the picture. */
  readonly ratio: number
  /** The picture, and nothing else. The same node is not rendered again while it is zoomed. */
  readonly picture: ComponentChildren
  /** Over the picture, in its upper corner. */
  readonly children: ComponentChildren
  readonly announce: (text: string) => void
}

/** From as large as it fits to 16 times that. The last bit of the way out is taken at once: nobody sees a zoom of 100.4%. */
const within = (zoom: number) => (zoom < 1.01 ? 1 : Math.min(zoom, 16))

/**
 * A box in which a picture can be looked at closely. The picture itself becomes larger, so it stays crisp, and the box scrolls: by
 * wheel, by arrow keys, by drag. Where the picture fits nothing is caught, so the panel scrolls and the picture can be dragged out.
 */
export function Zoomable({ ratio, picture, children, announce }: ZoomableProps) {
  const zoom = useSignal(1)
  const box = useRef<HTMLDivElement>(null)
  const isZoomed = zoom.value > 1

  /** What is under the pointer stays there; without one, what is in the middle. */
  const zoomTo = (wish: number, pointer?: MouseEvent) => {
    const view = box.current
    const image = view?.firstElementChild
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

  const less = zoom.value / 2
  const more = zoom.value * 2

  const onKeyDown = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
    // Plus is on the key of the equals sign.
    const wish = { '-': less, 0: 1, '+': more, '=': more }[key]
    if (wish && !ctrlKey && !metaKey) zoomTo(wish)
  }

  const button = (wish: number, name: string, content: string) => (
    <button
      type="button"
      class="quiet"
      aria-label={name}
      // Not disabled: the focus stays where it is.
      aria-disabled={within(wish) === zoom.value}
      onClick={() => zoomTo(wish)}
    >
      {content}
    </button>
  )

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the box and the buttons in it
    <div class="zoomable" onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll */}
      <div
        class={isZoomed ? 'preview zoomed' : 'preview'}
        style={{ '--ratio': ratio }}
        ref={box}
        role="group"
        aria-label={strings.zoom.view}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
        tabIndex={0}
        onWheel={(event) => {
          // The pinch of a trackpad comes as a wheel with Control.
          if (!event.ctrlKey && !event.metaKey) return
          event.preventDefault()
          zoomTo(zoom.value * 2 ** (-event.deltaY / 100), event)
        }}
        onDragStart={(event) => isZoomed && event.preventDefault()}
        onPointerDown={({ currentTarget: view, pointerId, clientX, clientY }) => {
          const x = view.scrollLeft + clientX
          const y = view.scrollTop + clientY
          if (isZoomed)
            followPointer(view, pointerId, (event) => view.scrollTo(x - event.clientX, y - event.clientY))
        }}
      >
        {picture}
      </div>
      {children}
      <div class="overlay zoom">
        {button(less, strings.zoom.out, '−')}
        {button(1, strings.zoom.fit(zoom.value), strings.zoom.now(zoom.value))}
        {button(more, strings.zoom.in, '+')}
      </div>
    </div>
  )
}
