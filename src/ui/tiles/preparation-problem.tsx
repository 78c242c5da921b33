import { useContext } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import { Icon } from '../parts/icon'
import { Reporting } from '../parts/reporting'
import type { PreparationState } from '../stores/pictures'
import { ClampedText } from './clamped-text'

interface PreparationProblemProps {
  readonly job: Job
  readonly preparation: Exclude<PreparationState, { readonly state: 'ready' | 'loading' }>
  readonly onRetry: () => void
  /** Saves the original as a file. */
  readonly onSave: () => void
  /** Fills the form with the image's request; null if there is another button for that. */
  readonly onEdit: (() => void) | null
  /** Whether it is shown in a tile, where only a few words fit. */
  readonly isTile?: boolean
}

/** Shown in place of an image that cannot be shown: why, and what the user can do. */
export function PreparationProblem({ job, preparation, isTile, ...actions }: PreparationProblemProps) {
  const notice = noticeOf(job, preparation)
  const openReport = useContext(Reporting)
  useAnnounced(`preparation ${job.id}`, strings.sentence(notice))
  const step = stepFor(preparation, actions)
  return (
    <div class="fail">
      <Icon name="image" class="warning" />
      {isTile && <strong aria-hidden="true">{notice.short}</strong>}
      <strong class={isTile ? 'visually-hidden' : undefined}>{notice.title}</strong>
      <ClampedText text={notice.text} />
      <div class="row">
        {step && (
          <Button
            secondary
            onClick={(event) => {
              event.stopPropagation()
              step.onSelect()
            }}
          >
            {step.label}
          </Button>
        )}
        <Button
          secondary
          onClick={(event) => {
            event.stopPropagation()
            openReport({ kind: kindOf(preparation), charged: job.isSample || job.isOwn ? null : 'yes' })
          }}
        >
          {strings.report.here}
        </Button>
      </div>
    </div>
  )
}

/** The kind of the error for the report. */
const kindOf = (preparation: Preparation): string =>
  preparation.state === 'missing'
    ? `missing ${preparation.why}`
    : preparation.state === 'unusable'
      ? `unusable ${preparation.code}`
      : preparation.state

type Preparation = PreparationProblemProps['preparation']

function noticeOf(job: Job, preparation: Preparation) {
  if (preparation.state === 'missing') return strings.missingNotice(preparation.why)
  return preparation.state === 'unusable'
    ? strings.vectorNotice(preparation.code, job)
    : strings.unpreparedNotice
}

function stepFor(
  preparation: Preparation,
  { onRetry, onSave, onEdit }: Pick<PreparationProblemProps, 'onRetry' | 'onSave' | 'onEdit'>,
) {
  const retry = { label: strings.actions.retry, onSelect: onRetry }
  if (preparation.state === 'missing') return strings.missingNotice(preparation.why).canRetry ? retry : null
  if (preparation.state === 'unprepared') return retry
  // An empty file is not worth saving.
  if (preparation.code !== 'nothing-drawn') return { label: strings.unstored.saveShort, onSelect: onSave }
  return onEdit && { label: strings.result.edit, onSelect: onEdit }
}
