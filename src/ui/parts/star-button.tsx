import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { HistoryStore } from '../stores/history'
import { IconButton } from './icon-button'

interface StarButtonProps {
  readonly job: Job
  readonly history: Pick<HistoryStore, 'star'>
  readonly class?: string
}

/** Keeps a picture from making room for others, or no longer. */
export const StarButton = ({ job, history, ...more }: StarButtonProps) => (
  <IconButton
    icon="star"
    label={strings.history.star(job.request.prompt)}
    pressed={job.starred}
    onClick={() => void history.star(job)}
    {...more}
  />
)
