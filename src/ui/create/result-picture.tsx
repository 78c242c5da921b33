import { type ReadonlySignal, useSignal } from '@preact/signals'
import type { Hex } from '../../colors/hex'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Prepared } from '../../vector/prepare'
import { PreviewImage } from '../parts/preview'
import { Zoomable } from '../parts/zoomable'
import type { CanvasStore } from '../stores/canvas'
import type { JobsStore } from '../stores/jobs'
import type { PreparedPicture } from '../stores/pictures'
import { highlighted } from './highlight'

interface ResultPictureProps {
  readonly job: Job
  readonly preparation: PreparedPicture
  readonly jobs: Pick<JobsStore, 'delivered'>
  readonly canvas: Pick<CanvasStore, 'pictureOf'>
  /** A color, as it was delivered, that all else fades beside. */
  readonly pointedColor: ReadonlySignal<Hex | null>
  readonly announce: (text: string) => void
}

/** The finished picture, to be looked at closely, and beside what it was made from. */
export function ResultPicture(props: ResultPictureProps) {
  const { job, preparation, jobs, canvas, pointedColor, announce } = props
  const { prepared, plan } = preparation
  const { svg, width, height, report } = prepared
  const original = pointedColor.value
  const pointed = original && (plan.recolor[original] ?? original)
  /** As it was delivered, and what was prepared when that was asked for: whatever is prepared next shows itself. */
  const compared = useSignal<{ readonly delivered: string; readonly prepared: Prepared } | null>(null)
  const before = compared.value?.prepared === prepared ? compared.value : null
  const compare = async () => {
    // Read when it is asked for: of a hundred pictures nobody wants to hold each twice.
    const delivered = await jobs.delivered(job.id)
    if (delivered.svg !== null) {
      compared.value = { delivered: delivered.svg, prepared }
      return
    }
    compared.value = null
    announce(strings.sentence(strings.missingNotice(delivered.why)))
  }
  return (
    <Zoomable
      ratio={width / height}
      announce={announce}
      picture={
        <PreviewImage
          svg={svg}
          shown={pointed ? highlighted(svg, pointed) : (before?.delivered ?? svg)}
          width={width}
          height={height}
          alt={job.request.prompt}
          job={job.id}
          picture={() => canvas.pictureOf(job, preparation)}
        />
      }
    >
      <fieldset class="overlay" aria-label={strings.compare.label}>
        <button type="button" class="quiet" aria-pressed={before !== null} onClick={() => void compare()}>
          {strings.compare.before(report)}
        </button>
        <button
          type="button"
          class="quiet"
          aria-pressed={before === null}
          onClick={() => {
            compared.value = null
          }}
        >
          {strings.compare.after(report)}
        </button>
      </fieldset>
    </Zoomable>
  )
}
