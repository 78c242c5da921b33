import type { ComponentChildren } from 'preact'
import { strings } from '../../strings'
import { followPointer } from '../parts/follow-pointer'
import type { Zoom } from './zoom'

interface StageProps {
  /** Width by height of the image. */
  readonly ratio: number
  readonly zoom: Zoom
  readonly isBusy: boolean
  /** The image alone, or why there is none. */
  readonly children: ComponentChildren
  /** Over it, at its lower edge. */
  readonly below: ComponentChildren
}

/**
 * Where the image stands, to be looked at closely: by wheel, by arrow keys, by drag. Where it fits nothing is caught, so that the
 * panel scrolls and the image can be dragged out.
 */
export function Stage({ ratio, zoom, isBusy, children, below }: StageProps) {
  const isZoomed = zoom.zoom.value > 1
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
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
        tabIndex={0}
        onWheel={(event) => {
          // The pinch of a trackpad comes as a wheel with Control.
          if (!event.ctrlKey && !event.metaKey) return
          event.preventDefault()
          zoom.zoomTo(zoom.zoom.value * 2 ** (-event.deltaY / 100), event)
        }}
        onDragStart={(event) => isZoomed && event.preventDefault()}
        onPointerDown={({ currentTarget: view, pointerId, clientX, clientY }) => {
          const x = view.scrollLeft + clientX
          const y = view.scrollTop + clientY
          if (isZoomed)
            followPointer(view, pointerId, (event) => view.scrollTo(x - event.clientX, y - event.clientY))
        }}
      >
        {children}
      </div>
      {below}
    </div>
  )
}
