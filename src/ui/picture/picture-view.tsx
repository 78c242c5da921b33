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
  /** Width by height of the image. */
  readonly ratio: number
  readonly zoom: Zoom
  /** What is being done to the image right now; null where nothing is. */
  readonly step: Step | null
  readonly onStop: () => void
  /** It is shown as it was delivered. */
  readonly isOriginal: boolean
  /** The image alone, or why there is none. */
  readonly image: ComponentChildren
  /** What is said of the object below the pointer. */
  readonly badge: ComponentChildren
  readonly onPoint: (event: PointerEvent, image: Element) => void
  readonly onLeave: () => void
  readonly onPress: (event: PointerEvent, image: Element) => void
  /** What there is to say of it and to choose, below or beside it. */
  readonly children: ComponentChildren
}

/** An image, and what is known of it: it stays in sight while the rest is scrolled, and becomes lower. */
export function PictureView({ job, ratio, ...props }: PictureViewProps) {
  const { zoom, step, onStop, isOriginal, image, badge, onPoint, onLeave, onPress, children } = props
  const isFirst = useRef(true)
  useEffect(() => {
    // Whoever stepped to it by a button stays on that.
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
