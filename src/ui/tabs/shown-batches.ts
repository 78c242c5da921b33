import type { Panel } from '../panel'
import { batchesOf } from '../stores/batches'

/** So many batches are shown: the older ones are in History. */
const BATCHES = 12

/** What Create shows, the newest first, and whether there are more in History. */
export function shownBatches({ jobs, hidden }: Pick<Panel, 'jobs' | 'hidden'>) {
  const all = batchesOf(jobs.all.value.filter(({ id }) => !hidden.value.has(id)))
  // What still asks for something is shown, however old it is: it is in no other place.
  const batches = all.filter((batch, i) => i < BATCHES || batch.jobs.some(({ hasPicture }) => !hasPicture))
  return { batches, hasMore: all.length > batches.length }
}
