import type { Panel } from '../panel'
import { batchesOf } from '../stores/batches'

/** So many batches are shown: the older ones are in History. */
const BATCHES = 12

/** What Create shows, the newest first, and whether there are more in History. Before the first key, that is the user's own files. */
export function shownBatches({ jobs, hidden, isFirstRun }: Pick<Panel, 'jobs' | 'hidden' | 'isFirstRun'>) {
  const isShown = isFirstRun.value ? ({ isOwn }: { readonly isOwn: boolean }) => isOwn : () => true
  const all = batchesOf(jobs.all.value.filter((job) => !hidden.value.has(job.id) && isShown(job)))
  // What still asks for something is shown, however old it is: it is in no other place.
  const batches = all.filter((batch, i) => i < BATCHES || batch.jobs.some(({ hasPicture }) => !hasPicture))
  return { batches, hasMore: all.length > batches.length }
}
