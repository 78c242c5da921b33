import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Stage } from '../../vector/prepare'
import type { PicturesStore, PreparedPicture } from '../stores/pictures'
import { ProgressRow } from './progress-row'

interface ResultViewProps {
  readonly job: Job
  readonly pictures: Pick<PicturesStore, 'preparationOf' | 'stageOf' | 'stop'>
  /** The picture itself, once it is prepared. */
  readonly picture: (preparation: PreparedPicture) => ComponentChildren
  /** What can be done with it, below. */
  readonly children: (preparation: PreparedPicture) => ComponentChildren
}

/** The finished picture, or how far its preparation is. */
export function ResultView({ job, pictures, picture, children }: ResultViewProps) {
  const preparation = pictures.preparationOf(job.id)
  const stage = pictures.stageOf(job.id)
  const section = useRef<HTMLElement>(null)
  // A new result shows itself; the form above it stays where it is.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [job.id, preparation.state])
  if (preparation.state !== 'ready' && stage === null) return null
  return (
    <section class="result" aria-label={strings.result.heading} aria-busy={stage !== null} ref={section}>
      {preparation.state === 'ready' && picture(preparation)}
      {stage && (
        <ProgressRow
          text={strings.result.stages[stage]}
          label={strings.result.preparing}
          value={STAGES.indexOf(stage)}
          max={STAGES.length}
          onStop={() => pictures.stop(job.id)}
        />
      )}
      {preparation.state === 'ready' && children(preparation)}
    </section>
  )
}

const STAGES: readonly Stage[] = ['reading', 'colors', 'layers', 'writing']
