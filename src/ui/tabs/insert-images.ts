import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import type { InsertOptions } from '../stores/canvas'

/** Why none of these images can be inserted, in words; null where one can. One that is still being prepared can be: it is waited for. */
export function blockerOf({ pictures, picks }: Panel, jobs: readonly Job[]): string | null {
  let isEmpty = false
  for (const { id } of jobs) {
    const preparation = pictures.preparationOf(id)
    if (preparation.state === 'loading') return null
    if (preparation.state !== 'ready') continue
    if (!picks.of(id, preparation.prepared).isEmpty) return null
    isEmpty = true
  }
  return isEmpty ? strings.objects.none : strings.insertBar.unusable
}

/** Inserts images where the bar says. */
export const insertImages = (panel: Panel, jobs: readonly Job[]): void =>
  insert(panel, jobs, { place: panel.inserting.plan.value.place })

/** Puts an image in the place of the selected layer. */
export function replaceSelected(panel: Panel, job: Job): void {
  const { layer } = panel.canvas.selection.value
  if (layer?.isReplaceable) insert(panel, [job], { replace: layer.id })
}

function insert(panel: Panel, jobs: readonly Job[], options: InsertOptions): void {
  const blocker = blockerOf(panel, jobs)
  // The button says it, too, but there are keys.
  if (blocker === strings.objects.none) panel.announce(blocker)
  else void panel.canvas.insert(jobs, options)
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
