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

/**
 * Whether Replace is what the user most likely wants. Not for what was just inserted from here: whoever inserts one image after
 * the other wants them all. But an image that was changed since then takes its own place.
 */
export function prefersReplace({ canvas, inserting }: Panel, jobs: readonly Job[]): boolean {
  const [only, ...more] = jobs
  const { layer } = canvas.selection.value
  if (!only || more.length > 0 || !layer || !inserting.plan.value.prefersReplace) return false
  const inserted = canvas.jobOf(layer.id)
  return inserted === null || (inserted === only.id && canvas.insertionOf(only.id).state !== 'done')
}

/** Does what the blue button of the bar does. */
export function insertOrReplace(panel: Panel, jobs: readonly Job[]): void {
  const [only, ...more] = jobs
  if (only && more.length === 0 && prefersReplace(panel, jobs)) replaceSelected(panel, only)
  else if (only) insertImages(panel, jobs)
}
