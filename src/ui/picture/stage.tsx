import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { followPointer } from '../parts/follow-pointer'
import type { Zoom } from './zoom'

interface StageProps {
  /** Width divided by height. */
  readonly ratio: number
  readonly zoom: Zoom
  readonly isBusy: boolean
  /** The image, or why there is none. */
  readonly children: ComponentChildren
  /** Shown over the lower edge of the image. */
  readonly below: ComponentChildren
  /** The pointer moves over the image without being pressed. */
  readonly onPoint: (event: PointerEvent, image: Element) => void
  readonly onLeave: () => void
  /** A press on the image without a drag. */
  readonly onPress: (event: PointerEvent, image: Element) => void
}

/** A pressed pointer that moves farther than this is a drag, in px. */
const DRAG_THRESHOLD = 4

/**
 * The box around the image, which zooms by wheel and scrolls by arrow keys and drag. While the image fits, it catches no events, so that
 * the panel scrolls and the image can be dragged to the canvas.
 */
export function Stage(props: StageProps) {
  const { ratio, zoom, isBusy, children, below, onPoint, onLeave, onPress } = props
  const isZoomed = zoom.zoom.value > 1
  const press = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const imageAt = ({ clientX, clientY }: MouseEvent): Element | null => {
    const image = zoom.box.current?.querySelector('img')
    const box = image?.getBoundingClientRect()
    const isOver =
      box && clientX >= box.left && clientX < box.right && clientY >= box.top && clientY < box.bottom
    return image && isOver ? image : null
  }
  return (
    <div class="stage">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll */}
      <div
        class={isZoomed ? 'stage-view zoomed' : 'stage-view'}
        style={{ '--ratio': ratio }}
        ref={zoom.box}
        role="group"
        aria-label={strings.zoom.view}
        aria-busy={isBusy}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard
        tabIndex={0}
        onWheel={(event) => {
          // Browsers report a pinch on a trackpad as a wheel event with Control.
          if (!event.ctrlKey && !event.metaKey) return
          event.preventDefault()
          zoom.zoomTo(zoom.zoom.value * 2 ** (-event.deltaY / 100), event)
        }}
        onDragStart={(event) => isZoomed && event.preventDefault()}
        onPointerDown={({ currentTarget: view, pointerId, clientX, clientY, button }) => {
          press.current = button === 0 ? { x: clientX, y: clientY } : null
          const x = view.scrollLeft + clientX
          const y = view.scrollTop + clientY
          if (isZoomed)
            followPointer(view, pointerId, (event) => view.scrollTo(x - event.clientX, y - event.clientY))
        }}
        onPointerMove={(event) => {
          if (event.buttons !== 0) return
          const image = imageAt(event)
          if (image) onPoint(event, image)
          else onLeave()
        }}
        onPointerLeave={onLeave}
        onPointerUp={(event) => {
          const { current: start } = press
          press.current = null
          const image = imageAt(event)
          const isStill =
            start && Math.hypot(event.clientX - start.x, event.clientY - start.y) <= DRAG_THRESHOLD
          if (image && isStill) onPress(event, image)
        }}
      >
        {children}
      </div>
      {below}
    </div>
  )
}
