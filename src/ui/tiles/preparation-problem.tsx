import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import type { PreparationState } from '../stores/pictures'

interface PreparationProblemProps {
  readonly job: Job
  readonly preparation: Exclude<PreparationState, { readonly state: 'ready' | 'loading' }>
  readonly onRetry: () => void
  /** Offers the picture, as it was delivered, as a file. */
  readonly onSave: () => void
}

/** In the place of an image that cannot be shown: why, and what can be done. */
export function PreparationProblem({ job, preparation, onRetry, onSave }: PreparationProblemProps) {
  const notice =
    preparation.state === 'missing'
      ? strings.missingNotice(preparation.why)
      : preparation.state === 'unusable'
        ? strings.vectorNotice(preparation.code, job)
        : strings.unpreparedNotice
  useAnnounced(`preparation ${job.id}`, strings.sentence(notice))
  const isUnusable = preparation.state === 'unusable'
  return (
    <div class="fail">
      <strong>{notice.title}</strong>
      <p class="why" title={notice.text}>
        {notice.text}
      </p>
      <div class="row">
        <Button
          secondary
          onClick={(event) => {
            event.stopPropagation()
            if (isUnusable) onSave()
            else onRetry()
          }}
        >
          {isUnusable ? strings.unstored.save : strings.actions.retry}
        </Button>
      </div>
    </div>
  )
}
