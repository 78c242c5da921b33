import type { Job } from '../../jobs/job'
import * as words from '../../words'
import type { HistoryStore } from '../stores/history'

interface StarButtonProps {
  readonly job: Job
  readonly history: HistoryStore
  readonly class?: string
}

/** Keeps a picture from making room for others, or no longer. */
export const StarButton = ({ job, history, class: more = '' }: StarButtonProps) => (
  <button
    type="button"
    class={`quiet icon star ${more}`}
    aria-label={words.history.star(job.request.prompt)}
    aria-pressed={job.starred}
    onClick={() => void history.star(job)}
  />
)
