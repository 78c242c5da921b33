import type { Job } from '../../jobs/job'
import type { Panel } from '../panel'

/** The images that Insert is for: the one that is looked at closely, or those selected in the view. */
export function selectedJobs({ opened, selections, pictures }: Panel, view: 'create' | 'history'): Job[] {
  const ids = opened.value ? [opened.value.id] : selections[view].ids.value
  return ids.flatMap((id) => pictures.all.value.find((job) => job.id === id) ?? [])
}
