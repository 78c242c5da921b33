import { useSignal } from '@preact/signals'
import type { Job } from '../../jobs/job'
import type { Prepared } from '../../vector/prepare'
import * as words from '../../words'
import { highlighted } from '../colours/highlight'
import type { Panel } from '../panel'
import { PreviewImage } from '../parts/preview'
import { Zoomable } from '../parts/zoomable'
import type { ReadySheet } from '../stores/pictures'

interface ResultPictureProps {
  readonly job: Job
  readonly sheet: ReadySheet
  readonly panel: Panel
}

/** The finished picture, to be looked at closely, and beside what it was made from. */
export function ResultPicture({ job, sheet, panel }: ResultPictureProps) {
  const { announce, canvas, colours } = panel
  const { prepared, delivered, plan } = sheet
  const { svg, width, height, report } = prepared
  const original = colours.pointed.value
  const pointed = original && (plan.recolour[original] ?? original)
  /** What was prepared when its origin was asked for: whatever is prepared next shows itself. */
  const compared = useSignal<Prepared | null>(null)
  const isBefore = compared.value === prepared
  return (
    <Zoomable
      ratio={width / height}
      announce={announce}
      picture={
        <PreviewImage
          svg={svg}
          shown={pointed ? highlighted(svg, pointed) : isBefore ? delivered : svg}
          width={width}
          height={height}
          alt={job.request.prompt}
          job={job.id}
          picture={() => canvas.pictureOf(job, sheet, null)}
        />
      }
    >
      <fieldset class="overlay" aria-label={words.compare.label}>
        {[true, false].map((before) => (
          <button
            key={before}
            type="button"
            class="quiet"
            aria-pressed={before === isBefore}
            onClick={() => {
              compared.value = before ? prepared : null
            }}
          >
            {words.compare[before ? 'before' : 'after'](report)}
          </button>
        ))}
      </fieldset>
    </Zoomable>
  )
}
