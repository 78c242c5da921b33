import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Stage as Step } from '../../vector/prepare'
import { Preparing } from './preparing'
import { Stage } from './stage'
import type { Zoom } from './zoom'

interface PictureViewProps {
  readonly job: Job
  /** Width divided by height. */
  readonly ratio: number
  readonly zoom: Zoom
  /** The current step of preparing the image; null when idle. */
  readonly step: Step | null
  readonly onStop: () => void
  /** Whether the original is shown. */
  readonly isOriginal: boolean
  /** The image, or why there is none. */
  readonly image: ComponentChildren
  /** Shown over the image: about the object under the pointer. */
  readonly badge: ComponentChildren
  readonly onPoint: (event: PointerEvent, image: Element) => void
  readonly onLeave: () => void
  readonly onPress: (event: PointerEvent, image: Element) => void
  /** Properties and choices, below or beside the image. */
  readonly children: ComponentChildren
}

/** Shows an image and its properties. The image stays in view, and shrinks, while the rest scrolls. */
export function PictureView({ job, ratio, ...props }: PictureViewProps) {
  const { zoom, step, onStop, isOriginal, image, badge, onPoint, onLeave, onPress, children } = props
  const isFirst = useRef(true)
  useEffect(() => {
    // If the user got here with a button, it keeps the focus.
    if (isFirst.current || document.activeElement === document.body)
      zoom.box.current?.focus({ preventScroll: true })
    isFirst.current = false
  }, [job.id, zoom.box])
  return (
    <div
      class={job.isOwn ? 'picture-view scroll own' : 'picture-view scroll'}
      onScroll={({ currentTarget: { style, scrollTop } }) =>
        style.setProperty('--scrolled', `${scrollTop}px`)
      }
    >
      <Stage
        key={job.id}
        ratio={ratio}
        zoom={zoom}
        isBusy={step !== null}
        onPoint={onPoint}
        onLeave={onLeave}
        onPress={onPress}
        below={
          step ? (
            <Preparing stage={step} onStop={onStop} />
          ) : isOriginal ? (
            <span class="tile-badge low" aria-hidden="true">
              {strings.original}
            </span>
          ) : (
            badge
          )
        }
      >
        {image}
      </Stage>
      <div class="picture-properties">{children}</div>
    </div>
  )
}
