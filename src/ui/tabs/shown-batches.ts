import type { Panel } from '../panel'
import { batchesOf } from '../stores/batches'

/** Number of batches in Create. Older ones are in History. */
const MAX_BATCHES = 12

/** Returns the batches in Create, newest first, and whether History has more. Before the first key, only the user's own files. */
export function shownBatches({ jobs, hidden, isFirstRun }: Pick<Panel, 'jobs' | 'hidden' | 'isFirstRun'>) {
  const isShown = isFirstRun.value ? ({ isOwn }: { readonly isOwn: boolean }) => isOwn : () => true
  const all = batchesOf(jobs.all.value.filter((job) => !hidden.value.has(job.id) && isShown(job)))
  // Jobs without an image stay, however old they are, because they are shown nowhere else.
  const batches = all.filter(
    (batch, i) => i < MAX_BATCHES || batch.jobs.some(({ hasPicture }) => !hasPicture),
  )
  return { batches, hasMore: all.length > batches.length }
}
