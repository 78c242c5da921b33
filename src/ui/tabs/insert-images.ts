import type { Job } from '../../jobs/job'
import type { Panel } from '../panel'

/** Inserts images where the bar says. */
export function insertImages({ canvas, inserting }: Panel, jobs: readonly Job[]): void {
  void canvas.insert(jobs, { place: inserting.plan.value.place })
}

/** Puts an image in the place of the selected layer. */
export function replaceSelected({ canvas }: Panel, job: Job): void {
  const { layer } = canvas.selection.value
  if (layer?.isReplaceable) void canvas.insert([job], { replace: layer.id })
}

/** Does what the blue button of the bar does. */
export function insertOrReplace(panel: Panel, jobs: readonly Job[]): void {
  const [only, ...more] = jobs
  if (only && more.length === 0 && panel.inserting.plan.value.prefersReplace) replaceSelected(panel, only)
  else if (only) insertImages(panel, jobs)
}
