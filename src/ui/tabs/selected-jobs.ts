import type { Job } from '../../jobs/job'
import type { Panel } from '../panel'
import { shownBatches } from './shown-batches'

/** Returns the images that Insert is about: the opened one, or those selected in the view that are visible in it. */
export function selectedJobs(panel: Panel, view: 'create' | 'history'): Job[] {
  const { opened, selections, pictures, history } = panel
  if (opened.value) return pictures.all.value.filter(({ id }) => id === opened.value?.id)
  const shown =
    view === 'history' ? history.found.value : shownBatches(panel).batches.flatMap(({ jobs }) => jobs)
  return selections[view].ids.value.flatMap(
    (id) => shown.find((job) => job.id === id && job.hasPicture) ?? [],
  )
}
